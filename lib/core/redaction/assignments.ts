import { BLANK, flagsAt, isAt, isWordAt, JOINER, NAME, OTHER, QUOTE, skip, skipBack } from './chars.ts';
import { readCookies, readCredentials } from './headers.ts';
import { classifyName, type NameClass } from './names.ts';
import { readProse } from './prose.ts';
import { looksRandom } from './randomness.ts';
import { readValue, type Value } from './read-value.ts';
import { addHit, RANK, type Scan } from './scan.ts';
import { readColumn, readInsert } from './tables.ts';
import {
  isExpression,
  isIdentifier,
  isMasked,
  isPlace,
  isPlausible,
  isStandIn,
  isTemplate,
  type Manner,
} from './values.ts';

const LONGEST_NAME = 96;

/** Between a name and its value. Groups: type annotation, operator. */
const OPERATOR =
  /(?:\\{0,7}["'`]|\*{1,2})?[)\]]{0,2}(?:\[\d{0,5}\])?[?!]?[ \t]{0,40}(:[ \t]{0,4}[A-Za-z_&][\w<>[\].?&' ]{0,30}[ \t]{1,4}(?==)|[A-Za-z_][\w.]{0,20}[ \t]{1,4}(?==))?(:{1,4}={1,3}|={1,3}>?|!={1,2}|\?=|\.=|\+=|\|\|=?|\?\?=?|\?:|<-|<<<|:)\*{0,2}[ \t]{0,200}/y;
/** `fill('#password', '…')`, `get('#password').type('…')`: a field of a page and what is put into it. */
const SELECTED =
  /[\])]{0,2}\\{0,7}["'`]\)?(?:,[ \t]{0,8}|\)?\.(?:clear\(\)\.)?(?:type|fill|send_?keys|sendKeys|setValue|set_value|pressSequentially|press_sequentially|insert)\()(?=[bfru]?\\{0,7}["'`])/iy;
const LIST_NEXT = /\\{0,7}["'`][ \t]{0,8},[ \t\n]{0,40}(?=[bfru]?\\{0,7}["'`])/y;
const CALL = /\((?=[@bfru]?\\{0,7}["'`])/y;
const ELEMENT = />\s{0,80}/y;
const PAIR_NAME =
  /(?:name|key|id|header|field|property|variable|param|k|n)\\{0,7}["']?[ \t]{0,8}[:=][ \t]{0,8}\\{0,7}["']?$/i;
const PAIR_VALUE =
  /\\{0,7}["']?\)?[ \t]{0,8},?\s{0,80}(?:-[ \t])?(?:type\\{0,7}["']?[=:][ \t]?\\{0,7}["']?\w{1,16}\\{0,7}["']?,?[ \t]{0,4})?\\{0,7}["']?(?:\w{1,16}:)?(?:value|content|val|default|defaultvalue|v|secretvalue)\\{0,7}["']?[ \t]{0,8}[:=][ \t]{0,8}/iy;
const NESTED =
  /\\{0,7}["']?[ \t]{0,8}[:=]?\s{0,8}\{[^{}]{0,160}?\\{0,7}["']?(?:value|default|plain|plaintext|stringvalue|secret)\\{0,7}["']?\s{0,8}[:=]\s{0,8}/iy;
const BLOCK = /[ \t]{0,8}:[ \t]{0,8}[|>][-+]?\d?[ \t]{0,8}\n[ \t]{1,40}/y;
const COMPARED = /(["'`])([^"'`\n]{4,200})\1[ \t]{0,8}[!=]==?[ \t]{0,8}$/;

/** A name as people write it in a sentence. */
const PLAIN_NAME = /^(?!pass$)(?:\p{Lu}?\p{Ll}+|\p{Lu}+|\p{Lo}+)(?:[ _-](?:\p{Lu}?\p{Ll}+|\p{Lu}+)){0,2}$/u;

interface Name {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly flag: boolean;
}

/** The identifier around a keyword, with dots and hyphens as in `spring.datasource.password` and `--api-key`. */
function nameAround(text: string, from: number, to: number): Name {
  const isName = (index: number): boolean => {
    const flags = flagsAt(text, index);
    return flags === OTHER ? isWordAt(text, index) : (flags & NAME) !== 0;
  };
  let start = from;
  while (start > 0 && from - start < LONGEST_NAME && isName(start - 1)) start--;
  let end = to;
  while (end < text.length && end - to < LONGEST_NAME && isName(end)) end++;
  while (end > to && isAt(text, end - 1, JOINER)) end--;
  const escaped = text[start - 1] === '\\' && /[nrt]/.test(text[start] as string) && start < from;
  if (escaped) start++;
  const head = skip(text, start, JOINER, from);
  return { start: head, end, text: text.slice(head, end), flag: text[head - 1] === '-' };
}

/** `api key`, `card number`: a name of two words. */
function widened(text: string, name: Name): Name {
  if (text[name.start - 1] !== ' ') return name;
  const start = skipBack(text, name.start - 1, NAME, Math.max(0, name.start - 24));
  if (start === name.start - 1) return name;
  return { ...name, start, text: text.slice(start, name.end) };
}

/** Detects the value that a name in the text holds. */
export function readAssignment(scan: Scan, from: number, to: number): void {
  const { text } = scan;
  if (to <= scan.nameDone) return;
  const narrow = nameAround(text, from, to);
  scan.nameDone = narrow.end;
  if (text[narrow.start - 1] === '<' && /^[A-Z][A-Z_]+_\d+$/.test(narrow.text)) return;
  let name = narrow;
  let kind = classifyName(narrow.text);
  if (kind.strength !== 'strong') {
    const wide = widened(text, narrow);
    const wider = wide === narrow ? kind : classifyName(wide.text);
    if (wider.strength === 'strong') {
      name = wide;
      kind = wider;
    }
  }
  if (kind.strength === 'none' && kind.vendor === null) return;
  if (text[name.start - 1] === ':' && /\barn:[\w:/-]{0,80}$/.test(text.slice(Math.max(0, name.start - 96), name.start)))
    return;
  if (/^(?:x-|proxy-)?authorization$/i.test(name.text)) {
    readCredentials(scan, name.end);
    return;
  }
  if (/^(?:x-|proxy-)?auth$/i.test(name.text) && readCredentials(scan, name.end)) return;
  if (/cookies?$/i.test(name.text)) {
    readCookies(scan, name.end);
    return;
  }
  const held = heldBy(text, name);
  if (held && judge(scan, name, kind, held.value, held.manner)) return;
  if (held && !(text[name.end] === ':' && !held.value.quoted)) return;
  if (!PLAIN_NAME.test(name.text)) return;
  if (kind.strength === 'weak') readDrawn(scan, name.end, kind);
  else if (
    kind.strength === 'strong' &&
    !readColumn(scan, name.start, name.end, kind) &&
    !readInsert(scan, name.start, kind)
  )
    readProse(scan, name.start, name.end, kind);
}

const SAID = /[ \t]+(?:is|was)[ \t:]+["'`]?([^\s"'`]{20,256})/y;

/** `the key is …`: a weak name in a sentence needs a long value that a machine drew. */
function readDrawn(scan: Scan, end: number, kind: NameClass): void {
  SAID.lastIndex = end;
  const body = SAID.exec(scan.text)?.[1]?.replace(/[.,;]+$/, '');
  if (!body || !looksRandom(body) || isAddress(body) || isPlace(body)) return;
  const start = scan.text.indexOf(body, end);
  addHit(scan, start, start + body.length, 'prose', kind.type, RANK.context);
}

interface Found {
  readonly value: Value;
  readonly manner: Manner;
}

const found = (value: Value | null, manner: Manner): Found | null =>
  value ? { value, manner: value.quoted && manner !== 'prose' ? 'quoted' : manner } : null;

/** A bare word counts as a value only when a machine drew it. */
function drawn(text: string, value: Value | null): Found | null {
  if (!value) return null;
  const body = text.slice(value.start, value.end);
  return body.length >= 12 && looksRandom(body) ? found(value, 'config') : null;
}

/** `getpass() or "…"`: what a value falls back to. */
const FALLBACK = /[^\n"'`;]{0,120}?(?:\bor\b|\|\||\?\?|\?:|\belse\b)[ \t]{0,8}(?=["'`])/y;

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? at + match[0].length : -1;
}

const PAIR_BODY = /\\{0,7}["'](?:[ \t]\w+=\\{0,7}["'][^"'\n]{0,40}["']){0,2}[ \t]*>/y;

const isPairName = (text: string, name: Name): boolean =>
  PAIR_NAME.test(text.slice(Math.max(0, name.start - 40), name.start));

function heldBy(text: string, name: Name): Found | null {
  const after = name.end;
  if (text[name.start - 1] === '<' && text[after] === '>') return found(readElement(text, after), 'quoted');
  const paired = isPairName(text, name) ? matchEnd(PAIR_VALUE, text, after) : -1;
  if (paired >= 0) return found(readValue(text, paired), 'config');
  const body = paired < 0 && isPairName(text, name) ? matchEnd(PAIR_BODY, text, after) : -1;
  if (body >= 0) return found(readElement(text, body - 1), 'quoted');
  const block = matchEnd(BLOCK, text, after);
  if (block >= 0) return found(readValue(text, block), 'config');
  const nested = text.slice(after, after + 16).includes('{') ? matchEnd(NESTED, text, after) : -1;
  if (nested >= 0) return found(readValue(text, nested), 'config');
  OPERATOR.lastIndex = after;
  const match = OPERATOR.exec(text);
  if (match) return afterOperator(text, after, match);
  const listed = isAt(text, name.start - 1, QUOTE) ? matchEnd(LIST_NEXT, text, after) : -1;
  if (listed >= 0) return found(readValue(text, listed), 'prose');
  const called = matchEnd(CALL, text, after);
  if (called >= 0) return found(readValue(text, called), 'prose');
  const compared = COMPARED.exec(text.slice(Math.max(0, name.start - 240), name.start));
  if (compared) {
    const start = name.start - compared[0].length + 1;
    return {
      value: { start, end: start + (compared[2] as string).length, quoted: true, next: name.start },
      manner: 'prose',
    };
  }
  const selected = matchEnd(SELECTED, text, after);
  if (selected >= 0) return found(readValue(text, selected), 'prose');
  if (isAt(text, after, BLANK)) {
    const next = skip(text, after, BLANK, after + 40);
    if (name.flag) return found(readValue(text, next), 'config');
    if (!PLAIN_NAME.test(name.text)) return drawn(text, readValue(text, next));
    if (isAt(text, next, QUOTE) && !/^pass$/i.test(name.text)) return found(readValue(text, next), 'prose');
  }
  return null;
}

function afterOperator(text: string, after: number, match: RegExpExecArray): Found | null {
  const operator = match[2] as string;
  const start = after + match[0].length;
  const spaced = isAt(text, start - 1, BLANK) || match[1] !== undefined;
  if (operator === ':' && text[start] === '/' && text[start + 1] === '/') return null;
  if (operator === ':' && text[start] === ':') return null;
  const next =
    text[start] === '\n' && isAt(text, start + 1, BLANK) && /["'`]/.test(match[0])
      ? skip(text, start + 1, BLANK, start + 60)
      : start;
  const value = readValue(text, next);
  if (!value) return null;
  const fallback = value.quoted ? -1 : matchEnd(FALLBACK, text, start);
  if (fallback >= 0) return found(readValue(text, fallback), 'prose');
  if (/^[!=]==?$|^\|\||^\?\?|^\?:|^===$/.test(operator)) return value.quoted ? found(value, 'prose') : null;
  if (operator === ':') {
    const listed = text[value.next] === ',' || text[value.next] === ';' || text[value.next] === ')';
    return found(value, listed && !value.quoted ? 'code' : 'config');
  }
  return found(value, operator === '=' && !spaced ? 'config' : 'code');
}

/** The text of an XML element, up to the closing tag. */
function readElement(text: string, at: number): Value | null {
  const start = matchEnd(ELEMENT, text, at);
  const close = text.indexOf('<', start);
  if (start < 0 || close < 0 || close - start > 4096) return null;
  const end = skipBack(text, close, BLANK | 128, start);
  return end > start ? { start, end, quoted: true, next: close } : null;
}

const HASH_LENGTHS = new Set([32, 40, 56, 64, 96, 128]);
const UUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;

/** An unquoted value that a program works out. */
const isCode = (body: string, next: string | undefined): boolean =>
  /^!?[\w$.:]+\(|^[\w$.]+\[|=>|[=!]==?[^=]|&&|\|\||\?\?|^[A-Za-z_$][\w$.]*\?[^?]*:/.test(body) ||
  (/^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*=/.test(body) && !looksRandom(body)) ||
  (next === '(' && /^[\w$.]+$/.test(body)) ||
  (next === '[' && /^[\w$.]+$/.test(body));

/** Digest or UUID: an address of content, unless the name says that it is a key. */
const isAddress = (value: string): boolean =>
  (HASH_LENGTHS.has(value.length) && /^[0-9a-f]+$/i.test(value)) || UUID.test(value);

const CODE = /^(?=.*\d)[A-Z0-9]{3,10}(?:[- ][A-Z0-9]{3,10})?$/;

function judge(scan: Scan, name: Name, kind: NameClass, value: Value, manner: Manner): boolean {
  const { text } = scan;
  const body = text.slice(value.start, value.end);
  const add = (rule: string, type: string): true => {
    addHit(scan, value.start, value.end, rule, type, RANK.context);
    return true;
  };
  if (isTemplate(body) || isMasked(body) || /^<[A-Z_]+\d+>$/.test(body)) return false;
  if (
    kind.vendor?.shapes.some(
      ({ pattern, marked }) =>
        pattern.test(body) && (marked || kind.strength === 'strong' || looksRandom(body) || isAddress(body)),
    ) &&
    !isStandIn(body)
  )
    return add('vendor-value', kind.type || 'API_KEY');
  if (kind.strength === 'none') return false;
  if (kind.type === 'CODE') {
    const short = CODE.test(body) && (body.length >= 4 || /^cv|csc/i.test(name.text));
    return (short || (body.length >= 8 && looksRandom(body))) && add('assigned-code', 'CODE');
  }
  if (kind.type === 'CREDIT_CARD') {
    if (/^\d[\d -]{10,22}\d$/.test(body)) return add('assigned-card', 'CREDIT_CARD');
    return false;
  }
  if (!value.quoted && isCode(body, text[value.end])) return false;
  if (kind.strength === 'weak') {
    if (/[?&;]/.test(text[name.start - 1] ?? '') && text[name.end] === '=' && isAddress(body))
      return add('query', kind.type);
    if (!value.quoted && /^[A-Za-z_$][\w$]*(?:(?:\.|::|->)[A-Za-z_$][\w$]*)+$/.test(body)) return false;
    if (body.length >= 12 && looksRandom(body) && !isAddress(body) && !isPlace(body) && !/\s/.test(body))
      return add('assigned-weak', kind.type);
    return false;
  }
  const strictCode =
    manner === 'config' &&
    !value.quoted &&
    text[name.end] === ':' &&
    isIdentifier(body) &&
    /[a-z][A-Z]|_|\./.test(body);
  if (strictCode || (!value.quoted && manner === 'code' && isExpression(body))) return false;
  return isPlausible(body, manner, kind.word) && add('assigned', kind.type);
}

/** The value of a leaf whose key holds a secret. */
export function readKeyPath(scan: Scan): void {
  const { text, at } = scan;
  const key = at.at(-1);
  if (key === undefined || text.length < 4 || text.length > 4096) return;
  const parent = at.at(-2);
  let kind = classifyName(key);
  if (
    kind.strength === 'none' &&
    parent !== undefined &&
    /^(?:value|default|plain|plaintext|data|raw|text|secretValue)$/.test(key)
  )
    kind = classifyName(parent);
  if (kind.strength === 'none' && kind.vendor === null) return;
  if (/^(?:x-|proxy-)?auth(?:orization)?$/i.test(key) && readCredentials(scan, 0)) return;
  if (/cookie$/i.test(key) && readCookies(scan, 0)) return;
  const name: Name = { start: 0, end: 0, text: key, flag: false };
  judge(scan, name, kind, { start: 0, end: text.length, quoted: true, next: text.length }, 'quoted');
}
