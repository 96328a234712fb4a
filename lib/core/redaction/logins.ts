import { FOREIGN } from './foreign-names.ts';
import { matchAt } from './match-at.ts';
import { isFullyMixed, isMadeUp, isSecretWord, isSigned, unwrapped } from './prose.ts';
import { looksRandom } from './randomness.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';
import { inAuthority } from './urls.ts';
import { isIdentifier, isOpen } from './values.ts';

const LOGIN =
  /(?:[:=]|[ \t]+(?:with|using|as|via|info|details|data|is|are)[:]?)?[ \t]+["'`]?([\w.@+-]{1,64})["'`]?(?:[ \t]*[/|,:][ \t]*|[ \t]+(?:with|and|using|pw|pass|password)[ \t]+)(?:the |password |pw |pass )?["'`]?([^\s"'`]{5,128})/iy;

/** `log in as admin with hunter2`, `login: bob / hunter2`. */
function readLogin(scan: Scan, end: number): void {
  const match = matchAt(LOGIN, scan.text, end);
  if (!match) return;
  const last = end + match[0].length;
  const piece = unwrapped(scan.text, last - (match[2] as string).length, last);
  const word = scan.text.slice(piece.start, piece.end);
  if (/^https?$/i.test(match[1] as string) || word.startsWith('//') || /^[\w.-]+=[^&]*&/.test(word)) return;
  if (isSecretWord(word, FOREIGN) && /\d/.test(word))
    addHit(scan, piece.start, piece.end, 'prose', 'PASSWORD', RANK.context);
}

const WITH = /[^\n.!?;]{0,80}?[ \t](?:with|using|mit|avec|con|com)[ \t]+["'`]?([^\s"'`]{6,128})/iy;

/** `log in to the box with hunter2`. */
function readLoginWith(scan: Scan, end: number): void {
  const match = matchAt(WITH, scan.text, end);
  if (!match) return;
  const last = end + match[0].length;
  const piece = unwrapped(scan.text, last - (match[1] as string).length, last);
  const word = scan.text.slice(piece.start, piece.end);
  if (isSecretWord(word, FOREIGN) && /\d/.test(word) && !isIdentifier(word))
    addHit(scan, piece.start, piece.end, 'prose', 'PASSWORD', RANK.context);
}

const YOUR_CODE =
  /(?:[ \t]{1,4}(?:is|was|lautet|ist|est|es|é|è|to|:|-|—))?[ \t]{0,4}:?[ \t]{0,4}["'`*]{0,2}(\d{6}|\d{3}[- ]\d{3})(?![\w%]|[.,]\d|[ \t](?:lines|bytes|files|ms|chars|tokens)\b)/iy;

/** `Your code is 123456`: what comes by message to log in with. */
function readYourCode(scan: Scan, _start: number, end: number): void {
  const code = matchAt(YOUR_CODE, scan.text, end)?.[1];
  if (code) addHit(scan, YOUR_CODE.lastIndex - code.length, YOUR_CODE.lastIndex, 'prose', 'CODE', RANK.context);
}

const AFTER_ADMIN = /([^\s"'`,;<>|]{6,64})/y;

/** `admin/…`, `root:…`: an account that everybody knows, and what no word looks like. */
function readAdmin(scan: Scan, _start: number, end: number): void {
  const raw = matchAt(AFTER_ADMIN, scan.text, end)?.[1];
  if (!raw || raw.startsWith('/') || inAuthority(scan.text, end)) return;
  const piece = unwrapped(scan.text, end, end + raw.length);
  const word = scan.text.slice(piece.start, piece.end);
  if (isMadeUp(word)) addHit(scan, piece.start, piece.end, 'prose', 'PASSWORD', RANK.context);
}

/** `the archive is encrypted with …` */
function readUnlocked(scan: Scan, _start: number, end: number): void {
  const raw = matchAt(WITH, scan.text, end)?.[1];
  if (!raw) return;
  const piece = unwrapped(scan.text, WITH.lastIndex - raw.length, WITH.lastIndex);
  const word = scan.text.slice(piece.start, piece.end);
  if (isSecretWord(word, FOREIGN) && /\d/.test(word) && (looksRandom(word) || isSigned(word) || isFullyMixed(word)))
    addHit(scan, piece.start, piece.end, 'prose', 'PASSWORD', RANK.context);
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
  detector('whole', 'encrypted|decrypt|decrypts|unlocks|unlock|protected', readUnlocked),
  detector(
    'start',
    'zugang|accès|acceso|accesso|login|log in|logged in|sign in|signin|logon|anmelden|einloggen',
    (scan, _start, end) => {
      readLogin(scan, end);
      readLoginWith(scan, end);
    },
  ),
  detector('start', 'admin/|admin:|root/|root:|admin / |root / ', readAdmin),
  detector('start', 'btoa(|b64encode(|buffer.from(|echo -n |base64_encode(', readEncoded),
  detector(
    'start',
    'app password|app-password|app passwort|app-passwort|mot de passe d’application|contraseña de aplicación',
    readAppPassword,
  ),
  detector(
    'start',
    'your code|your one-time code|ihr code|dein code|votre code|ton code|tu código|su código|seu código|teu código|il tuo codice|uw code|je code|twój kod|ваш код|твой код|din kod',
    readYourCode,
  ),
];
