import { ABOUT, BEFORE, CODE, COOKIE, KEY, KEY_OF, LOOKUP_KEY, PASSWORD, SECRET, TOKEN, WEAK } from './name-words.ts';
import { compileVendorRules, type VendorRule } from './token-rules.ts';

/** What the name of a field, variable, header or flag says about its value. */
export interface NameClass {
  /** `strong`: any plausible value is a secret. `weak`: only a value that looks drawn by a machine is. */
  readonly strength: 'strong' | 'weak' | 'none';
  readonly type: string;
  /** People choose the value: it may be a plain word. */
  readonly word: boolean;
  readonly vendor: VendorRule | null;
  /** May hold a user and a password at once. */
  readonly login: boolean;
}

const VENDOR_OF = new Map(
  compileVendorRules().flatMap((rule) =>
    rule.words.map((word): [string, VendorRule] => [word.replace(/[^a-z0-9]/g, ''), rule]),
  ),
);
const SHORTEST_INSIDE = 4;
const VENDOR_INSIDE = new RegExp([...VENDOR_OF.keys()].filter((word) => word.length >= SHORTEST_INSIDE).join('|'));

export const VENDOR_WORDS: readonly string[] = compileVendorRules().flatMap((rule) => rule.words);

const NONE: NameClass = { type: '', strength: 'none', word: false, vendor: null, login: false };
const LOGIN = /(?:basic|auth|login|userpass|credentials?|creds|htpasswd)$/i;

const isLower = (code: number): boolean => code >= 97 && code <= 122;
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** `dbPassword`, `DB_PASSWORD`, `db.password` → db, password. */
export function wordsOf(name: string): readonly string[] {
  const words: string[] = [];
  let start = -1;
  const close = (end: number): void => {
    if (start >= 0) words.push(name.slice(start, end).toLowerCase());
    start = -1;
  };
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    const upper = isUpper(code);
    if (!upper && !isLower(code) && !isDigit(code) && code < 128) {
      close(i);
      continue;
    }
    if (start >= 0 && upper) {
      const before = name.charCodeAt(i - 1);
      if (!isUpper(before) || isLower(name.charCodeAt(i + 1))) close(i);
    }
    if (start < 0) start = i;
  }
  close(name.length);
  return words;
}

type Holder = Omit<NameClass, 'vendor' | 'login'>;

const strong = (type: string, word = false): Holder => ({ type, strength: 'strong', word });
const weak = (type: string): Holder => ({ type, strength: 'weak', word: false });

const ENDS_IN_PASSWORD =
  /(?:p[as]{1,3}w[or]{0,2}r?d(?:nya)?|passphrase|passwort|[a-z]{2}pwd|(?:require|master|root|user|db|admin|smtp|ftp|mail|app|pg|sql|ldap|bind|trust|store|sudo|login|web|wifi|vpn)pass)\d*$/;
const ENDS_IN_KEY = /(?:api|access|secret|private|signing|encryption|auth|master|account)keys?\d*$/;
const CODE_OF =
  /^(?:auth|authorization|pairing|verification|confirmation|activation|invite|invitation|recovery|backup|security|access|oauth|login|otp|fa|mfa|sms|device|time|reset|unlock|entry|gate|pin|door|lock|alarm|safe|voucher|gift|card|coupon|pass)$/;
/** `existingSecret: x` names a secret that lies elsewhere. */
const REFERS = /^(?:existing|pull)$/;
const PHRASE_OF = /^(?:seed|recovery|mnemonic|secret|pass)$/;

/** What the word at `at` makes the name hold, if it does. */
function holderAt(words: readonly string[], at: number): Holder | null {
  const word = words[at] as string;
  const before = words[at - 1] ?? '';
  if (PASSWORD.has(word) || ENDS_IN_PASSWORD.test(word)) return strong('PASSWORD', true);
  if (CODE.has(word)) return strong('CODE', true);
  if (TOKEN.has(word)) return BEFORE.has(before) ? null : strong('TOKEN');
  if (COOKIE.has(word)) return strong('COOKIE');
  if (REFERS.test(before)) return null;
  if (SECRET.has(word)) return strong('SECRET', word.startsWith('secret') || word.startsWith('cred'));
  if (KEY.has(word) || ENDS_IN_KEY.test(word)) return strong('API_KEY');
  if (/[a-z]token\d*$/.test(word) && word !== 'jsonwebtoken') return strong('TOKEN');
  if (/[a-z]secret\d*$/.test(word)) return strong('SECRET');
  if (/[a-z]salt$/.test(word)) return weak('SECRET');
  if (word === 'hash' && before === 'api') return strong('API_KEY');
  if (/^key[12]?$/.test(word)) {
    if (before === 'routing') return weak('API_KEY');
    if (KEY_OF.has(before)) return strong(before === 'private' ? 'PRIVATE_KEY' : 'API_KEY');
    return LOOKUP_KEY.has(before) ? null : weak('API_KEY');
  }
  if (/^codes?$/.test(word) && CODE_OF.test(before)) return strong('CODE');
  if (word === 'code' && words[at + 1] === 'base') return null;
  if (word === 'phrase' && PHRASE_OF.test(before)) return strong('MNEMONIC', true);
  if (/^sig(?:nature)?$/.test(word) || (word === 'sign' && before !== ''))
    return /^(?:thought|thinking|reasoning)$/.test(before) ? null : weak('SIGNATURE');
  return WEAK.has(word) ? weak('SECRET') : null;
}

function holderOf(words: readonly string[]): Holder {
  for (let at = words.length - 1; at >= 0; at--) {
    const holder = holderAt(words, at);
    if (!holder) continue;
    const after = words.slice(at + 1);
    if (after.join() === 'id' && words[at] === 'secret') return weak('SECRET');
    if (after.some((word) => ABOUT.has(word))) return NONE;
    return after.length > 4 ? { ...holder, strength: 'weak' } : holder;
  }
  return /(?:^|credit|debit|link)card(?:number|no)$|^ccnum(?:ber)?$|^pannumber$/.test(words.join(''))
    ? strong('CREDIT_CARD', true)
    : NONE;
}

/** What the vendor keeps under such names everybody may know. */
const OPEN = /^(?:commit|sha\d*|rev|hash|digest|url|slug|version)$/;

function vendorOf(words: readonly string[]): VendorRule | null {
  if (
    words.some((word, at) => OPEN.test(word) && words[at - 1] !== 'api') ||
    /(?<!infura.*|key|sid),ids?$/.test(words.join())
  )
    return null;
  const short = words.find((word) => word.length < SHORTEST_INSIDE && VENDOR_OF.has(word));
  const inside = short ?? VENDOR_INSIDE.exec(words.join(''))?.[0];
  return inside === undefined ? null : (VENDOR_OF.get(inside) as VendorRule);
}

/** `passwd.c`, `token.ts`: a file, and what follows is about it. */
const FILE =
  /\.(?:[ch]|cc|cpp|hpp|[cm]?[jt]sx?|py|rb|go|rs|java|kt|swift|php|p[lm]|sh|md|txt|po|html?|s?css|sql|log|diff|patch|xml|json|ya?ml|toml|\d\.xml)$/;

function classify(name: string): NameClass {
  if (FILE.test(name)) return NONE;
  const words = wordsOf(name);
  const vendor = vendorOf(words);
  const { type, strength, word } = holderOf(words);
  return vendor || strength !== 'none' ? { type, strength, word, vendor, login: LOGIN.test(name) } : NONE;
}

const KNOWN = new Map<string, NameClass>();
const KNOWN_AT_MOST = 8192;

export function classifyName(name: string): NameClass {
  const known = KNOWN.get(name);
  if (known) return known;
  const made = classify(name);
  if (KNOWN.size >= KNOWN_AT_MOST) KNOWN.clear();
  KNOWN.set(name, made);
  return made;
}
