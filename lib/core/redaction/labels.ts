import { BLANK, isAt, LINE_END, NAME, QUOTE, skip } from './chars.ts';
import { matchAt, standsAt, textBefore } from './match-at.ts';
import type { Scan } from './scan.ts';
import { readBelow, readInserted } from './tables.ts';

/** Tries to read a value at a place; true when there was one. */
export type ReadAt = (start: number) => boolean;

/** `<td>Phone</td><td>…`, `<b>Tel</b>: …` */
const MARKUP = /s?[\w .:-]{0,16}(?:\s{0,20}<\/?[a-z][a-z0-9-]{0,15}(?:[ \t][^<>\n]{0,80})?\/?>[:：]?){1,5}\s{0,20}/iy;
/** `<phone kind="home">` */
const OPENED = /[\w:-]{0,16}(?:[ \t][^<>\n]{0,60})?>\s{0,20}/y;
/** `<contact type="phone">`, a part of a form: `name="phone"`, an empty line; `setPhone("…`. */
const ATTRIBUTE = /["'](?:[ \t][^<>\n]{0,60})?>\s{0,20}|"\r?\n\r?\n|\(\s{0,4}["'`]/y;
/** `type: passport`, then `number: …`; `name="phone" value="…"`. */
const SIBLING =
  /["'\x60]?\s{0,4},?\s{0,12}(?:- )?:?["']?(?:value|number|no|num|text|content|(?:id|doc|document)_?(?:number|no|num))["']?\s{0,3}(?:[:=]>?|\|)?\s{0,3}["']?/iy;
const IS_LABEL = /(?:type|kind|label|name|system|medium|field|key|document|id)["']?\s{0,3}[:=|]\s{0,3}:?["'\x60]?$/i;
const NEST = /s?(?:_?numbers?)?["']?:[ \t]{0,4}(?:[[{][ \t]{0,4})?\r?\n(?=[ \t])/iy;
const NESTED_LINE = /[ \t]{1,40}(?:- )?(?:["']?[A-Za-z][\w -]{0,24}["']?:[ \t]{0,4})?["']?/y;
const MOST_LINES = 12;

/** Units behind a label within which its tag closes or the next one opens. */
const TAG_REACH = 28;

function hasTagSoon(text: string, end: number): boolean {
  for (let at = end; at < end + TAG_REACH; at++) {
    const code = text.charCodeAt(at);
    if (code === 60 || code === 62) return true; // < >
    if (Number.isNaN(code)) return false;
  }
  return false;
}

/** Ways from a label to its value that no sentence takes: markup, fields beside it, what is nested below. */
export function readLabelled(text: string, start: number, end: number, read: ReadAt): boolean {
  const via = (way: RegExp): boolean => {
    return standsAt(way, text, end) && read(way.lastIndex);
  };
  const closed = isAt(text, end, QUOTE) || text[end] === '(';
  if (hasTagSoon(text, end) && via(text[start - 1] === '<' ? OPENED : MARKUP)) return true;
  if (closed && via(ATTRIBUTE)) return true;
  const after = text[start - 1] === ' ' ? start - 2 : start - 1;
  if ((isAt(text, after, QUOTE) || /[:=|]/.test(text[after] ?? '')) && IS_LABEL.test(textBefore(text, start, 24)))
    if (via(SIBLING)) return true;
  return /[s_:"']/.test(text[end] ?? '') && standsAt(NEST, text, end) && readNested(text, NEST.lastIndex, read);
}

function readNested(text: string, from: number, read: ReadAt): boolean {
  let any = false;
  let at = from;
  for (let line = 0; line < MOST_LINES; line++) {
    if (!standsAt(NESTED_LINE, text, at)) break;
    any = read(NESTED_LINE.lastIndex) || any;
    while (at < text.length && !isAt(text, at, LINE_END)) at++;
    while (isAt(text, at, LINE_END)) at++;
  }
  return any;
}

/** May a name that ends here stand in the head of a table, with lines below? */
function mayBeHead(text: string, end: number): boolean {
  let at = end;
  const limit = end + 20;
  for (; at < limit; at = skip(text, at, NAME | QUOTE, limit)) {
    if (isAt(text, at, BLANK) && isAt(text, at + 1, BLANK)) return true;
    if (/[,;\t|\n\r]/.test(text[at] ?? ' ')) return text.length > at + 1;
    if (!isAt(text, at, BLANK | NAME | QUOTE)) return false;
    if (isAt(text, at, BLANK)) at++;
  }
  return false;
}

/** Heads that are followed in one text: who repeats one a thousand times has no table. */
const MOST_HEADS = 128;

interface Column {
  /** Of each head once, by whoever asks. */
  readonly asker: unknown;
  isAbout(head: string): boolean;
  read(start: number, end: number): boolean;
}

/** Cells of the column in whose head a name stands, or the lines below a name that has a line of its own. */
export function readPersonalColumn(scan: Scan, start: number, end: number, { asker, isAbout, read }: Column): void {
  const { text } = scan;
  readInserted(scan, start, end, isAbout, read);
  if (!mayBeHead(text, end) || (scan.done.get(asker) ?? 0) >= end) return;
  scan.done.set(asker, skip(text, end, NAME, end + 20));
  const heads = scan.done.get(MOST_HEADS) ?? 0;
  if (heads >= MOST_HEADS) return;
  scan.done.set(MOST_HEADS, heads + 1);
  readBelow(text, start, end, isAbout, read);
  if (!/(?:^|\n)["']?[\w .]{0,16}$/.test(textBefore(text, start, 18)) || !standsAt(ALONE, text, end)) return;
  let at = ALONE.lastIndex;
  for (let line = 0; line < MOST_CELLS && at < text.length; line++) {
    const cell = matchAt(CELL, text, at);
    if (!cell?.[1] || !read(at + cell[0].indexOf(cell[1]), at + cell[0].indexOf(cell[1]) + cell[1].length)) return;
    at = CELL.lastIndex;
  }
}

const ALONE = /["']?(?:[ _-]?(?:no|number|num|nr)\.?)?["']?[ \t]{0,8}\r?\n/iy;
const CELL = /[ \t"']{0,8}([^\s"'](?:[^\n"']{0,38}[^\s"'])?)["']?[ \t]{0,8}(?:\r?\n|$)/y;
const MOST_CELLS = 400;
