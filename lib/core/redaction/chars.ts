/** Character classes by UTF-16 unit. Everything beyond ASCII is `OTHER` unless a caller asks for letters itself. */

export const DIGIT = 1;
export const LOWER = 2;
export const UPPER = 4;
export const HEX = 8;
/** `_` */
export const LOW_LINE = 16;
/** `-` and `.` */
export const JOINER = 32;
/** Space and tab. */
export const BLANK = 64;
export const LINE_END = 128;
/** `"`, `'` and the backtick. */
export const QUOTE = 256;
/** `+`, `/`, `=`: what base64 has beside letters, digits and the two above. */
export const BASE64_SIGN = 512;
/** First unit beyond ASCII. */
export const OTHER = 1024;

export const ALPHA = LOWER | UPPER;
export const ALNUM = ALPHA | DIGIT;
export const WORD = ALNUM | LOW_LINE;
export const NAME = WORD | JOINER;
export const SPACE = BLANK | LINE_END;

const FLAGS = new Uint16Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  let flags = 0;
  if (char >= '0' && char <= '9') flags |= DIGIT | HEX;
  if (char >= 'a' && char <= 'z') flags |= LOWER | (char <= 'f' ? HEX : 0);
  if (char >= 'A' && char <= 'Z') flags |= UPPER | (char <= 'F' ? HEX : 0);
  if (char === '_') flags |= LOW_LINE;
  if (char === '-' || char === '.') flags |= JOINER;
  if (char === ' ' || char === '\t') flags |= BLANK;
  if (char === '\n' || char === '\r') flags |= LINE_END;
  if (char === '"' || char === "'" || char === '`') flags |= QUOTE;
  if (char === '+' || char === '/' || char === '=') flags |= BASE64_SIGN;
  FLAGS[code] = flags;
}

export const flagsOf = (code: number): number => (code < 128 ? (FLAGS[code] as number) : OTHER);

/** Flags of the unit at `index`; 0 outside the text. */
export function flagsAt(text: string, index: number): number {
  if (index < 0 || index >= text.length) return 0;
  return flagsOf(text.charCodeAt(index));
}

export const isAt = (text: string, index: number, flags: number): boolean => (flagsAt(text, index) & flags) !== 0;

/** First index from `from` whose unit is not of `flags`; never beyond `limit` (exclusive). */
export function skip(text: string, from: number, flags: number, limit = text.length): number {
  let index = from;
  const end = Math.min(limit, text.length);
  while (index < end && (flagsOf(text.charCodeAt(index)) & flags) !== 0) index++;
  return index;
}

/** First index from `from` whose unit is of `flags`; the length of the text when there is none. */
export function skipTo(text: string, from: number, flags: number): number {
  let index = from;
  while (index < text.length && (flagsOf(text.charCodeAt(index)) & flags) === 0) index++;
  return index;
}

/** Start of the run of `flags` that ends before `to`; never below `limit`. */
export function skipBack(text: string, to: number, flags: number, limit = 0): number {
  let index = to;
  while (index > limit && (flagsOf(text.charCodeAt(index - 1)) & flags) !== 0) index--;
  return index;
}

/** Units of one class, asked for unit by unit: quicker than its expression, and the same beyond ASCII. */
export class Units {
  private readonly ascii = new Uint8Array(128);
  private readonly pattern: RegExp;

  /** `pattern` matches one unit. */
  constructor(pattern: RegExp) {
    this.pattern = pattern;
    for (let code = 0; code < 128; code++) this.ascii[code] = Number(pattern.test(String.fromCharCode(code)));
  }

  /** Does a unit of the class stand at `index`? */
  at(text: string, index: number): boolean {
    const code = text.charCodeAt(index);
    if (code < 128) return this.ascii[code] === 1;
    return code >= 128 && this.pattern.test(text.charAt(index));
  }

  /** Does one of them stand anywhere in the text? */
  within(text: string): boolean {
    for (let index = 0; index < text.length; index++) if (this.at(text, index)) return true;
    return false;
  }
}

/** Does a digit stand on the same line, at most so many units from `from`? Asked before what costs more. */
export function hasDigitSoon(text: string, from: number, units: number): boolean {
  for (let at = from; at < from + units; at++) {
    const code = text.charCodeAt(at);
    if (code < 58 && code > 47) return true;
    if (code === 10 || Number.isNaN(code)) return false;
  }
  return false;
}

/** A letter or digit of any script stands at `index`. */
export function isWordAt(text: string, index: number): boolean {
  const flags = flagsAt(text, index);
  if (flags === 0) return false;
  return flags === OTHER ? /[\p{L}\p{N}]/u.test(text.charAt(index)) : (flags & WORD) !== 0;
}

/** First index of `what` from `from` on that begins before `limit`; −1 when there is none. Never looks farther. */
export function indexWithin(text: string, what: string, from: number, limit: number): number {
  const first = what.charCodeAt(0);
  const end = Math.min(text.length, limit);
  for (let i = from; i < end; i++) if (text.charCodeAt(i) === first && text.startsWith(what, i)) return i;
  return -1;
}

/** Last index of `what` that begins before `from` and not before `limit`; −1 when there is none. */
export function lastIndexWithin(text: string, what: string, from: number, limit: number): number {
  const first = what.charCodeAt(0);
  for (let i = from - 1; i >= Math.max(0, limit); i--)
    if (text.charCodeAt(i) === first && text.startsWith(what, i)) return i;
  return -1;
}
