import { indexWithin, lastIndexWithin } from './chars.ts';
import { matchAt } from './match-at.ts';
import { isChosen, isFullyMixed, isSigned, unwrapped } from './prose.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';
import { isOpen } from './values.ts';

const BEFORE = 120;
const BEHIND = 160;
const SIGN = /[!#$%^*?&~@+]/;
const WORD = /[^\s"'`“”„«»]{8,44}/g;
/** `repo#1234`, `$HOME`, `~kim`, `@handle`, `a?b`: signs with a meaning of their own. */
const WRITTEN =
  /^[$%@&#~*?+-]|^[\w./-]+#\d+$|[\w-]+@[\w-]+\.|^[\w.]+\?[\w.]+$|^[A-Z]\w+#[a-z]\w+$|&&|\*\*|@v?\d|^[\w-]+\+\d+$/;
/** A line of a program or a log rather than a sentence. */
const CODE = /[{};=<>|\\]|\w\(|\)\.|::|->|=>|\]\(/;
const WORDS = /(?:^|[\s"'(])\p{L}{1,14}[,:.]?(?=\s)/gu;

/** What a sentence speaks of that is to be entered or opened: nothing but a password is spelt like that there. */
function readSentence(scan: Scan, start: number, end: number): void {
  if (end <= (scan.done.get(readSentence) ?? 0)) return;
  const { text } = scan;
  const from = lastIndexWithin(text, '\n', start, start - BEFORE) + 1 || Math.max(0, start - BEFORE);
  const found = indexWithin(text, '\n', end, end + BEHIND);
  const to = found < 0 ? Math.min(text.length, end + BEHIND) : found;
  scan.done.set(readSentence, to);
  const line = text.slice(from, to);
  if (!SIGN.test(line) || !/\d/.test(line)) return;
  for (const match of line.matchAll(WORD)) {
    const piece = unwrapped(text, from + match.index, from + match.index + match[0].length);
    const word = text.slice(piece.start, piece.end);
    if (!(isSigned(word) || isFullyMixed(word)) || WRITTEN.test(word) || isOpen(word)) continue;
    const rest = line.replace(match[0], ' ');
    if (CODE.test(rest) || (rest.match(WORDS)?.length ?? 0) < 3) return;
    addHit(scan, piece.start, piece.end, 'entrance', 'PASSWORD', RANK.context);
  }
}

const PAIR = /([A-Za-z][\w.@-]{1,31})[ \t]\/[ \t]["'`]?([^\s"'`/]{8,44})/y;

/** `kim / Wolken!…`: a user and what no word looks like. */
function readPair(scan: Scan, start: number): void {
  const { text } = scan;
  let from = start;
  while (from > 0 && start - from < 32 && /[\w.@-]/.test(text[from - 1] as string)) from--;
  const match = matchAt(PAIR, text, from);
  if (!match) return;
  const piece = unwrapped(text, PAIR.lastIndex - (match[2] as string).length, PAIR.lastIndex);
  const word = text.slice(piece.start, piece.end);
  const known = /^(?:admin|root|administrator|user)$/i.test(match[1] as string) && isChosen(word);
  if (!(known || isSigned(word) || isFullyMixed(word)) || WRITTEN.test(word) || isOpen(word)) return;
  addHit(scan, piece.start, piece.end, 'entrance', 'PASSWORD', RANK.context);
}

export const ENTRANCE_DETECTORS: readonly Detector[] = [
  detector(
    'start',
    'log in|logs in|logged in|login|logging in|sign in|ssh in|get in|you in|me in|unlock|opens with|user is|username|account|konto|compte|cuenta|аккаунт|admin panel|router|wifi|wi-fi|wlan|the nas|jump host|credentials|benutzer|anmelden|einloggen|utilisateur|connecter|usuario|utente|utilizador|gebruiker|użytkownik|логин|kullanıcı|användare|brugernavn|brukernavn',
    readSentence,
  ),
  detector('none', ' / ', readPair),
];
