import { holdsPassword } from './headers.ts';
import type { NameClass } from './names.ts';
import { looksRandom } from './randomness.ts';
import type { Value } from './read-value.ts';
import { isFullyMixed, isSigned } from './secret-words.ts';
import {
  isExpression,
  isIdentifier,
  isMasked,
  isPhrase,
  isPlace,
  isPlausible,
  isStandIn,
  isTemplate,
  type Manner,
  repeats,
} from './values.ts';

export interface Verdict {
  readonly rule: string;
  readonly type: string;
}

export interface Circumstances {
  readonly name: string;
  readonly kind: NameClass;
  readonly manner: Manner;
  /** `?name=value` of a URL. */
  readonly inQuery: boolean;
  /** `name: value`. */
  readonly colon: boolean;
}

const HASH_LENGTHS = new Set([32, 40, 56, 64, 96, 128]);
/** The hash of a molecule. */
const MOLECULE = /^[A-Z]{14}-[A-Z]{10}-[A-Z]$/;
const UUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;

/** Digest or UUID: an address of content, unless the name says that it is a key. */
export const isAddress = (value: string): boolean =>
  (HASH_LENGTHS.has(value.length) && /^[0-9a-f]+$/i.test(value)) ||
  UUID.test(value) ||
  MOLECULE.test(value) ||
  /^sha\d{3}-/.test(value);

/** An unquoted value that a program works out. */
const isCode = (body: string, next: string | undefined): boolean =>
  /^!?[\w$.:]+\(|^[\w$.]+\[|=>|[=!]==?[^=]|&&|\|\||\?\?|^[A-Za-z_$][\w$.]*\?[^?]*:/.test(body) ||
  (/^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*=/.test(body) && !looksRandom(body)) ||
  ((next === '(' || next === '[') && /^[\w$.]+$/.test(body));

const CODE = /^(?:(?=.*\d)[A-Z0-9]{3,10}(?:[- ][A-Z0-9]{3,10})?|(?=.*\d)[a-z0-9]{4,8}(?:-[a-z0-9]{4,8}){1,3})$/;
const CARD = /^\d[\d -]{10,22}\d$/;
const DOTTED = /^[A-Za-z_$][\w$]*(?:(?:\.|::|->)[A-Za-z_$][\w$]*)+$/;

/** Is the value that a name holds a secret? */
export function judgeValue(text: string, value: Value, at: Circumstances): Verdict | null {
  const body = text.slice(value.start, value.end);
  const { kind } = at;
  if (!value.quoted && body.length < 12 && text.startsWith('...', value.end)) return null; // the beginning of one, to show
  if (isTemplate(body) || isMasked(body)) return null;
  if (fitsVendor(body, kind)) return { rule: 'vendor-value', type: kind.type || 'API_KEY' };
  if (kind.strength === 'none') return null;
  if (kind.type === 'CODE') return isCodeValue(body, at.name) ? { rule: 'assigned-code', type: 'CODE' } : null;
  if (kind.type === 'CREDIT_CARD') return CARD.test(body) ? { rule: 'assigned-card', type: 'CREDIT_CARD' } : null;
  if (!value.quoted && isCode(body, text[value.end])) return null;
  if (!value.quoted && (/^[(]/.test(body) || (at.colon && isSentence(text, body, value.end)))) return null;
  if (repeats(body, at.name)) return null;
  if (kind.type === 'SECRET' && /secret_?id$/i.test(at.name) && UUID.test(body))
    return { rule: 'assigned', type: 'SECRET' };
  if (kind.strength === 'weak')
    return isDrawn(body, value.quoted, at) ? { rule: 'assigned-weak', type: kind.type } : null;
  const reference =
    at.manner === 'config' && at.colon && isIdentifier(body) && /[a-z][A-Z]|_|\./.test(body) && !/\d\d/.test(body);
  if (!value.quoted && (reference || (at.manner === 'code' && isExpression(body)))) return null;
  if (value.quoted && kind.word && isPhrase(body, /phrase$/i.test(at.name)))
    return { rule: 'assigned', type: kind.type };
  return isPlausible(body, at.manner, kind.word) ? { rule: 'assigned', type: kind.type } : null;
}

/** `First pass: determine the length`: a word, and more of them behind it. */
const isSentence = (text: string, body: string, end: number): boolean =>
  /^[A-Za-z]+$/.test(body) && /^[ ][a-z]+[ ,.]/.test(text.slice(end, end + 40)) && !looksRandom(body);

export const fitsVendor = (body: string, { vendor, strength }: NameClass): boolean =>
  vendor?.shapes.some(
    ({ pattern, marked }) =>
      pattern.test(body) && (marked || strength === 'strong' || looksRandom(body) || isAddress(body)),
  ) === true && !isStandIn(body);

const isCodeValue = (body: string, name: string): boolean =>
  (/pairing/i.test(name) && /^[A-Z0-9]{6,10}$/.test(body)) ||
  (CODE.test(body) && (body.length >= 4 || /^cv|csc/i.test(name))) ||
  (body.length >= 8 && looksRandom(body));

/** The number of an application in WeChat, which everybody may know. */
const PUBLIC_ID = /^wx[0-9a-f]{16}$/;
/** `TMDB_KEY`, `owm_key`: no variable that holds a key has a digest in it; what finds something in a store is called otherwise. */
const OF_SERVICE = /[a-z\d]_key$/i;
/** Letters of both cases, digits and many signs, as WordPress draws its salts. */
const isNoise = (body: string): boolean =>
  body.length >= 40 &&
  body.length <= 128 &&
  (body.match(/[^\w\s]/g)?.length ?? 0) * 8 > body.length &&
  /\d/.test(body) &&
  !/[a-z]{7}|[A-Z]{7}|[=!]==|https?:|\\/.test(body) &&
  new Set(body).size * 2 > body.length;

/** A digest of the content stands nowhere under such names: what looks like one is the key. */
const IN_HEX = /(?:pepper|[a-z]_?appid)$/i;
const ROUTING = /routing[_-]?key$/i;

function isDrawn(body: string, quoted: boolean, at: Circumstances): boolean {
  if ((at.inQuery || IN_HEX.test(at.name)) && isAddress(body)) return true;
  if (ROUTING.test(at.name)) return /^(?=.*\d)[A-Za-z0-9]{32}$/.test(body);
  if (PUBLIC_ID.test(body)) return false;
  if (OF_SERVICE.test(at.name) && at.kind.type === 'API_KEY' && isAddress(body)) return /[a-f]/i.test(body);
  if (quoted && isNoise(body)) return true;
  if (/pepper$/i.test(at.name) && (isSigned(body) || isFullyMixed(body))) return true;
  if (/auth$/i.test(at.name) && holdsPassword(body)) return true;
  if ((!quoted && DOTTED.test(body)) || /[(\u0080-\uffff]/.test(body)) return false;
  if (/abcdefghijklm/i.test(body)) return false; // an alphabet
  return body.length >= 12 && looksRandom(body) && !isAddress(body) && !isPlace(body) && !/\s/.test(body);
}
