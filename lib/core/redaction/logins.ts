import { isEntry, isMixed } from './entrances.ts';
import { matchAt } from './match-at.ts';
import { looksRandom } from './randomness.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';
import { isMadeUp, isSpelt } from './secret-words.ts';
import { addWord } from './told.ts';
import { inAuthority } from './urls.ts';
import { isIdentifier, isOpen } from './values.ts';

const LOGIN =
  /(?:[:=]|[ \t]+(?:with|using|as|via|info|details|data|is|are)[:]?)?[ \t]+["'`]?([\w.@+-]{1,64})["'`]?(?:[ \t]*[/|,:][ \t]*|[ \t]+(?:with|and|using|pw|pass|password)[ \t]+)(?:the |password |pw |pass )?["'`]?([^\s"'`]{5,128})/iy;

/** `log in as admin with hunter2`, `login: bob / hunter2`. */
function readLogin(scan: Scan, end: number): void {
  const match = matchAt(LOGIN, scan.text, end);
  if (!match) return;
  const last = end + match[0].length;
  if (!/^https?$/i.test(match[1] as string))
    addWord(
      scan,
      last - (match[2] as string).length,
      last,
      (word) => isMixed(word) && !/^\/\/|^[\w.-]+=[^&]*&/.test(word),
    );
}

const WITH = /[^\n.!?;]{0,80}?[ \t](?:with|using|mit|avec|con|com)[ \t]+["'`]?([^\s"'`]{6,128})/iy;

/** `log in to the box with hunter2`, `the archive is encrypted with …`: adds what follows "with". */
function readWith(scan: Scan, end: number, fits: (word: string, end: number) => boolean): void {
  const raw = matchAt(WITH, scan.text, end)?.[1];
  if (raw) addWord(scan, WITH.lastIndex - raw.length, WITH.lastIndex, (word, to) => isMixed(word) && fits(word, to));
}

const AFTER_ADMIN = /([^\s"'`,;<>|]{6,64})/y;

/** `admin/…`, `root:…`: an account that everybody knows, and what no word looks like. */
function readAdmin(scan: Scan, _start: number, end: number): void {
  const raw = matchAt(AFTER_ADMIN, scan.text, end)?.[1];
  if (raw && !raw.startsWith('/') && !inAuthority(scan.text, end))
    addWord(scan, end, end + raw.length, (word) => isMadeUp(word) || (looksRandom(word) && isMixed(word)));
}

const ENCODED = /\(?[ \t]?[bf]?["'`]([\w.@-]{1,40}):([^"'`\s:]{5,64})["'`]/y;

/** `btoa('user:…')`: what a header will carry. */
function readEncoded(scan: Scan, _start: number, end: number): void {
  const password = matchAt(ENCODED, scan.text, end)?.[2];
  if (!password || !/\d/.test(password) || !/[A-Za-z]/.test(password) || isOpen(password)) return;
  addHit(scan, ENCODED.lastIndex - 1 - password.length, ENCODED.lastIndex - 1, 'call', 'PASSWORD', RANK.context);
}

const APP_PASSWORD = /[^\n]{0,48}?[ :=]["'`*]{0,2}([a-z]{4}(?: [a-z]{4}){3})(?![ ]?[\w'])/iy;

/** `app password: abcd efgh ijkl mnop`, as Google writes them. */
function readAppPassword(scan: Scan, _start: number, end: number): void {
  const password = matchAt(APP_PASSWORD, scan.text, end)?.[1];
  if (password)
    addHit(scan, APP_PASSWORD.lastIndex - password.length, APP_PASSWORD.lastIndex, 'prose', 'PASSWORD', RANK.context);
}

export const LOGIN_DETECTORS: readonly Detector[] = [
  detector('whole', 'encrypted|decrypt|decrypts|unlocks|unlock|protected', (scan, _start, end) =>
    readWith(scan, end, (word) => looksRandom(word) || isSpelt(word)),
  ),
  detector(
    'start',
    'zugang|accès|acceso|accesso|login|log in|logged in|logging in|sign in|signin|get in|authenticate|unlock|logon|anmelden|einloggen|creds|credentials',
    (scan, _start, end) => {
      readLogin(scan, end);
      readWith(scan, end, (word, to) => !isIdentifier(word) || isEntry(scan.text)(word, to));
    },
  ),
  detector('start', 'admin/|admin:|root/|root:|admin / |root / ', readAdmin),
  detector('start', 'btoa(|b64encode(|buffer.from(|echo -n |base64_encode(', readEncoded),
  detector(
    'start',
    'app password|app-password|app passwort|app-passwort|mot de passe d’application|contraseña de aplicación',
    readAppPassword,
  ),
];
