import { BLANK, indexWithin, isAt, LINE_END, QUOTE, skip, skipBack, Units } from './chars.ts';
import { matchAt, textBefore } from './match-at.ts';
import { looksRandom } from './randomness.ts';
import { readValue, type Value } from './read-value.ts';
import type { Manner } from './values.ts';

/** A name that something is assigned to. */
export interface Name {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly text: string;
  /** `--name`: a value may follow after a blank. */
  readonly flag: boolean;
  /** Words of a sentence rather than an identifier. */
  readonly plain: boolean;
}

/** A value, and how it is held. */
export interface Held {
  readonly value: Value;
  readonly manner: Manner;
}

/** Between a name and its value. Groups: type annotation, operator. */
const OPERATOR =
  /(?:\\{0,7}["'`]|\*{1,2}|<\/\w{1,8}>)?[)\]]{0,2}(?:\[\d{0,5}\])?[?!]?(?:[ \t]{1,2}\d{1,2}(?=[ \t]{0,2}:))?[ \t]{0,40}(:[ \t]{0,4}[A-Za-z_&][\w<>[\].?&'| ]{0,40}[ \t]{1,4}(?==)|[A-Za-z_][\w.]{0,20}[ \t]{1,4}(?==))?(:{1,4}={1,3}|={1,3}>?|!={1,2}|\?=|\.=|\+=|\|\|=?|\?\?=?|\?:|<-|<<<|:|[.·_]{3,60}(?=[ \t:])[ \t]{0,8}:?)\*{0,2}[ \t]{0,200}(?:(?:!!str|!!binary|!<\w+>|&[A-Za-z][\w-]{0,30})[ \t]{1,4}|string\(\d{1,5}\)[ \t]{1,4}(?="))?/y;
/** `fill('#password', '…')`, `get('#password').type('…')`: a field of a page and what is put into it. */
const SELECTED =
  /(?:\\{0,7}["']\])?[\])]{0,2}\\{0,7}["'`]\)?(?:,[ \t]{0,8}|\){0,2}\.(?:clear\(\)\.)?(?:type|fill|val|value|toHaveValue|should|send_?keys|sendKeys|setValue|set_value|pressSequentially|press_sequentially|insert)\()(?=[bfru]?\\{0,7}["'`])/iy;
const SELECTED_START = new Units(/[\\"'`\])]/);
const LISTED = /\\{0,7}["'`](?:[ \t]{0,8},[ \t\n]{0,40}|[ \t]{1,4}to[ \t]{1,4})(?=[bfru]?\\{0,7}["'`])/y;
/** `{{ password | default('…') }}` */
const FILTERED = /[ \t]{0,4}\|[ \t]{0,4}(?:default|d)(?:\(|[ \t])[ \t]{0,2}(?=["'])/y;
const CALLED = /[({](?=[@bfru]?\\{0,7}["'`])/y;
const ELEMENT = />\s{0,80}(?:<!\[CDATA\[\s{0,80})?/y;
/** What may follow the name of an element: attributes that say nothing. */
const TAG_END = /(?:[ \t]{1,4}[\w:.-]{1,40}=\\{0,7}["'][^"'<>\n]{0,120}["']){0,4}[ \t]{0,4}>/y;
/** `name="`, `key: `: the identifier is itself a value, and names what stands in the value beside it. */
const PAIR_NAME =
  /(?:(?:^|\s)--?(?:name|key|n|k|property)[ =]\\{0,7}["']?|<[\w:-]{0,16}(?:key|name)>\s{0,8})$|(?:name|key|id|header|field|property|variable|param|k|n)\\{0,7}["']?[ \t]{0,8}[:=][ \t]{0,8}\\{0,7}["']?(?:[\w.-]{1,40}[:/]){0,3}$/i;
const PAIR_FLAG = /\\{0,7}["']?[ \t]{1,8}--?(?:value|val|v|string-value|secret-string|body)[ =]/iy;
const PAIR_ELEMENT = /\s{0,8}<\/[\w:-]{3,24}>\s{0,80}<(?:string|data|[\w:-]{0,16}value|val)(?=[\s>])[^<>\n]{0,80}>/iy;
const PAIR_VALUE =
  /\\{0,7}["']?\)?[ \t]{0,8},?\s{0,80}(?:-[ \t])?(?:type\\{0,7}["']?[=:][ \t]?\\{0,7}["']?\w{1,16}\\{0,7}["']?,?[ \t]{0,4})?\\{0,7}["']?(?:\w{1,16}:)?(?:value|content|val|default|defaultvalue|v|secretvalue)\\{0,7}["']?[ \t]{0,8}[:=][ \t]{0,8}/iy;
const PAIR_BODY = /\\{0,7}["'](?:[ \t]\w+=\\{0,7}["'][^"'\n]{0,40}["']){0,2}[ \t]*>(?:\s{0,40}<(?:\w{1,8}:)?value>)?/y;
/** `secret_key = { sensitive = true, value = …`. */
const NESTED =
  /\\{0,7}["']?[ \t]{0,8}[:=]?\s{0,8}\{[^{}]{0,160}?\\{0,7}["']?(?:value|default|plain|plaintext|stringvalue|secret)\\{0,7}["']?\s{0,8}[:=]\s{0,8}/iy;
const BLOCK = /[ \t]{0,8}:[ \t]{0,8}(?:!{1,2}[\w:./-]{1,40}[ \t]{1,4})?[|>][-+]?\d?[ \t]{0,8}\n[ \t]{1,40}/y;
const COMPARED = /(["'`])([^"'`\n]{4,200})\1[ \t]{0,8}[!=]==?[ \t]{0,8}$/;
/** `getpass() or "…"`: what a value falls back to. */
const FALLBACK = /[^\n"'`;]{0,120}?(?:\bor\b|\|\||\?\?|\?:|\belse\b)[ \t]{0,8}(?=["'`])/y;

/** What can stand before such a name is looked for first: most names have nothing of it. */
function isPairName(text: string, start: number): boolean {
  let at = start;
  if (text[at - 1] === '"' || text[at - 1] === "'") at--;
  while (text[at - 1] === '\\') at--;
  const gapEnd = at;
  while (at > 0 && text.charAt(at - 1).trim() === '') at--;
  const before = text.charAt(at - 1);
  const mayBe =
    before === ':' || before === '=' || before === '>' || (gapEnd - at === 1 && 'eknyEKNY'.includes(before));
  return mayBe && PAIR_NAME.test(textBefore(text, start, 40));
}

function endOf(pattern: RegExp, text: string, at: number): number {
  const match = matchAt(pattern, text, at);
  return match ? at + match[0].length : -1;
}

const held = (value: Value | null, manner: Manner): Held | null =>
  value ? { value, manner: value.quoted && manner !== 'prose' ? 'quoted' : manner } : null;

/** The value that the syntax around a name gives it; null where there is none. */
export function readHeld(text: string, name: Name): Held | null {
  const after = name.end;
  const opened = isTag(text, name.start) ? endOf(TAG_END, text, after) : -1;
  if (opened >= 0) return held(readElement(text, opened - 1), 'quoted');
  if (isPairName(text, name.start)) {
    const element = endOf(PAIR_ELEMENT, text, after);
    if (element >= 0) return held(readElement(text, element - 1), 'quoted');
    const flagged = endOf(PAIR_FLAG, text, after);
    const paired = flagged >= 0 ? flagged : endOf(PAIR_VALUE, text, after);
    if (paired >= 0) return held(readValue(text, paired), 'config');
    const body = endOf(PAIR_BODY, text, after);
    if (body >= 0) return held(readElement(text, body - 1), 'quoted');
  }
  const block = text.charCodeAt(skip(text, after, BLANK, after + 9)) === 58 ? endOf(BLOCK, text, after) : -1; // :
  if (block >= 0) return held(readValue(text, block), 'config');
  const nested = text.slice(after, after + 16).includes('{') ? endOf(NESTED, text, after) : -1;
  if (nested >= 0) return held(readValue(text, nested), 'config');
  const operator = matchAt(OPERATOR, text, after);
  return operator ? readAfterOperator(text, after, operator) : readWithoutOperator(text, name);
}

function readAfterOperator(text: string, after: number, match: RegExpExecArray): Held | null {
  const operator = match[2] as string;
  const start = after + match[0].length;
  const spaced = isAt(text, start - 1, BLANK) || match[1] !== undefined;
  if (operator === ':' && (text.startsWith('//', start) || text[start] === ':')) return null;
  const optional = operator === ':' && match[0].startsWith('?');
  const broken = text[start] === '\n' && isAt(text, start + 1, BLANK) && /["'`]/.test(match[0]);
  const value = readValue(text, broken ? afterBreak(text, start) : start);
  if (!value || (optional && !value.quoted)) return null;
  const fallback = value.quoted ? -1 : endOf(FALLBACK, text, start);
  if (fallback >= 0) return held(readValue(text, fallback), 'prose');
  if (operator.length > 1 && /^[!=]==?$|^\|\||^\?\?|^\?:|^===$/.test(operator))
    return value.quoted ? held(value, 'prose') : null;
  if (operator !== ':') return held(value, operator === '=' && !spaced ? 'config' : 'code');
  const listed = /[,;)]/.test(text[value.next] ?? '');
  return held(value, listed && !value.quoted ? 'code' : 'config');
}

const DUMPED = /\n[ \t]{1,60}(?:string\(\d{1,5}\)[ \t]{1,4}(?="))?/y;

/** A value on the next line, also as `var_dump` writes it. */
const afterBreak = (text: string, at: number): number => Math.max(at, endOf(DUMPED, text, at));

/** `api.secret.key -> …`, as listings and mappings write. */
const ARROW = /[ \t]{1,4}(?:-{1,2}>|[→↦⇒➜])[ \t]{1,4}/y;

function readWithoutOperator(text: string, name: Name): Held | null {
  const after = name.end;
  const pointed = name.plain || !isAt(text, after, BLANK) ? -1 : endOf(ARROW, text, after);
  if (pointed >= 0) return held(readValue(text, pointed), 'code');
  const follows = text.charCodeAt(skip(text, after, BLANK, after + 5));
  const filtered = follows === 124 ? endOf(FILTERED, text, after) : -1; // |
  if (filtered >= 0) return held(readValue(text, filtered), 'prose');
  const listed = isAt(text, name.start - 1, QUOTE) ? endOf(LISTED, text, after) : -1;
  if (listed >= 0) return held(readValue(text, listed), 'prose');
  const called = follows === 40 || follows === 123 ? endOf(CALLED, text, after) : -1; // ( {
  if (called >= 0) return held(readValue(text, called), 'prose');
  const compared = readCompared(text, name);
  if (compared) return compared;
  const selected = SELECTED_START.at(text, after) ? endOf(SELECTED, text, after) : -1;
  if (selected >= 0) return held(readValue(text, selected), 'prose');
  if (!isAt(text, after, BLANK)) return null;
  const next = skip(text, after, BLANK, after + 40);
  if (name.flag) return held(readValue(text, next), 'config');
  const quoted = isAt(text, next, QUOTE);
  if (quoted && DEFINES.test(textBefore(text, name.start, 24))) return held(readValue(text, next), 'config');
  if (!name.plain) return drawn(text, readValue(text, next)) ?? directed(text, name, next);
  return quoted && !/^[+,;)]/.test(text.slice(next + 1, next + 2)) ? held(readValue(text, next), 'prose') : null;
}

/** An equals sign stands before. */
export function isCompared(text: string, start: number): boolean {
  let at = start - 1;
  while (at > 0 && start - at < 9 && isAt(text, at, BLANK)) at--;
  return text[at] === '=';
}

/** `"…" == password` */
function readCompared(text: string, name: Name): Held | null {
  if (!isCompared(text, name.start)) return null;
  const match = COMPARED.exec(textBefore(text, name.start, 240));
  if (!match) return null;
  const start = name.start - match[0].length + 1;
  return held({ start, end: start + (match[2] as string).length, quoted: true, next: name.start }, 'prose');
}

/** A bare word counts as a value only when a machine drew it. */
function drawn(text: string, value: Value | null): Held | null {
  if (!value) return null;
  const body = text.slice(value.start, value.end);
  return body.length >= 12 && !/^[*&]|\(/.test(body) && looksRandom(body) ? held(value, 'config') : null;
}

/** `#define NAME "…"`, `setenv NAME "…"`: a blank is the sign between the two. */
const DEFINES = /(?:^|[\n;&|])[ \t]*(?:#[ \t]*define|set(?:env)?(?:[ \t]-\w{1,2})*|env)[ \t]+$/i;

const DIRECTIVE = /[_.-]?(?:pass|passwd|password|pw|pwd)$/i;
const DIRECTED =
  /(?=[^\s]{0,63}\d)(?=[^\s]{0,63}[A-Za-z])(?!\w*(?:char|int|text|float|utf)\w*\d)[^\s"'`(){}<>,;]{6,64}[ \t]{0,8}(?=\r?\n|$)/y;

/** `auth_pass lantern9` alone on its line, as configurations of servers have it. */
function directed(text: string, name: Name, at: number): Held | null {
  if (!DIRECTIVE.test(name.text) || !/(?:^|\n)[ \t]*$/.test(textBefore(text, name.start, 40))) return null;
  return endOf(DIRECTED, text, at) >= 0 ? held(readValue(text, at), 'config') : null;
}

/** `<password`, `<ns:password`; not `<code`, which holds examples. */
const isTag = (text: string, start: number): boolean =>
  (text[start - 1] === '<' || text[start - 1] === ':') &&
  /<(?:[A-Za-z][\w-]{0,15}:)?$/.test(textBefore(text, start, 18)) &&
  !/^code\b/.test(text.slice(start, start + 5));

/** The text of an XML element, up to the closing tag. */
function readElement(text: string, at: number): Value | null {
  const start = endOf(ELEMENT, text, at);
  const close = start < 0 ? -1 : indexWithin(text, '<', start, start + 4096);
  if (close < 0) return null;
  const marked = text.startsWith(']]>', close - 3) ? close - 3 : close;
  const end = skipBack(text, marked, BLANK | LINE_END, start);
  return end > start ? { start, end, quoted: true, next: close } : null;
}
