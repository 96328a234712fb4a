import { hasDigitSoon } from './chars.ts';
import { textBefore } from './match-at.ts';
import { looksRandom } from './randomness.ts';
import { addHit, RANK, type Scan } from './scan.ts';
import { isClosing, isSpelt, unwrapped } from './secret-words.ts';

/** Before another password: a word that corrects, or says which. */
const CUE =
  /(?:\b(?:or|to|try|now|was|it['’]?s|meant|oder|ou|nein|no|war|prod|staging|stg|dev|test|old|new|fails)|旧的是|→|->),?[ :]*["'`*]*$/i;

/** Adds a password, and what follows in its sentence that is another one, or the same put right. */
export function addPassword(scan: Scan, start: number, end: number, rule: string, type: string): void {
  addHit(scan, start, end, rule, type, RANK.context);
  const { text } = scan;
  const first = text.slice(start, end);
  if (type !== 'PASSWORD' || end <= (scan.done.get(addPassword) ?? 0)) return;
  if (!hasDigitSoon(text, end, 120)) return;
  const rest = text.slice(end, end + 120).split('\n', 1)[0] as string;
  scan.done.set(addPassword, end + rest.length);
  for (const { 0: raw, index } of rest.matchAll(/[^\s"'`\d\u2e80-\uffff]{0,48}\d[^\s"'`\u2e80-\uffff]{0,48}/g)) {
    if (raw.length < 5) continue;
    const piece = unwrapped(text, end + index, end + index + raw.length);
    const word = text.slice(piece.start, piece.end);
    const alike = word.slice(0, 3).toLowerCase() === first.slice(0, 3).toLowerCase();
    const cued = alike || CUE.test(textBefore(text, piece.start, 16));
    if (cued && (isSpelt(word) || looksRandom(word) || isClosing(text, piece.end, word)))
      addHit(scan, piece.start, piece.end, rule, type, RANK.context);
  }
}

/** Adds what stands there, without its quotes, if it is a word that fits; says which word that was. */
export function addWord(
  scan: Scan,
  start: number,
  end: number,
  fits: (word: string, end: number) => boolean,
  rule = 'prose',
  type = 'PASSWORD',
): string {
  const piece = unwrapped(scan.text, start, end);
  const word = scan.text.slice(piece.start, piece.end);
  if (!fits(word, piece.end)) return '';
  addPassword(scan, piece.start, piece.end, rule, type);
  return word;
}
