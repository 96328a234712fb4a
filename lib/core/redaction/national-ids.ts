import { ALNUM, DIGIT, flagsAt, isAt, LINE_END } from './chars.ts';
import { passesVerhoeff, readCheck, weighted } from './checksums.ts';
import { DOCUMENT_NAMES, DOCUMENTS, type Document } from './documents.ts';
import { readLabelled, readPersonalColumn } from './labels.ts';
import { matchAt, standsAt, textBefore } from './match-at.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

/** Numbers whose own shape and check digits say enough. Digits only, except where a letter is part of the shape. */
const SELF_EVIDENT: readonly { readonly pattern: RegExp; readonly check: (digits: string) => boolean }[] = [
  { pattern: /(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])/y, check: () => true }, // US social security
  { pattern: /(?<!\d[ -])[2-9]\d{3}[ -]\d{4}[ -]\d{4}(?![\w-]| \d)/y, check: passesVerhoeff }, // India
  { pattern: /\d{3}\.\d{3}\.\d{3}-\d{2}(?!\w)/y, check: isCpf },
  { pattern: /\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}(?!\w)/y, check: isCnpj },
  { pattern: /[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\w)/y, check: isChinese },
  { pattern: /\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[1-8]\d{6}(?!\w)/y, check: () => true }, // Korea
  {
    pattern: /[12][ .]?\d{2}[ .]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .]?(?:\d{2}|2[AB])[ .]?\d{3}[ .]?\d{3}[ .]?\d{2}(?!\w)/y,
    check: isFrench,
  },
  { pattern: /756\.\d{4}\.\d{4}\.\d{2}(?!\w)/y, check: isSwiss },
];

function isCpf(digits: string): boolean {
  if (/^(\d)\1+$/.test(digits)) return false;
  const check = (count: number): number => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += Number(digits[i]) * (count + 1 - i);
    return ((sum * 10) % 11) % 10;
  };
  return check(9) === Number(digits[9]) && check(10) === Number(digits[10]);
}

function isCnpj(digits: string): boolean {
  const check = (weights: readonly number[]): number => {
    const rest = weighted(digits, weights) % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  return (
    check([5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(digits[12]) &&
    check([6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(digits[13])
  );
}

function isChinese(digits: string): boolean {
  const sum = weighted(digits, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  return '10X98765432'[sum % 11] === digits[17]?.toUpperCase();
}

/** INSEE number with its key: 97 − (number mod 97). */
function isFrench(digits: string): boolean {
  if (digits.length !== 15) return false;
  const body = BigInt(digits.slice(0, 13).replace('2A', '19').replace('2B', '18'));
  return 97n - (body % 97n) === BigInt(digits.slice(13));
}

function isSwiss(digits: string): boolean {
  const sum = [...digits.slice(0, 12)].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10 === Number(digits[12]);
}

/** Rows of four-digit groups are a table of codes. */
export function inNumberTable(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - 48), at + 64);
  return (near.match(/\b(?:\d{4}|(?=[0-9A-F]{0,3}[A-F])[0-9A-F]{4})\b/g)?.length ?? 0) >= 9;
}

/** A national id that begins at `start` and needs no word beside it. */
export function readNationalId(scan: Scan, start: number): boolean {
  const { text } = scan;
  if (isAt(text, start - 1, ALNUM) || /[.\-/_]/.test(text[start - 1] ?? '')) return false;
  for (const { pattern, check } of SELF_EVIDENT) {
    const match = matchAt(pattern, text, start);
    if (!match || inNumberTable(text, start) || !check(match[0].replace(/[ .\-/]/g, ''))) continue;
    addHit(scan, start, start + match[0].length, 'national-id', 'NATIONAL_ID', RANK.pii);
    scan.digitsDone = Math.max(scan.digitsDone, start + match[0].length);
    return true;
  }
  return false;
}

/** Between the name of a document and its number: words in several languages, a sign, quotes, where it was issued. */
const WORDS =
  'card|kimlik|kartı|zehut|fin|number|numbers|num|nummer|no|nr|nº|n°|№|n|numero|número|numéro|numer|núm|番号|号码|號碼|numarası|номер|číslo|broj|numri|szám|szam|jel|id|code|kod|kode|is|was|ist|est|es|è|é|to|я|мой|my|his|her|van|der|de|da|do|del|di|du|la|el|le|security|insurance|licen[cs]e|identification|registration|holder|doc|document|seria|persona|cliente|client|titular|serie|series|серия|seri|peruano|argentino|español';
const SIGNS = String.raw`\.?\\{0,7}["'\x60»”]?[\])]?[ \t\u00a0]{0,3}(?:[(（][\p{L} .]{1,24}[)）])?[ \t\u00a0]{0,3}[:=#：|,は→>-]{0,2}[ \t\u00a0]{0,3}[(（]?(?:\\{0,7}["'\x60«“「])?`;
const STRICT = `(?:[ _/.-]{0,2}(?:${WORDS})(?![a-zº°])){0,6}${SIGNS}`;
/** Long names are followed by any words, as far as no digit and no line end stands between. */
const LOOSE = String.raw`(?:${STRICT}|[^\d\n]{1,40}?(?<![A-Za-z0-9]))`;

/** Any number of a document: letters at most in front and between, at least five digits. */
const NUMBER = String.raw`(?=[A-Za-z]{0,9}[ -]?\d)[A-Z]{0,9}[ -]?\d(?:[ .\-\/]?[A-Za-z0-9]){4,20}`;

/** What languages hang on to a long word. */
const ENDING = '[a-zà-ɏͰ-ԯ]{0,6}';

/** A blank in a name may be any sign, or none. */
const named = (names: readonly string[]): string =>
  `(?:${[...names]
    .sort((a, b) => b.length - a.length)
    .map(
      (name) =>
        name.replace(/[.()/]/g, '\\$&').replaceAll(' ', "[ _.'’-]{0,2}") + (/^[^ ]{8,}$/.test(name) ? ENDING : ''),
    )
    .join('|')})`;

/** Units by which a name is looked for; the expression sees to the rest. */
const LOOKED_FOR = 8;
/** Where a short name may end, so that not every word that begins so is looked at. */
const ENDS = [' ', ':', '.', '_', '"', '=', '#', '：', '\t'];

function keywordsOf(names: readonly string[]): readonly string[] {
  const words = names
    .flatMap((name) => (name.includes(' ') ? [' ', '_', '-', ''].map((sign) => name.replaceAll(' ', sign)) : [name]))
    .map((name) => name.replace(/\[cs\]/g, 'c').slice(0, LOOKED_FOR))
    .flatMap((word) => (/^[a-z]{1,2}$/.test(word) ? ENDS.map((end) => word + end) : [word]));
  return [...new Set(words)];
}

/** In capitals, or meant for nothing else. */
const ALWAYS = /^(?:[A-Z.]{3}|[sb]sn$|oib$|egn$|cnp$|cpf$)/;

/**
 * No part of a longer word, as far as its script has blanks between words; `kimlikNo` begins a second one. A name of one or
 * two letters in lower case is a word of some program, unless a sign follows.
 */
const isName = (text: string, start: number, end: number): boolean =>
  !/[a-zà-ɏͰ-ԯ]/.test(text[end] ?? '') &&
  !/[A-Z]{2}/.test(text.slice(end - 1, end + 1)) &&
  !(/^[Ͱ-ԯ]/.test(text[start] as string) && /[Ͱ-ԯ]/.test(text[start - 1] ?? '')) &&
  !(end - start <= 2 && /^[a-z]+$/.test(text.slice(start, end)) && !/[.:]/.test(text[end] ?? ''));

function add(scan: Scan, start: number, end: number): void {
  addHit(scan, start, end, 'national-id-context', 'NATIONAL_ID', RANK.pii);
}

/** Farther from its name than that no number stands. */
const REACH = 56;

/** Most names are words of a sentence: without a digit on the same line there is nothing to read. */
function hasDigitSoon(text: string, from: number): boolean {
  const limit = Math.min(text.length, from + REACH);
  for (let i = from; i < limit; i++) {
    const flags = flagsAt(text, i);
    if (flags & DIGIT) return true;
    if (flags & LINE_END) return false;
  }
  return false;
}

function documentDetector({ names, shape, check }: Document): Detector {
  const name = new RegExp(named(names), 'iy');
  const body = `(${shape.replaceAll('~', '[ .\\-/\\u00a0]?')})(?![A-Za-z0-9]|[.\\-/]\\d)`;
  const strict = new RegExp(STRICT + body, 'iuy');
  const loose = new RegExp(LOOSE + body, 'iuy');
  const before = new RegExp(`(?<![\\w.-])(${shape.replaceAll('~', '[ .\\-/]?')})["']?[ \\t]?[(（[][ \\t]?$`, 'i');
  const passes = readCheck(check);
  const whole = new RegExp(`^(?:${shape.replaceAll('~', '[ .\\-/]?')})$`, 'iu');
  const alone = new RegExp(body, 'iuy');
  const isOne = (number: string): boolean => {
    const bare = number.replace(/[^0-9A-Za-z]/g, '');
    return !/^(\d)\1+$/.test(bare) && (!passes || passes(bare));
  };
  return detector('start', keywordsOf(names), (scan, start) => {
    const { text } = scan;
    const found = matchAt(name, text, start)?.[0];
    if (found === undefined) return;
    const end = start + found.length;
    if (!isName(text, start, end)) return;
    if (found.length > 2)
      readPersonalColumn(scan, start, end, {
        asker: name,
        isAbout: isHead,
        read: (from, to) => {
          const cell = text.slice(from, to);
          if (!whole.test(cell) || !isOne(cell)) return false;
          add(scan, from, to);
          return true;
        },
      });
    const pattern = found.length > 3 || passes || /[^a-z.]/i.test(found) || ALWAYS.test(found) ? loose : strict;
    const number = hasDigitSoon(text, end) ? matchAt(pattern, text, end)?.[1] : undefined;
    if (number !== undefined && isOne(number)) add(scan, pattern.lastIndex - number.length, pattern.lastIndex);
    else if (found.length > 2)
      readLabelled(text, start, end, (at) => {
        const beside = matchAt(alone, text, at)?.[1];
        if (beside === undefined || !isOne(beside)) return false;
        add(scan, at, alone.lastIndex);
        return true;
      });
    if (!/[(（[]/.test(textBefore(text, start, 2))) return;
    const from = Math.max(0, start - 32);
    const other = before.exec(text.slice(from, start));
    if (other?.[1] && isOne(other[1])) add(scan, from + other.index, from + other.index + other[1].length);
  });
}

const ANY_NAME = new RegExp(named(DOCUMENT_NAMES), 'iy');
const ANY_BRIDGE = new RegExp(STRICT, 'iuy');
const ANY_BODY = new RegExp(NUMBER, 'y');
/** Passports and cards of a few countries are numbered by letters as much as by digits. */
const LETTERED = /(?=[A-Z]{0,8}\d)[A-Z0-9]{8,9}(?![A-Za-z0-9]|[.-]\w)/y;

const ANY_DOCUMENT: Detector = detector('start', keywordsOf(DOCUMENT_NAMES), (scan, start) => {
  const { text } = scan;
  const found = matchAt(ANY_NAME, text, start)?.[0];
  if (found === undefined || !isName(text, start, start + found.length)) return;
  const readAny = (at: number): boolean => readAnyNumber(scan, at);
  readPersonalColumn(scan, start, start + found.length, {
    asker: ANY_NAME,
    isAbout: isHead,
    read: (from, to) => anyNumberEnd(text, from) === to && readAny(from),
  });
  if (readLabelled(text, start, start + found.length, readAny)) return;
  if (!hasDigitSoon(text, start + found.length)) return;
  const bridge = matchAt(ANY_BRIDGE, text, start + found.length)?.[0] ?? '';
  if (bridge === '') return;
  const from = start + found.length + bridge.length;
  readAny(from);
});

/** A head of a column, not a sentence. */
const isHead = (head: string): boolean => head.length <= 28 && !/[.!?]$/.test(head);

/** Exclusive end of the number of a document at `from`; 0 where none stands. */
function anyNumberEnd(text: string, from: number): number {
  if (standsAt(LETTERED, text, from)) return LETTERED.lastIndex;
  const matched = matchAt(ANY_BODY, text, from)?.[0] ?? '';
  const body = matched.replace(/[ .\-/]+[A-Za-z][a-z].*$/, '').replace(/[ .\-/]+$/, '');
  if (body === '' || isAt(text, from + body.length, ALNUM) || !isDocumentNumber(body)) return 0;
  return from + body.length;
}

function readAnyNumber(scan: Scan, from: number): boolean {
  const end = anyNumberEnd(scan.text, from);
  if (end > 0) add(scan, from, end);
  return end > 0;
}

function isDocumentNumber(body: string): boolean {
  const digits = body.replace(/\D/g, '').length;
  return (
    digits >= 5 &&
    digits <= 18 &&
    body.replace(/[^A-Za-z0-9]/g, '').length >= 6 &&
    !/^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/.test(body)
  );
}

/** `ID No. 25712138`: the number of a person, where no other thing is named before. */
const OWN_ID =
  /(?:^|[^\w \t-]|\n|\b(?:my|his|her|their|your|the|sa|rsa|kenyan|national|citizen|person|personal|gov|govt)['’]?s?)[ \t]*$/i;
const ID_NUMBER =
  /id[ _-]?(?:number|numbers|no|num|nummer|card no|card number)\.?\\{0,7}["'`]?[ \t]{0,3}(?:is[ \t])?[:=#：,|]{0,2}[ \t]{0,3}\\{0,7}["'`]?([A-Z]{0,2}\d{7,13}[A-Z]?|\d{6} \d{4} \d{3})(?![\w-]|\.\d)/iy;

const ID_NUMBER_DETECTOR: Detector = detector('start', 'id n|id_n|id-n|idnum|id card', (scan, start) => {
  const number = matchAt(ID_NUMBER, scan.text, start)?.[1];
  if (number === undefined || !OWN_ID.test(textBefore(scan.text, start, 16))) return;
  add(scan, ID_NUMBER.lastIndex - number.length, ID_NUMBER.lastIndex);
});

export const NATIONAL_ID_DETECTORS: readonly Detector[] = [
  ...DOCUMENTS.map(documentDetector),
  ANY_DOCUMENT,
  ID_NUMBER_DETECTOR,
];
