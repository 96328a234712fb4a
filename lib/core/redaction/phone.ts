import { ALNUM, DIGIT, isAt } from './chars.ts';
import { matchAt, standsAt, textBefore } from './match-at.ts';
import { PHONE_WORD_DETECTORS } from './phone-words.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

/** Calling code → digits of a national number, fewest to most (ITU E.164 numbering plans). */
const PLANS = `7-10 44,84,230,243,254,263,267,353,372,960
10-10 1,58,225,229
8-10 20,60,378,506,850,855,856,964,970,976
6-10 27,48,53,64,95,98,880
10-12 30
6-11 31,375,595
8-9 32,36,51,213,224,233,237,250,258,264,268,377,382,387,591,962,963
9-9 33,34,93,94,211,212,218,221,240,242,244,249,251,255,256,260,261,262,351,590,594,596,979,992,994,995,998
6-12 39,46,61,359,381
6-9 40,252,355,376,421,508,681,689
9-12 41,420,870
6-13 43,63
8-8 45,47,216,222,223,226,227,228,232,235,236,253,257,266,350,356,357,370,371,373,374,389,505,509,800,808,973,993
6-13 49
10-11 52,54,56
8-11 55,57,65,502,504,593,977,852
9-12 62,66
10-12 91
9-11 81,886
8-11 82,86
10-14 7,234
7-12 90
8-12 92,383,883
7-9 220,231,245,265,354,385,423,967,968
7-7 238,239,246,248,269,291,297,592,673,674,680,683,691,692
7-8 241,599,670,675,853,961,965,975
5-7 247,290,500,682,676,677,678,688,690,298,299,672,687
6-12 358,971
9-10 380,881,966,996
5-8 386,686
7-11 501,503,507,679,974
6-7 597
8-13 598
5-10 685
11-12 878,888`;

const PLAN = new Map<string, readonly [number, number]>();
for (const line of PLANS.split('\n')) {
  const [range = '', codes = ''] = line.split(' ');
  const [min = 0, max = 0] = range.split('-').map(Number);
  for (const code of codes.split(',')) PLAN.set(code, [min, max]);
}

/** Could these digits, country code first, be a number that somebody can be called at? */
function isDialable(digits: string): boolean {
  for (const length of [1, 2, 3]) {
    const plan = PLAN.get(digits.slice(0, length));
    if (!plan) continue;
    const national = digits.slice(length);
    if (national.length < plan[0] || national.length > plan[1]) return false;
    if (digits[0] === '1') return /^[2-9]\d\d[2-9]\d{6}$/.test(national);
    return !/^(\d)\1+$/.test(national);
  }
  return false;
}

const INTERNATIONAL = /(?:\+|00)[ (]{0,2}\d(?:[ ().\-/\u00a0\u2009\u202f]{0,3}\d){6,16}/y;

/** Drops digit groups that a sentence has put behind the number. */
function longestDialable(text: string): number {
  let end = text.length;
  while (end > 8) {
    const digits = text.slice(0, end).replace(/\D/g, '').replace(/^00/, '');
    if (digits.length <= 15 && isDialable(digits)) return end;
    const cut = text.slice(0, end).search(/[ ().\-/\u00a0\u2009\u202f]+\d+\)?$/);
    if (cut < 0) return 0;
    end = cut;
  }
  return 0;
}

function readInternational(scan: Scan, start: number): void {
  const { text } = scan;
  if (isAt(text, start - 1, ALNUM) || /[+=*/^)\]]/.test(text[start - 1] ?? '')) {
    if (
      text[start - 1] !== '=' &&
      !(text[start - 1] === '/' && text[start] === '+') &&
      text[start - 1] !== '+' &&
      !(text[start - 2] === '\\' && /[nrt]/.test(text[start - 1] as string))
    )
      return;
  }
  const match = matchAt(INTERNATIONAL, text, start);
  if (!match) return;
  const length = longestDialable(match[0]);
  if (length === 0 || isAt(text, start + length, ALNUM)) return;
  const end = start + length;
  scan.digitsDone = Math.max(scan.digitsDone, end);
  addHit(scan, start, end, 'phone', 'PHONE', RANK.pii);
}

/** `00 33 6 …`: bytes in decimal come in pairs only, and more of them. */
const SPACED = /00 [1-9]\d{1,2} (?=[\d ]{0,20}(?:\b\d\b|\d{3}))\d{1,4}(?: \d{2,4}){2,4}(?![ ]?\d)/y;

function readSpaced(scan: Scan, start: number): void {
  if (!/\d ?$/.test(textBefore(scan.text, start, 2)) && standsAt(SPACED, scan.text, start))
    readInternational(scan, start);
}

/** `0049 …`: only where it is no column of hexadecimal numbers. */
export function readDoubleZero(scan: Scan, start: number): void {
  if (/[0-9A-F]{3,}[ :".]+$/i.test(textBefore(scan.text, start, 8))) return;
  const groups =
    /^00[1-9](?:[ ().\-/]{0,3}\d){8,14}/.exec(scan.text.slice(start, start + 48))?.[0].split(/[^\d]+/) ?? [];
  if (groups.length > 0 && !(groups.length > 1 && groups.slice(0, -1).every((group) => group.length === 4)))
    readInternational(scan, start);
}

const NANP = /(?:1[ .-])?(?:\([2-9]\d\d\)[ .-]?[2-9]\d\d[ .-]|[2-9]\d\d([ .-])[2-9]\d\d\1)\d{4}(?![\w-]|\.\d)/y;
/** `8 (916) 123-45-67`: Russian numbers by their trunk prefix. */
const TRUNK = /8[ -]?\(\d{3}\)[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}(?!\d)/y;

/** `(415) 555-0137` and `415-555-0137` need no word beside them. */
export function readNorthAmerican(scan: Scan, start: number): boolean {
  const { text } = scan;
  const area = /\([2-9]\d\d\)[ .-]?$/.exec(textBefore(text, start, 6))?.[0].length ?? 0;
  const from = area > 0 ? start - area : text[start - 1] === '(' ? start - 1 : start;
  if (isAt(text, from - 1, ALNUM) || /[.\-_#:]/.test(text[from - 1] ?? '')) return false;
  if (text[from - 1] === '/' && isAt(text, from - 2, DIGIT)) return false;
  const match = matchAt(NANP, text, from);
  if (!match || /^\d{3} \d{3} \d{4}$/.test(match[0])) return false;
  addHit(scan, from, from + match[0].length, 'phone', 'PHONE', RANK.pii);
  scan.digitsDone = Math.max(scan.digitsDone, from + match[0].length);
  return true;
}

/** `010-1234-5678`, `090-1234-5678`: mobile numbers of Korea and Japan. */
const EASTERN = /0[1789]0-\d{4}-\d{4}(?![\d-])/y;

function readEastern(scan: Scan, start: number): void {
  const match = matchAt(EASTERN, scan.text, start);
  if (match && !/[-\w]/.test(scan.text[start - 1] ?? ''))
    addHit(scan, start, start + match[0].length, 'phone', 'PHONE', RANK.pii);
}

function readTrunk(scan: Scan, start: number): void {
  const match = matchAt(TRUNK, scan.text, start);
  if (match && !isAt(scan.text, start - 1, ALNUM))
    addHit(scan, start, start + match[0].length, 'phone', 'PHONE', RANK.pii);
}

export const PHONE_DETECTORS: readonly Detector[] = [
  detector('start', '010-\\d|0\\d0-\\d', readEastern),
  detector('none', '8 (\\d|8(\\d', readTrunk),
  detector('none', '+\\d|+(\\d', readInternational),
  detector('start', '00 \\d\\d', readSpaced),
  ...PHONE_WORD_DETECTORS,
];
