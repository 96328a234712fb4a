import { decodeRun } from './decode-run.ts';
import { matchAt, textBefore } from './match-at.ts';
import { addHit, detector, RANK, type Scan } from './scan.ts';
import { isFullyMixed, isSigned } from './secret-words.ts';
import { isPlace, isStandIn } from './values.ts';

const REACH = 300;
const TWO_LINES = /[^\n]{0,600}\n?[^\n]{0,300}/y;
const WORD = /[^\s"'`()<>[\]{},;|]{8,512}/g;
/** Six bytes. */
const SHORTEST_HEX = 12;

/** What somebody would encode to hide it. */
const isHidden = (plain: string): boolean =>
  /^(?=.*[A-Za-z]{3}.*\d)[!#-;=?-z|~]{8,128}$/.test(plain) && !isPlace(plain) && !isStandIn(plain);

const TURNS: readonly ((word: string) => string)[] = [
  (word) => [...word].reverse().join(''),
  (word) =>
    word.replace(/[a-m]|([n-z])/gi, (letter, late) => String.fromCharCode(letter.charCodeAt(0) + (late ? -13 : 13))),
];

/** The secret that a word stands for, decoded or turned round; null when it stands for none. */
function secretOf({ inner }: Scan, word: string): string | null {
  const plain = decodeRun(word, SHORTEST_HEX)?.trim() ?? '';
  if (isHidden(plain)) return plain;
  const own = word.slice(word.indexOf(':') + 1);
  // before it is encoded, or turned round, a password is odd itself
  if (!/^\W|[%=/]/.test(own) && (isSigned(own) || isFullyMixed(own))) return own;
  return (/\d/.test(word) && inner && TURNS.map((turn) => turn(word)).find(inner)) || null;
}

/** Words beside a codec, in its line and in the next one, that hide a secret, and that secret. */
function readCoded(scan: Scan, start: number): void {
  const { text } = scan;
  if (start < (scan.done.get(readCoded) ?? 0)) return;
  const from = start - textBefore(text, start, REACH).replace(/.*\n/s, '').length;
  const window = matchAt(TWO_LINES, text, from)?.[0] ?? '';
  scan.done.set(readCoded, from + (window.indexOf('\n') + 1 || window.length));
  for (const [word] of window.matchAll(WORD)) {
    const secret = secretOf(scan, word);
    for (const hidden of secret === null ? [] : [secret, word]) {
      const at = from + window.indexOf(hidden);
      if (at >= from) addHit(scan, at, at + hidden.length, 'encoded', 'SECRET', RANK.shape);
    }
  }
}

export const CODEC_DETECTOR = detector(
  'none',
  [
    ...'base64|atob(|btoa(|b64en|b64de|xxd -|.hex()|fromhex|reverse|[::-1]|strrev|rot13|rot_13|n-za-m'.split('|'),
    '| rev',
    'rev <<<',
  ],
  readCoded,
);
