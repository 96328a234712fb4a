import { ALNUM, isAt, LOWER } from './chars.ts';
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

/** Between the name of a document and its number. */
const BRIDGE =
  /(?:[ _/-]?(?:card|kimlik|kartı|zehut|fin|nummer|number|numbers|num|no|nr|nummer|numero|número|numéro|id|code|#|is|was|my|his|her|der|de|du|del|security|insurance|licen[cs]e|identification|registration|holder|doc|document)){0,6}\.?\\{0,7}["'`]?\]?[ \t]{0,3}(?:\([A-Za-z .]{1,24}\))?[ \t]{0,3}[:=#：は]{0,2}[ \t]{0,3}(?:is[ \t])?(?:\\{0,7}["'`])?(?=[A-Za-z]{0,9}[ -]?\d)/iy;

/** Any number of a document: letters at most in front and between, at least five digits. */
const NUMBER = '[A-Z]{0,9}[ -]?\\d(?:[ .\\-\\/]?[A-Za-z0-9]){4,20}';

/** Names of documents → the shape of their numbers. Short names need a shape that is theirs alone. */
const DOCUMENTS: readonly (readonly [string, string])[] = [
  [
    "ssn,social security,social_security,socialsecurity,aadhaar,aadhar,national insurance,national_insurance,national id,national_id,nationalid,identity card,id card,tax id,tax_id,taxid,tax number,taxpayer,steuer-id,steuer-idnr,steuerid,steueridentifikationsnummer,steuernummer,sozialversicherungsnummer,svnr,personalausweis,reisepass,passport,passport_number,passnummer,driver license,drivers license,driver's license,driver_license,driving licence,driving license,führerschein,burgerservicenummer,personnummer,personnr,fødselsnummer,henkilötunnus,sécurité sociale,security number,medicare,pan card,pan number,my number,マイナンバー,身份证,身份证号,주민등록번호,cedula,cédula,vat id,vat number,ust-id,ust-idnr,siret,siren,инн,снилс,паспорт,rodné číslo,voter id,health card,nhs number,insurance number,cartão de cidadão,mynumber,resident registration,residence permit,ni number,ni no,driving licence number,licence number,license number,license no,licence no,personalausweisnummer,ausweisnummer,ausweis-nr,ausweis nr,ausweisnr,pass-nr,perso-nr,führerschein-nr,reisepassnummer,sozialversicherungsnr,steuernr,steuer-nr,rentenversicherungsnr,rentenversicherungsnummer,versichertennummer,krankenversichertennummer,krankenkasse,personal number,identity number,identity no,numéro de sécu,n° de sécu,numéro fiscal,numéro d'identité,numéro de passeport,passeport,pasaporte,passaporto,passaporte,paspoort,pas nr,número de identificación,número de identidad,número de pasaporte,seguridad social,tessera sanitaria,carta d'identità,título de eleitor,carteira de identidade,dowód osobisty,numer dowodu,номер паспорта,пасп,tc kimlik,t.c. kimlik,tckn,kimlik no,תעודת זהות,ת.ז,ת״ז,teudat zehut,رقم الهوية,الرقم القومي,رقم الإقامة,iqama,emirates id,adhaar,आधार,पैन,护照,護照,护照号,身份證,居民身份证,统一社会信用代码,여권,여권번호,운전면허,外国人登録,在留カード,旅券番号,運転免許,nomor ktp,ktp,nik ktp,cccd,cmnd,căn cước,mykad,bvn,nin,cnic,citizen id,citizenship number,tax file number,tax payer,taxpayer id,fiscal code,vat no,vat,mwst,p.iva,partita iva,btw,tva,itin no,dl no,dl#,dl number",
    NUMBER,
  ],
  ['cpf', '\\d{3}\\.?\\d{3}\\.?\\d{3}-?\\d{2}'],
  ['cnpj', '\\d{2}\\.?\\d{3}\\.?\\d{3}\\/?\\d{4}-?\\d{2}'],
  ['nino', '[A-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]'],
  ['ein', '\\d{2}-\\d{7}'],
  ['tin,itin', '\\d{2,3}-?\\d{2,7}(?:-?\\d{4})?'],
  ['nif,dni', '\\d{8}-?[A-Z]|[A-Z]\\d{7}[A-Z0-9]|\\d{9}'],
  ['nie', '[XYZ]-?\\d{7}-?[A-Z]'],
  ['codice fiscale,codicefiscale', '[A-Z]{6}\\d{2}[A-Z]\\d{2}[A-Z]\\d{3}[A-Z]'],
  ['bsn', '\\d{9}'],
  ['pesel', '\\d{11}'],
  ['nip', '\\d{3}-?\\d{3}-?\\d{2}-?\\d{2}'],
  ['inn', '\\d{10}(?:\\d{2})?'],
  ['cf', '[A-Z]{6}\\d{2}[A-Z]\\d{2}[A-Z]\\d{3}[A-Z]'],
  ['nik', '\\d{16}'],
  ['gstin', '\\d{2}[A-Z]{5}\\d{4}[A-Z]\\dZ[A-Z\\d]'],
  ['cpr', '\\d{6}-?\\d{4}'],
  ['hetu', '\\d{6}[-+A]\\d{3}[0-9A-Y]'],
  ['insee,nir', '[12] ?\\d{2} ?\\d{2} ?\\d{2}[\\dAB]? ?\\d{3} ?\\d{3} ?\\d{2}'],
  ['ahv,avs', '756\\.?\\d{4}\\.?\\d{4}\\.?\\d{2}'],
  ['nhs', '\\d{3}[ -]?\\d{3}[ -]?\\d{4}'],
  ['sin', '\\d{3}[ -]\\d{3}[ -]\\d{3}'],
  ['tfn', '\\d{3} ?\\d{3} ?\\d{2,3}'],
  ['abn', '\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}'],
  ['pan', '[A-Z]{5}\\d{4}[A-Z]'],
  ['curp', '[A-Z]{4}\\d{6}[HM][A-Z]{5}[A-Z0-9]\\d'],
  ['rfc', '[A-ZÑ&]{3,4}\\d{6}[A-Z0-9]{3}'],
  ['rut', '\\d{1,2}\\.?\\d{3}\\.?\\d{3}-[\\dkK]'],
  ['hkid', '[A-Z]{1,2}\\d{6}\\(?[\\dA]\\)?'],
  ['nric', '[STFGM]\\d{7}[A-Z]'],
  ['cnp', '[1-8]\\d{12}'],
  ['egn', '\\d{10}'],
  ['jmbg', '\\d{13}'],
  ['oib', '\\d{11}'],
  ['epic', '[A-Z]{3}\\d{7}'],
];

function readBeside(shape: RegExp, any: boolean): Detector['detect'] {
  return (scan, _start, end) => {
    const { text } = scan;
    if (isAt(text, end, LOWER)) return;
    const own = any ? 0 : (/^[ ][\p{Ll}]{3,12}(?=[ :])/u.exec(text.slice(end, end + 16))?.[0].length ?? 0);
    BRIDGE.lastIndex = end + own;
    const bridge = BRIDGE.exec(text)?.[0] ?? '';
    if (bridge === '') return;
    const start = end + own + bridge.length;
    shape.lastIndex = start;
    const matched = shape.exec(text)?.[0] ?? '';
    const body = any ? matched.replace(/[ .\-/]+[A-Za-z][a-z].*$/, '').replace(/[ .\-/]+$/, '') : matched;
    if (body === '' || isAt(text, start + body.length, ALNUM)) return;
    if (any && !isDocumentNumber(body)) return;
    addHit(scan, start, start + body.length, 'national-id-context', 'NATIONAL_ID', RANK.pii);
  };
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

export const NATIONAL_ID_DETECTORS: readonly Detector[] = DOCUMENTS.map(([names, shape]) => ({
  keywords: names.split(','),
  boundary: 'start',
  detect: readBeside(new RegExp(shape, shape === NUMBER ? 'y' : 'iy'), shape === NUMBER),
}));
