import { indexWithin, Units } from './chars.ts';
import { matchAt, textBefore } from './match-at.ts';
import { looksRandom } from './randomness.ts';
import { readValue, type Value } from './read-value.ts';
import { isIdentifier, isMasked, isPlace, isStandIn, isTemplate, WRITTEN } from './values.ts';

const REACH = 800;
const MOST = 24;
/** What a name is given when it is given more than one literal: a list, a mapping, a call. */
const OPENING =
  /(?:\[\d{0,4}\])?\\{0,7}["'`]?\]?[ \t]{0,8}(?::[ \t]{0,4}[\w<>[\], ]{1,40}[ \t]{1,4}(?==))?(?:[:=]{1,2}>?|=>)[ \t]{0,8}(?:["'`]{2}\.join\()?(?:(?:await |new |&)?[\w.$:[\]]{0,60}!?[({]|[[{(])/y;

const CHARACTERS = /\s{0,8}(?:'(?:\\.|[^'\\\n])'\s{0,4},\s{0,8}){5,127}'(?:\\.|[^'\\\n])'/y;
const BYTES =
  /\s{0,8}(?:(?:\(byte\)\s?)?(?:0x[0-9a-f]{1,2}|\d{1,3})u?\s{0,4},\s{0,20}){15,255}(?:\(byte\)\s?)?(?:0x[0-9a-f]{1,2}|\d{1,3})u?/iy;

/** `{'h', 'u', 'n', …}` and `{0x2b, 0x7e, …}`: a value in single characters or bytes. */
function readSplit(text: string, at: number): Value | null {
  for (const pattern of [CHARACTERS, BYTES]) {
    const match = matchAt(pattern, text, at);
    if (!match) continue;
    const start = at + match[0].length - match[0].trimStart().length;
    const end = at + match[0].length;
    const single = match[0].match(/'.+?'|\w+/g) ?? [];
    if (new Set(single).size > 4 && single.filter((one) => /\w/.test(one)).length * 4 >= single.length * 3)
      return { start, end, quoted: false, next: end };
  }
  return null;
}

const OPENING_SIGN = new Units(/[:=]/);
const OPENING_LONGEST = 72;

/** A colon or an equals sign follows on the same line, and a bracket. */
function mayOpen(text: string, from: number): boolean {
  const limit = Math.min(text.length, from + OPENING_LONGEST);
  for (let at = from; at < limit && text.charCodeAt(at) !== 10; at++) if (OPENING_SIGN.at(text, at)) return true;
  return false;
}

/** Literals in the bracket that a name opens: `KEYS = ['…', '…']`, `{'bob': '…'}`, `Field(default='…')`. */
export function readGathered(text: string, nameEnd: number, word: boolean): readonly Value[] {
  if (!mayOpen(text, nameEnd)) return [];
  const opening = matchAt(OPENING, text, nameEnd);
  if (!opening) return [];
  const split = readSplit(text, nameEnd + opening[0].length);
  if (split) return [split];
  const values: Value[] = [];
  const limit = Math.min(text.length, nameEnd + opening[0].length + REACH);
  let depth = 1;
  for (let at = nameEnd + opening[0].length; at < limit && values.length < MOST; at++) {
    const char = text[at] as string;
    if (char === '(' || char === '[' || char === '{') depth++;
    else if (char === ')' || char === ']' || char === '}') {
      if (--depth === 0) break;
    } else if (char === ';') break;
    else if (/["'`\\]/.test(char)) {
      const value = readValue(text, at);
      if (!value?.quoted) continue;
      if (
        isDrawn(text.slice(value.start, value.end), word) &&
        !/^[ \t]{0,4}(?:=>|:)/.test(text.slice(value.next, value.next + 6))
      )
        values.push(value);
      at = Math.max(at, value.next - 1);
    }
  }
  return values;
}

const MOST_LINES = 32;
const ITEM =
  /^[ \t]*(?=\S+[ \t])(?:[-*][ \t]+)?(?:["']?[\w.-]{1,60}["']?[ \t]?:[ \t]+)?["']?([^\s(),;]{6,512}?)["']?[ \t]*(?:#.*)?$/;

/** `serverId: …`: what an id or an address is, no list of secrets says otherwise. */
const NAMES_SOMETHING = /^[^:]{0,60}(?:[a-z]I[dD]|[_.-]id|[uU][rR][lL]|(?:^|[_ ])[iI][dD])["']?[ \t]?:[ \t]/;

/** `tokens:` and the indented lines below it. */
export function readBlock(text: string, nameStart: number, nameEnd: number, word: boolean): readonly Value[] {
  if (text[nameEnd] !== ':' && text[nameEnd + 1] !== ':') return [];
  const head = /^["']?:[ \t]*\r?\n/.exec(text.slice(nameEnd, nameEnd + 12))?.[0];
  if (head === undefined) return [];
  const indent = /[ \t-]*$/.exec(textBefore(text, nameStart, 40))?.[0].length ?? 0;
  const values: Value[] = [];
  let line = nameEnd + head.length;
  for (let count = 0; count < MOST_LINES && line < text.length; count++) {
    const found = indexWithin(text, '\n', line, line + 600);
    const end = found < 0 ? Math.min(text.length, line + 600) : found;
    const content = text.slice(line, end).trimEnd();
    const depth = /^[ \t]*/.exec(content)?.[0].length ?? 0;
    if (content !== '' && (depth < indent || (depth === indent && !content.trimStart().startsWith('-')))) break;
    const body = ITEM.exec(content)?.[1];
    if (body !== undefined && isDrawn(body, word) && !NAMES_SOMETHING.test(content)) {
      const start = indexWithin(text, body, line, end);
      values.push({ start, end: start + body.length, quoted: false, next: end });
    }
    line = end + 1;
  }
  return values;
}

/** No word of the program: a machine drew it, or, for a password, somebody mixed it. */
function isDrawn(body: string, word: boolean): boolean {
  if (body.length < (word ? 6 : 12) || body.length > 1024 || /\s/.test(body)) return false;
  if (
    isTemplate(body) ||
    isMasked(body) ||
    isStandIn(body) ||
    isPlace(body) ||
    isIdentifier(body) ||
    WRITTEN.test(body)
  )
    return false;
  if (/^\(?\[|^\w+\/[\w.-]+$/.test(body) || /:\/\/[^@]*:(?:pass|password)@/.test(body)) return false;
  if (looksRandom(body)) return true;
  return (
    word &&
    /^\w/.test(body) &&
    /\d/.test(body) &&
    /[A-Za-z]{2}/.test(body) &&
    (/[^\w.:/-]/.test(body) || /\d\d$/.test(body))
  );
}
