import { ALNUM, isAt } from './chars.ts';
import { matchAt, standsAt, textBefore } from './match-at.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

/**
 * National numbers as their countries write them, which need no word beside: a trunk zero, then groups of these sizes. What
 * follows names a country that is known for the shape. Blanks and hyphens both stand between groups.
 */
const S = '[ \\u00a0\\u202f-]';
const GROUPED: readonly RegExp[] = [
  `0[1-9]\\d${S}\\d{3}${S}\\d{4}`, // South Africa, Japan
  `0[1-9]\\d{2}${S}\\d{3}${S}\\d{3,4}`, // Australia, Kenya, Nigeria
  `0[1-9]\\d{2}${S}\\d{3}${S}\\d{2}${S}\\d{2}`, // Turkey
  `0[1-9]\\d${S}\\d{3}${S}\\d{2}${S}\\d{2}`, // Switzerland, Sweden
  `0[1-9]${S}\\d{4}${S}\\d{4}`, // Japan, Australia
  `0[1-9]\\d${S}\\d{4}${S}\\d{4}`, // Britain, Korea
  `07\\d{3}${S}\\d{3}${S}\\d{3}`, // Britain
  `07\\d{3}${S}\\d{6}`,
  `04\\d{2}(?:${S}\\d{2}){3}`, // Belgium
  `0[67](?:([ .\\u00a0-])\\d{2})(?:\\1\\d{2}){3}`, // France
  '06[ -]\\d{8}', // Netherlands
  '01[567]\\d[ /-]\\d{7,8}', // Germany
  `01[567]\\d[ /-]\\d{3,4} \\d{3,4}`,
  '0(?:10|2\\d|[3-9]\\d\\d)-\\d{7,8}', // China
  '0[57]\\d-\\d{7}', // Israel, Sweden
].map((shape) => new RegExp(`${shape}(?![\\w]|[ .,:/-]\\d)`, 'y'));

/** What counts things, or names something else by number. */
const OTHERS =
  /(?:[\d%°#=*+][ .,:/-]{0,2}|[-_/.]|\b(?:no|nr|ref|order|invoice|case|sku|serial|isbn|issn|ean|upc|part|art|model|batch|lot|page|line|id|code|zip|plz|version|build)\.?[ :#]{0,2})$/i;

/** A number of a country's own that begins at `start`. */
export function readNationalPhone(scan: Scan, start: number): boolean {
  const { text } = scan;
  if (text[start] !== '0' || text[start + 1] === '0' || isAt(text, start - 1, ALNUM)) return false;
  for (const pattern of GROUPED) {
    const number = matchAt(pattern, text, start)?.[0];
    if (number === undefined) continue;
    if (isCounting(number) || OTHERS.test(textBefore(text, start, 12))) return false;
    add(scan, start, pattern.lastIndex);
    return true;
  }
  return false;
}

/** `010 020 0300`: steps of a scale. */
const isCounting = (number: string): boolean => number.split(/\D/).every((group) => group.endsWith('0'));

function add(scan: Scan, start: number, end: number): void {
  addHit(scan, start, end, 'phone', 'PHONE', RANK.pii);
  scan.digitsDone = Math.max(scan.digitsDone, end);
}

const BRAZIL = /\(0?[1-9]\d\) ?9?\d{4}-\d{4}(?![\w-])/y;

/** `(11) 91234-5678` */
function readBrazilian(scan: Scan, start: number): void {
  if (!isAt(scan.text, start - 1, ALNUM) && standsAt(BRAZIL, scan.text, start)) add(scan, start, BRAZIL.lastIndex);
}

const RUSSIA = /8([ -])\d{3}[ -]\d{3}-\d{2}-\d{2}(?![\w-])/y;

/** `8 960 809-98-21` */
function readRussian(scan: Scan, start: number): void {
  if (!/[\w.,:/-] ?$/.test(textBefore(scan.text, start, 2)) && standsAt(RUSSIA, scan.text, start))
    add(scan, start, RUSSIA.lastIndex);
}

const PAYEE = /(?:[A-Z][A-Za-z'.-]{0,20} ){0,4}(0[1-9]\d{8}|2\d{11})(?![\w.-]*\w)/y;
const MONEY = /(?:[A-Z][A-Za-z]{1,3}|[$€£₦₹])\.?[ ]?\d[\d.,]*/;

/** `Ksh500.00 sent to JOHN 07…`: what mobile money tells by message. */
function readPayee(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  const number = matchAt(PAYEE, text, end)?.[1];
  if (number === undefined || !MONEY.test(text.slice(Math.max(0, start - 64), end))) return;
  add(scan, PAYEE.lastIndex - number.length, PAYEE.lastIndex);
}

export const NATIONAL_PHONE_DETECTORS: readonly Detector[] = [
  detector(
    'start',
    '06 \\d\\d \\d|07 \\d\\d \\d|06.\\d\\d.\\d|07.\\d\\d.\\d|0\\d\\d \\d\\d\\d \\d\\d|0\\d\\d-\\d\\d\\d \\d\\d',
    (scan, start) => {
      readNationalPhone(scan, start);
    },
  ),
  detector('none', '(\\d\\d) \\d\\d\\d\\d|(\\d\\d)9\\d\\d\\d\\d', readBrazilian),
  detector('start', '8-\\d\\d\\d-\\d\\d\\d|8 \\d\\d\\d \\d\\d\\d-|8 \\d\\d\\d-\\d\\d\\d-', readRussian),
  detector('none', ' sent to | received from | paid to | made to | transferred to |.00 from ', readPayee),
];
