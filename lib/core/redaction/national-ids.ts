import { ALNUM, isAt } from './chars.ts';
import { passesVerhoeff, weighted } from './checksums.ts';
import { addHit, type Detector, RANK, type Scan } from './scan.ts';

/** Numbers whose own shape and check digits say enough. Digits only, except where a letter is part of the shape. */
const SELF_EVIDENT: readonly { readonly pattern: RegExp; readonly check: (digits: string) => boolean }[] = [
  { pattern: /(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])/y, check: () => true }, // US social security
  { pattern: /[2-9]\d{3}[ -]\d{4}[ -]\d{4}(?![\w-]| \d)/y, check: passesVerhoeff }, // India
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
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match || inNumberTable(text, start) || !check(match[0].replace(/[ .\-/]/g, ''))) continue;
    addHit(scan, start, start + match[0].length, 'national-id', 'NATIONAL_ID', RANK.pii);
    scan.digitsDone = Math.max(scan.digitsDone, start + match[0].length);
    return true;
  }
  return false;
}

const BRIDGE =
  /(?:[ _-]?(?:card|number|num|no|nr|nummer|id|code|#|is|was|my|der|de|du|del|security|insurance|licen[cs]e|identification|registration))*\.?\\{0,7}["'`]?\]?[ \t]{0,3}(?:\([A-Za-z .]{1,24}\))?[ \t]{0,3}[:=#：は]{0,2}[ \t]{0,3}(?:is[ \t])?(?:\\{0,7}["'`])?(?=[A-Za-z]{0,4}[ -]?\d)/iy;
const NUMBER = /(?=[A-Z0-9 .\-/]{0,28}\d)[A-Z]{0,4}[ -]?\d(?:[ .\-/]?[A-Za-z0-9]){4,20}/y;

/** A number beside the name of a document. */
function readBeside(scan: Scan, _start: number, end: number): void {
  const { text } = scan;
  if (isAt(text, end, 2)) return;
  BRIDGE.lastIndex = end;
  const bridge = BRIDGE.exec(text);
  if (!bridge || bridge[0] === '') return;
  const start = end + bridge[0].length;
  NUMBER.lastIndex = start;
  let body = NUMBER.exec(text)?.[0] ?? '';
  body = body.replace(/[ .\-/]+[a-z][A-Za-z]*.*$/, '').replace(/[ .\-/]+$/, '');
  const digits = body.replace(/\D/g, '').length;
  if (digits < 5 || digits > 18 || body.replace(/[^A-Za-z0-9]/g, '').length < 6) return;
  if (/^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/.test(body) || isAt(text, start + body.length, ALNUM)) return;
  addHit(scan, start, start + body.length, 'national-id-context', 'NATIONAL_ID', RANK.pii);
}

export const NATIONAL_ID_DETECTOR: Detector = {
  keywords: [
    'ssn',
    'social security',
    'social_security',
    'aadhaar',
    'aadhar',
    'cpf',
    'cnpj',
    'nino',
    'national insurance',
    'national id',
    'national_id',
    'nationalid',
    'identity card',
    'ein',
    'tax id',
    'tax_id',
    'taxid',
    'tax number',
    'tin',
    'itin',
    'steuer-id',
    'steuer-idnr',
    'steueridentifikationsnummer',
    'steuernummer',
    'sozialversicherungsnummer',
    'svnr',
    'personalausweis',
    'reisepass',
    'passport',
    'passport_number',
    'reisepassnummer',
    'driver license',
    'drivers license',
    "driver's license",
    'driver_license',
    'driving licence',
    'license plate',
    'nif',
    'nie',
    'dni',
    'codice fiscale',
    'bsn',
    'burgerservicenummer',
    'pesel',
    'nip',
    'regon',
    'personnummer',
    'personnr',
    'fødselsnummer',
    'cpr',
    'hetu',
    'henkilötunnus',
    'insee',
    'sécurité sociale',
    'ahv',
    'avs',
    'nhs',
    'medicare',
    'sin',
    'tfn',
    'abn',
    'pan card',
    'pan number',
    'pan',
    'my number',
    'マイナンバー',
    '身份证',
    '주민등록번호',
    'cedula',
    'cédula',
    'curp',
    'rut',
    'rfc',
    'hkid',
    'nric',
    'vat id',
    'vat number',
    'ust-id',
    'ust-idnr',
    'siret',
    'siren',
    'инн',
    'снилс',
    'паспорт',
    'rodné číslo',
    'cnp',
    'egn',
    'jmbg',
    'oib',
    'voter id',
    'epic',
  ],
  boundary: 'start',
  detect: readBeside,
};
