import { ALNUM, DIGIT, isAt, skip, skipTo, Units } from './chars.ts';
import { passesLuhn, passesMod97 } from './checksums.ts';
import { matchAt, textBefore } from './match-at.ts';
import { inNumberTable } from './national-ids.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

/** Digits of a card number by its first digits (ISO/IEC 7812 ranges in use). */
const ISSUERS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-5]|[689])/, [14, 16]],
  [/^(?:6011|65|64[4-9])/, [16, 19]],
  [/^62/, [16, 17, 18, 19]],
  [/^81/, [16]],
  [/^35(?:2[89]|[3-8])/, [16]],
  [/^(?:50|5[6-9]|6[37])/, [16]],
  [/^220[0-4]/, [16]],
  [/^9792/, [16]],
];

const isCard = (digits: string): boolean =>
  passesLuhn(digits) &&
  !/^(\d)\1+$/.test(digits) &&
  ISSUERS.some(([prefix, lengths]) => prefix.test(digits) && lengths.includes(digits.length));

const GROUPED = /\d{1,19}(?:(?:[ \u00a0-]{1,2}|\.)\d{1,19}){0,7}/y;

interface Group {
  readonly digits: string;
  readonly index: number;
}

function groupsOf(run: string): readonly Group[] {
  const groups: Group[] = [];
  for (let index = skipTo(run, 0, DIGIT); index < run.length; ) {
    const end = skip(run, index, DIGIT);
    groups.push({ digits: run.slice(index, end), index });
    index = skipTo(run, end, DIGIT);
  }
  return groups;
}

/** Card numbers in a run of digit groups, whatever groups stand around them. */
export function readCards(scan: Scan, start: number): boolean {
  const { text } = scan;
  const run = matchAt(GROUPED, text, start)?.[0] ?? '';
  if (run.length < 13) return false;
  if (inNumberTable(text, start)) return false;
  const groups = groupsOf(run);
  let any = false;
  for (let from = 0; from < groups.length; from++) {
    let digits = '';
    let sign = '';
    for (let to = from; to < groups.length && digits.length < 19; to++) {
      const group = groups[to] as Group;
      digits += group.digits;
      const before = run[group.index - 1] ?? '';
      if (to === from + 1) sign = before;
      else if (to > from && before !== sign) break; // the same sign between all groups
      if (to > from && ((groups[from] as Group).digits.length < 4 || group.digits.length > 6)) break;
      if (digits.length < 13 || !isCard(digits)) continue;
      const first = start + (groups[from] as Group).index;
      const last = start + group.index + group.digits.length;
      if (
        (isAt(text, first - 1, ALNUM) && !/%B$/.test(textBefore(text, first, 2))) ||
        isAt(text, last, ALNUM) ||
        /[.]/.test(text[first - 1] ?? '')
      )
        continue;
      addHit(scan, first, last, 'card', 'CREDIT_CARD', RANK.pii);
      any = true;
      from = to;
      break;
    }
  }
  return any;
}

/** Country → length of its IBANs (SWIFT registry). */
const IBAN_LENGTHS =
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30';
const IBAN_LENGTH = new Map(IBAN_LENGTHS.split(' ').map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]));

const BETWEEN = new Units(/[ \u00a0.-]/);

/** The IBAN that begins at `start`, as far as it is one. */
function readIban(scan: Scan, start: number, glued = false): boolean {
  const { text } = scan;
  if (!glued && isAt(text, start - 1, ALNUM) && !(text[start - 2] === '\\' && /[nrt]/.test(text[start - 1] as string)))
    return false;
  const length = IBAN_LENGTH.get(text.slice(start, start + 2).toUpperCase());
  if (length === undefined) return false;
  let compact = '';
  let end = start;
  let gaps = 0;
  for (; end < text.length && compact.length < length; end++) {
    if (isAt(text, end, ALNUM)) {
      compact += text[end];
      gaps = 0;
    } else if (BETWEEN.at(text, end) && gaps < 2) gaps++;
    else break;
  }
  if (compact.length !== length || isAt(text, end, ALNUM)) return false;
  const upper = compact.toUpperCase();
  if (!/^[A-Z]{2}\d{2}/.test(upper) || !passesMod97(upper.slice(4) + upper.slice(0, 4))) return false;
  addHit(scan, start, end, 'iban', 'IBAN', RANK.pii);
  scan.digitsDone = Math.max(scan.digitsDone, end);
  return true;
}

/** Looks back from a run of digits for the country and check digits that an IBAN begins with. */
export function readIbanAround(scan: Scan, at: number): boolean {
  const { text } = scan;
  for (let start = at; start >= 0 && at - start <= 34; start--) {
    if (isAt(text, start, 1) || isAt(text, start, 64)) continue;
    if (!isAt(text, start, ALNUM) && !BETWEEN.at(text, start)) return false;
    if (
      isAt(text, start, 6) &&
      isAt(text, start + 1, 6) &&
      isAt(text, start + 2, 1) &&
      isAt(text, start + 3, 1) &&
      readIban(scan, start)
    )
      return true;
  }
  return false;
}

export const IBAN_DETECTOR: Detector = detector('start', 'iban', (scan, _start, end) => {
  const match = /^[^A-Za-z0-9\n]{0,12}(?:is[ :]{1,3})?/i.exec(scan.text.slice(end, end + 20));
  if (match) readIban(scan, end + match[0].length, match[0] === '');
});
