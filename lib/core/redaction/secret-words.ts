import { Units } from './chars.ts';
import type { NameClass } from './names.ts';
import { looksRandom } from './randomness.ts';
import { isIdentifier, isOpen, isPlace, isPlausible } from './values.ts';

const WRAP_START = new Units(/[("'`“”«»„*_[{<【「（：]/);
const WRAP_END = new Units(/[.,;:!?)"'`“”«»*_\]}>】」。，；、！？：）]/);

const hasMix = (word: string): boolean => /\d/.test(word) && /\p{L}/u.test(word);

/** Numbers, versions, sizes, dates, names of things: words with digits that nobody hides. */
export const THING =
  /^(?:1password|v?\d+(?:[.,:/x-]\d+)*(?:%|st|nd|rd|th|k|kb|mb|gb|tb|ms|s|m|h|d|x|px|am|pm|tokens?|chars?|bits?|bytes?)?(?:-[a-z]+)?|#\d+|0x[0-9a-f]{1,8}|[A-Z]{1,6}-\d+|(?:cve|rfc|pkcs|iso|iec|fips|nist|cwe|pep)[-#]?\d[\w#.-]*|\d+\/(?:tcp|udp|sctp)|(?:sha|md|utf|windows|office|ubuntu|iphone|pixel|bcrypt|argon|gpio|postgres|chrome|firefox|node|base(?:32|58|64)?(?:url)?|oauth|http|ipv|ed|rs|es|hs|ps|aes|des|mp|gpt|claude|gemini|llama|qwen|o|v|p|q|s|ec|k|x|py|python|node|web|h|rfc|tls|ssl|php|es|win|arm|amd|i|vp|av|ch|step|phase|level|line|page|part|rev|r|us|eu|ap|sa|ca|af|me|usw|use)-?\d+(?:[.-]\w+)*|[a-z]+-(?:east|west|north|south|central)-?\d\w?|[a-z]+\/\d[\d.]*)$/i;

/** Letters of both cases, digits and signs: nothing but a password is written so. */
export const isFullyMixed = (word: string): boolean =>
  word.length >= 8 &&
  word.length <= 64 &&
  /[a-z]/.test(word) &&
  /[A-Z]/.test(word) &&
  /\d/.test(word) &&
  /[^\w\s.,:;/'’"()-]/.test(word) &&
  !/^[\w.$]+\(|[=!]==|=>|\]\(|\\|:\/\/|^[\w.+-]+@|&&|^[a-z]+[A-Z]?\w*=|^[=:]|;/.test(word);

/** `quartz6388%`: letters, digits and a sign of those that passwords have. */
export const isSigned = (word: string): boolean =>
  word.length >= 8 &&
  word.length <= 40 &&
  /^[\w!#$%^*?@&+~-]+$/.test(word) &&
  /[A-Za-z]{3}/.test(word) &&
  /\d{2}/.test(word) &&
  /[!#$%^*?@&~]/.test(word) &&
  !/^[\w.+-]+@[\w-]+$|^#|\d[xX]\d/.test(word);

/** Nothing but a password is written so. */
export const isSpelt = (word: string): boolean => isSigned(word) || isFullyMixed(word);

const CHOSEN_END = new Units(/[\d!?]/);
const CHOSEN = /^(?=.*\p{Lu})\p{L}{2,20}(?:[._-]\p{L}{2,20}){0,3}(?:[._-]\d{1,4}|(?<=[._-]\p{L}{2,20})\d{1,4})[!?]?$/u;

/** `Tundra.2466`, `river_Falcon7`: words, a number and signs between them. Hosts and machines are called so as well. */
export const isChosen = (word: string): boolean =>
  word.length >= 8 && word.length <= 40 && CHOSEN_END.at(word, word.length - 1) && CHOSEN.test(word);

/** Nobody but somebody who needs a password writes so. */
export const isMadeUp = (word: string): boolean => isSpelt(word) || isChosen(word);

/** Something that nobody would write as a word. */
export function isSecretWord(word: string, kind: NameClass): boolean {
  if (word.length < 5 || word.length > 256 || (word.length < 12 && !/[\d!#$%^*?+~]/.test(word))) return false;
  if (isOpen(word) || isPlace(word)) return false;
  if (kind.word && isFullyMixed(word)) return true;
  if (/\]\(|:\/\/|[=!]==|\?\.|=>|&&|\|\|/.test(word) || (/\\[nrt]/.test(word) && !/\d/.test(word))) return false;
  if (
    /\\[ef*(%]|^\\|^[A-Z][a-z]+\d+[A-Z][a-z]+$|^[A-Z]\d[A-Z]\d[A-Z]?[a-z]*$/.test(word) ||
    (word.includes(')') && !word.includes('('))
  )
    return false;
  if (
    THING.test(word) ||
    /^(?:https?|ftp|file):|^[\w.+-]+@[\w-]+\.[\w.-]+$|^[@$%&:]|^--?\w|^[a-z]+:[a-z]+|::|\w\(/i.test(word)
  )
    return false;
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[a-z]+(?:_[a-z0-9]+)+$|[=<>[\]{}]/.test(word) && !looksRandom(word))
    return false;
  if (word.includes('.') && word.split('.').every((piece) => isIdentifier(piece) || piece === '')) return false;
  if (/^[\p{L}\d]+(?:;[\p{L}\d]*)+$/u.test(word) && !looksRandom(word)) return false; // cells
  if (hasMix(word)) return !isIdentifier(word) || looksRandom(word) || /\d{2,}$|^\d|[a-z]\d+[a-z]/i.test(word);
  if (kind.word && /[^\w\s.,-]/.test(word) && /\p{L}{3}/u.test(word) && !/['’/&…]/.test(word))
    return /[!#$%^*?+~]/.test(word.slice(0, -1));
  return word.length >= 12 && looksRandom(word);
}

export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Without the brackets and quotes before it, and those and the marks of a sentence behind. */
function stripped(text: string, start: number, end: number): Piece {
  let from = start;
  let to = end;
  while (from < to && WRAP_START.at(text, from)) from++;
  while (to > from && WRAP_END.at(text, to - 1)) to--;
  return { start: from, end: to };
}

export function unwrapped(text: string, start: number, end: number): Piece {
  const stem = stripped(text, start, end);
  if (stem.end === end || !hasMix(text.slice(stem.start, stem.end))) return stem;
  // a password may end in a sign; what closes a sentence or a quote does not belong to it
  const signs = /^(?:[!?]{1,3}|[*_])/.exec(text.slice(stem.end, end))?.[0] ?? '';
  const wrapping = /[*_]/.test(signs) && text.startsWith(signs, start);
  return wrapping ? stem : { start: stem.start, end: stem.end + signs.length };
}

/** The same without any sign at its end. */
export const withoutWraps = (word: string): string => {
  const { start, end } = stripped(word, 0, word.length);
  return word.slice(start, end);
};

/** `… is "copperfield"`, in quotes. */
export const isPlainWord = (word: string): boolean =>
  word.length > 5 && !/[_.]|[a-z][A-Z]/.test(word) && isPlausible(word, 'quoted', true);

/** `… is falcon7.`: a word and a number right behind the link, and nothing said of it. */
export const isClosing = (text: string, end: number, word: string): boolean =>
  /^(?=.*\p{L}{3})[\p{L}\d]+(?:[._-][\p{L}\d]+){0,3}\d[!?]?$/u.test(word) &&
  word.length > 5 &&
  !THING.test(word) &&
  /^["'`*]{0,2}[ \t]?(?:[,;!()]|[.](?:\s|$)|\r?\n|$|(?:and|but|or|if|for|on|und|when|now|instead|to (?:log|get))\b)/.test(
    text.slice(end, end + 9),
  );
