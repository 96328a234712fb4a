import { HEX_UNIT } from './automaton.ts';
import { DIGIT, HEX, isAt, skipBack } from './chars.ts';
import { isText } from './decode-run.ts';
import { matchAt } from './match-at.ts';
import { addHit, detector, RANK, type Scan } from './scan.ts';

/** Twelve units by their numbers, in any notation. */
const LIST =
  /(?:(?:chr\(|[0xu+\\]{1,2})?[0-9a-f]{2,8}[\s,:+.)]{0,24}(?<=[^0-9a-f]|\\[0-7]{3})){11,1024}(?:(?:chr\(|[0xu+\\]{1,2})?[0-9a-f]{2,8})?/iy;

/** `[103, 104, …]`, `67:68:70:…`, `chr(103) + …`, `\147\150…`: a text unit by unit. */
function readList(scan: Scan, at: number): void {
  const { text } = scan;
  if (!scan.inner || at < (scan.done.get(readList) ?? 0)) return;
  const start = isAt(text, at, DIGIT) ? skipBack(text, at, HEX, at - 3) : at;
  const list = matchAt(LIST, text, start)?.[0];
  if (list === undefined) return;
  const end = LIST.lastIndex;
  scan.done.set(readList, end);
  const numbers = list.match(/[0-9a-f]{2,8}/gi) as string[];
  for (const base of [10, 16, 8]) {
    const codes = numbers.map((number) => Number.parseInt(number, base));
    if (codes.every(isText) && scan.inner(String.fromCharCode(...codes)))
      addHit(scan, start, end, 'number-list', 'SECRET', RANK.shape);
  }
}

const pair = HEX_UNIT + HEX_UNIT;

export const LIST_DETECTOR = detector(
  'none',
  `${pair} ${pair} ${pair}|${pair}:${pair}:${pair}|0x${pair}, 0x|\\d\\d, \\d\\d|\\d\\d,\\d\\d|1\\d\\d 1\\d\\d |chr(\\d\\d|u+00|\\1\\d\\d\\1`,
  readList,
);
