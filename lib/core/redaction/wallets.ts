import { ALNUM, isAt, LOWER, skip, skipBack } from './chars.ts';
import { matchAt, standsAt, textBefore } from './match-at.ts';
import { MNEMONIC_WORDS } from './mnemonic-words.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

const FEWEST_WORDS = 12;
/** A phrase of 12 words has 47 units at least: a step below that cannot miss one. */
const STEP = 40;

const headOf = (text: string, start: number, end: number): number => {
  let head = 0;
  for (let i = 0; i < 4; i++) head = head * 27 + (start + i < end ? text.charCodeAt(start + i) - 96 : 0);
  return head;
};
/** First four letters → number of the word that begins with them, from 1 on: BIP-39 words differ in them. */
const NUMBERS = new Uint16Array(27 ** 4);
const LIST = [...MNEMONIC_WORDS];
LIST.forEach((word, at) => {
  NUMBERS[headOf(word, 0, word.length)] = at + 1;
});

function isWord(text: string, start: number, end: number): boolean {
  if (end - start < 3 || end - start > 8) return false;
  const number = NUMBERS[headOf(text, start, end)] as number;
  if (number === 0) return false;
  const word = LIST[number - 1] as string;
  return word.length === end - start && text.startsWith(word, start);
}

/** Between two words: a space, a comma, quotes, or the number of the next one. */
const GAP =
  /(?:\s{0,4}\(?\d{1,2}[.):]\)?[ \t]{0,3}|\\?["'`],?\s{0,4}\\?["'`]|,\s?|\n\s{0,4}(?:[-*] )?(?:\d{1,2}[.):][ \t]{0,3})?|[ \t]{1,4})/y;

function nextWord(text: string, end: number): number {
  const gap = matchAt(GAP, text, end);
  return gap ? end + gap[0].length : -1;
}

/** Prose ends here: on one side at least, another word of the list stands right beside. */
function hasNeighbour(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(end) === 32 && isAt(text, end + 1, LOWER))
    return isWord(text, end + 1, skip(text, end + 1, LOWER, end + 10));
  if (text.charCodeAt(start - 1) === 32 && isAt(text, start - 2, LOWER))
    return isWord(text, skipBack(text, start - 1, LOWER, Math.max(0, start - 10)), start - 1);
  return /[,"'`\n]/.test(text[end] ?? '') || /[,"'`\n.)]/.test(text[start - 2] ?? '');
}

/** A list of sides and colours says the same words again and again; a phrase hardly one of them twice. */
function isVaried(phrase: string): boolean {
  const words = phrase.match(/[a-z]{3,8}/g) ?? [];
  return new Set(words).size * 4 >= words.length * 3;
}

/** Seed phrases: twelve or more list words in a row, wherever they stand. */
export function readMnemonics(scan: Scan): void {
  const { text } = scan;
  for (let probe = STEP - 1; probe < text.length; probe += STEP) {
    let inside = probe;
    while (probe - inside < 4 && !isAt(text, inside, LOWER)) inside--;
    if (!isAt(text, inside, LOWER)) continue;
    const wordStart = skipBack(text, inside, LOWER, Math.max(0, inside - 9));
    const wordEnd = skip(text, inside, LOWER, inside + 9);
    if (!isWord(text, wordStart, wordEnd) || !hasNeighbour(text, wordStart, wordEnd)) continue;
    let start = wordStart;
    let count = 1;
    for (let at = wordStart; at > 0; ) {
      const gapEnd = at;
      let i = at;
      while (i > 0 && at - i < 8 && !isAt(text, i - 1, LOWER)) i--;
      const gap = matchAt(GAP, text, i);
      const before = skipBack(text, i, LOWER, Math.max(0, i - 9));
      if (i === at || !gap || i + gap[0].length !== gapEnd || !isWord(text, before, i)) break;
      start = before;
      at = before;
      count++;
    }
    let end = wordEnd;
    for (;;) {
      const next = nextWord(text, end);
      if (next < 0) break;
      const nextEnd = skip(text, next, LOWER, next + 9);
      if (!isWord(text, next, nextEnd)) break;
      end = nextEnd;
      count++;
    }
    if (count < FEWEST_WORDS) continue;
    probe = Math.max(probe, end);
    if (isVaried(text.slice(start, end)) && !isAt(text, start - 1, ALNUM))
      addHit(scan, start, end, 'mnemonic', 'MNEMONIC', RANK.structure);
  }
}

const EXTENDED_KEY = /[xyztuv]prv[1-9A-HJ-NP-Za-km-z]{100,115}(?![A-Za-z0-9])/y;
const HEX_KEY = /0x[0-9a-fA-F]{64}(?![0-9a-fA-F])/y;
const KEY_NEAR =
  /wallet|private|secret|priv|signer|mnemonic|keystore|deployer|fund|money|ledger|account key|accounts?["']?\s?[:=]\s?\[|sk\b/i;
const HASH_NEAR =
  /tx|transaction|hash|block|root|topic|digest|keccak|sha|commitment|receipt|storage|slot|selector|bytes32|role|domain/i;

function readHexKey(scan: Scan, start: number): void {
  const { text } = scan;
  if (isAt(text, start - 1, ALNUM)) return;
  if (!standsAt(HEX_KEY, text, start)) return;
  const before = textBefore(text, start, 80);
  const after = text.slice(start + 66, start + 160);
  if (HASH_NEAR.test(before.slice(-32)) || !(KEY_NEAR.test(before) || KEY_NEAR.test(after))) return;
  addHit(scan, start, start + 66, 'wallet-key', 'PRIVATE_KEY', RANK.shape);
}

const BYTES = /\[\s{0,4}(?:\d{1,3},\s{0,4}){31,127}\d{1,3}\s{0,4}\]/y;

/** The byte list of a Solana key file: 64 numbers below 256. */
function readBytes(scan: Scan, start: number): void {
  const match = matchAt(BYTES, scan.text, start);
  if (!match) return;
  const numbers = match[0].match(/\d+/g) ?? [];
  if ((numbers.length !== 64 && numbers.length !== 32) || numbers.some((number) => Number(number) > 255)) return;
  if (numbers.length === 32 && !KEY_NEAR.test(textBefore(scan.text, start, 60))) return;
  addHit(scan, start + 1, start + match[0].length - 1, 'wallet-key', 'PRIVATE_KEY', RANK.shape);
}

export const WALLET_DETECTORS: readonly Detector[] = [
  detector('start', 'xprv|yprv|zprv|tprv|uprv|vprv', (scan, start) => {
    const match = matchAt(EXTENDED_KEY, scan.text, start);
    if (match) addHit(scan, start, start + match[0].length, 'wallet-key', 'PRIVATE_KEY', RANK.token);
  }),
  detector('none', '0x', readHexKey),
  detector('none', '[\\d\\d|[\\d,|[ \\d\\d|[\n \\d', readBytes),
];
