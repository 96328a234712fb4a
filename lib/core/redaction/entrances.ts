import { hasDigitSoon, indexWithin, lastIndexWithin } from './chars.ts';
import { FOREIGN } from './foreign-names.ts';
import { matchAt } from './match-at.ts';
import { looksRandom } from './randomness.ts';
import { type Detector, detector, type Scan } from './scan.ts';
import { isChosen, isClosing, isSecretWord, isSpelt } from './secret-words.ts';
import { addWord } from './told.ts';
import { isOpen } from './values.ts';

const BEFORE = 120;
const BEHIND = 160;
const SIGN = /[!#$%^*?&~@+]/;
const WORD = /[^\s"'`“”„«»]{8,44}/g;
/** `repo#1234`, `$HOME`, `~kim`, `@handle`, `a?b`: signs with a meaning of their own. */
const WRITTEN =
  /^[$%@&#~*?+-]|^[\w./-]+#\d+$|[\w-]+@[\w-]+\.|^[\w.]+\?[\w.]+$|^[A-Z]\w+#[a-z]\w+$|^(?:Ctrl|Alt|Shift|Cmd)\+|&&|\*\*|@v?\d|^[\w-]+\+\d+$/;
/** A line of a program or a log rather than a sentence. */
const CODE = /[{};=<>|\\]|\w\(|\)\.|::|->|=>|\]\(/;
const WORDS = /(?:^|[\s"'(])\p{L}{1,14}[,:.]?(?=\s)/gu;

const isPassword = (word: string): boolean =>
  isSpelt(word) && (!WRITTEN.test(word) || looksRandom(word)) && !isOpen(word);

/** No word, and a digit in it. */
export const isMixed = (word: string): boolean => isSecretWord(word, FOREIGN) && /\d/.test(word);

const isDrawn = (word: string): boolean =>
  isPassword(word) ||
  (/^(?=.*\d.*\d)(?=.*\d[A-Za-z])(?![\da-f-]+$|sha\d)[A-Za-z\d-]{8,}$/.test(word) &&
    looksRandom(word) &&
    isMixed(word));

const NUMBERED = /\p{Ll}{3}.*\d\d[!?]?$/u;
/** Products have shorter numbers. */
const LONG_NUMBERED = /\p{Ll}{3}.*\d{4}[!?]?$/u;

/** Where a sentence leads straight to a password: also a word and a number that end there. */
export const isEntry =
  (text: string, ending = NUMBERED): ((word: string, end: number) => boolean) =>
  (word, end) =>
    isDrawn(word) || (ending.test(word) && isMixed(word) && isClosing(text, end, word));

const isSentence = (rest: string): boolean => !CODE.test(rest) && (rest.match(WORDS)?.length ?? 0) > 2;

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
    const start = from + match.index;
    addWord(
      scan,
      start,
      start + match[0].length,
      (word) => isPassword(word) && isSentence(line.replace(match[0], ' ')),
      'entrance',
    );
  }
}

/** Leads to much else as well. */
const LOOSE = /^(?:use|try|enter|admin) $/i;
const HANDED = /['’]?s?(?: is)?[:,]?[ \t]*(?<=\s)["'`*]{0,2}([^\s"'`*]{6,64})/y;

/** `the wifi is …`, `same as last time: …`, `here you go: …` */
function readHanded(scan: Scan, start: number, end: number): void {
  if (!hasDigitSoon(scan.text, end, 32)) return;
  const ending = LOOSE.test(scan.text.slice(start, end)) ? LONG_NUMBERED : NUMBERED;
  const raw = matchAt(HANDED, scan.text, end)?.[1];
  if (raw) addWord(scan, HANDED.lastIndex - raw.length, HANDED.lastIndex, isEntry(scan.text, ending), 'entrance');
}

const PAIR = /([A-Za-z][\w.@-]{1,31})[ \t]\/[ \t]["'`]?([^\s"'`/]{8,44})/y;

/** `kim / Wolken!…`: a user and what no word looks like. */
function readPair(scan: Scan, start: number): void {
  const { text } = scan;
  let from = start;
  while (from > 0 && start - from < 32 && /[\w.@-]/.test(text[from - 1] as string)) from--;
  const match = matchAt(PAIR, text, from);
  if (!match) return;
  const known = /^(?:admin|root|administrator|user)$|@/i.test(match[1] as string);
  addWord(
    scan,
    PAIR.lastIndex - (match[2] as string).length,
    PAIR.lastIndex,
    (word) => isDrawn(word) || (known && (isChosen(word) || isMixed(word))),
    'entrance',
  );
}

export const ENTRANCE_DETECTORS: readonly Detector[] = [
  detector(
    'start',
    'log in|logs in|logged in|login|logging in|sign in|ssh in|get in|you in|me in|unlock|opens with|user is|username|account|prompt|konto|compte|cuenta|аккаунт|admin panel|router|wifi|wi-fi|wlan|the nas|jump host|credentials|benutzer|anmelden|einloggen|utilisateur|connecte|usuario|entrar|logga in|utente|utilizador|gebruiker|użytkownik|логин|kullanıcı|användare|brugernavn|brukernavn',
    readSentence,
  ),
  detector('none', ' / ', readPair),
  detector(
    'start',
    "wifi|wlan|last time|as before|you go|u go|you in|here it is|new one|it's|it’s|still |try |enter |meant |use |admin ",
    readHanded,
  ),
];
