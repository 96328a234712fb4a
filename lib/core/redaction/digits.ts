import { readCards, readIbanAround } from './cards.ts';
import { ALNUM, DIGIT, isAt, LOWER, skip, skipBack, Units, UPPER } from './chars.ts';
import { standsAt } from './match-at.ts';
import { readNationalId } from './national-ids.ts';
import { readNationalPhone } from './national-phones.ts';
import { readDoubleZero, readNorthAmerican } from './phone.ts';
import { type Detector, detector, type Scan } from './scan.ts';
import { readSnowflake } from './snowflakes.ts';

const LONGEST_RUN = 40;
const DATE = /(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d)/y;

const BETWEEN = new Units(/[ .\-/\u00a0]/);
const SEPARATOR = new Units(/[ .\-/()\u00a0]/);

/** Start of the digit groups that the run at `at` belongs to. */
function groupsStart(text: string, at: number): number {
  let start = skipBack(text, at, DIGIT, Math.max(0, at - LONGEST_RUN));
  while (start > 1 && at - start < LONGEST_RUN && BETWEEN.at(text, start - 1) && isAt(text, start - 2, DIGIT)) {
    start = skipBack(text, start - 1, DIGIT, Math.max(0, at - LONGEST_RUN));
  }
  return start;
}

/** Years, line numbers and pieces of hashes are most of what digits are used for; none needs a second look. */
function isWorthReading(text: string, at: number, end: number): boolean {
  if (end - at >= 11) return true;
  if (isAt(text, at - 1, UPPER) && isAt(text, at - 2, ALNUM)) return true;
  if (isAt(text, at - 1, ALNUM) || isAt(text, end, LOWER)) return false;
  return (
    (SEPARATOR.at(text, at - 1) && isAt(text, at - 2, DIGIT | UPPER)) ||
    text[at - 1] === ')' ||
    text[at - 2] === ')' ||
    (SEPARATOR.at(text, end) && isAt(text, text[end] === text[end + 1] ? end + 2 : end + 1, DIGIT | UPPER))
  );
}

/** Four digits in a row: every number that people are known by has them somewhere, or a word beside it. */
function readDigits(scan: Scan, at: number): void {
  const { text } = scan;
  if (at < scan.digitsDone) return;
  const runEnd = skip(text, at, DIGIT, at + LONGEST_RUN);
  if (!isWorthReading(text, at, runEnd)) {
    scan.digitsDone = runEnd;
    return;
  }
  if (runEnd - at >= 11 && readSnowflake(scan, skipBack(text, at, DIGIT, Math.max(0, at - LONGEST_RUN)), runEnd))
    return;
  const start = groupsStart(text, at);
  scan.digitsDone = runEnd;
  if (standsAt(DATE, text, start)) return;
  if (text.startsWith('00', start)) readDoubleZero(scan, start);
  if (readIbanAround(scan, skipBack(text, at, DIGIT, start))) return;
  for (const from of groupStarts(text, start, at)) {
    if (isAt(text, from - 1, ALNUM)) {
      if (!(text[from - 2] === '\\' && /[nrt]/.test(text[from - 1] as string))) continue;
    }
    if (readNationalId(scan, from) || readNorthAmerican(scan, from) || readNationalPhone(scan, from)) return;
  }
  readCards(scan, start);
}

/** Where a number of several groups may begin: at each group up to the one with four digits. */
function groupStarts(text: string, start: number, at: number): readonly number[] {
  const starts: number[] = [];
  for (let i = start; i <= at; i++) if (isAt(text, i, DIGIT) && !isAt(text, i - 1, DIGIT)) starts.push(i);
  return starts[0] === start && starts.length <= 5 ? starts : [start, ...starts.slice(-5)];
}

export const DIGITS_DETECTORS: readonly Detector[] = [
  detector('none', '\\d\\d\\d\\d', readDigits),
  detector('none', '\\d\\d\\d.\\d\\d\\d.|\\d\\d.\\d\\d\\d.\\d\\d\\d/', (scan, start) => {
    readNationalId(scan, skipBack(scan.text, start, DIGIT, Math.max(0, start - 3)));
  }),
];
