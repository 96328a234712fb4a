import { indexWithin, lastIndexWithin, Units } from './chars.ts';
import type { NameClass } from './names.ts';
import { looksRandom } from './randomness.ts';
import { addHit, RANK, type Scan } from './scan.ts';
import { isDrawnPhrase, isMasked, isStandIn, isTemplate } from './values.ts';

const MOST_ROWS = 400;
/** A column without a secret so far down holds none. */
const ROWS_TO_TRY = 24;
const LONGEST_LINE = 2000;
/** A blank stands for two or more: columns that are only aligned. */
const SIGNS = [',', '\t', ';', '|', ' '] as const;

interface Cell {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

const BEFORE_CELL = new Units(/[\s"'#]/);
const BEHIND_CELL = new Units(/[\s"']/);

/** Cells of a line, without blanks and quotes around them. */
function cellsOf(text: string, from: number, to: number, sign: string): readonly Cell[] {
  const cells: Cell[] = [];
  let start = from;
  let quote = '';
  const push = (end: number): void => {
    let a = start;
    let b = end;
    while (a < b && BEFORE_CELL.at(text, a)) a++;
    while (b > a && BEHIND_CELL.at(text, b - 1)) b--;
    cells.push({ start: a, end: b });
  };
  for (let i = from; i < to; i++) {
    const char = text[i] as string;
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '"') quote = char;
    else if (char === sign && (sign !== ' ' || (text[i + 1] === ' ' && text[i - 1] !== ' '))) {
      push(i);
      start = i + 1;
    }
  }
  push(to);
  return cells;
}

const lineEndOf = (text: string, from: number): number => {
  const end = indexWithin(text, '\n', from, from + LONGEST_LINE + 1);
  return end < 0 ? Math.min(text.length, from + LONGEST_LINE + 1) : end;
};

/** A line of column names, not of a program. */
function isHead(line: string, sign: string): boolean {
  if (sign === '|') return /\s\|\s/.test(line);
  if (sign === ' ') return /^[\w# ./()-]+$/.test(line);
  return !/^\s*(?:#define|from|import|const|let|var|return|export|def|function|class|\/\/|\*)\b|[(){}=]|^#/.test(line);
}

/** A column that is called "password": every cell below holds one. True when the name stands in such a head. */
export function readColumn(scan: Scan, start: number, end: number, kind: NameClass): boolean {
  const { text } = scan;
  const broken = lastIndexWithin(text, '\n', start, start - LONGEST_LINE);
  if (broken < 0 && start > LONGEST_LINE) return false;
  const lineStart = broken + 1;
  const lineEnd = lineEndOf(text, start);
  if (lineEnd - lineStart > LONGEST_LINE) return false;
  for (const sign of SIGNS) {
    if (!text.slice(lineStart, lineEnd).includes(sign)) continue;
    const head = cellsOf(text, lineStart, lineEnd, sign);
    const column = head.findIndex((cell) => cell.start === start && cell.end === end);
    if (!isHead(text.slice(lineStart, lineEnd), sign)) continue;
    const inner = sign === '|' ? head.slice(1, -1) : head;
    if (
      column < 0 ||
      head.length < 2 ||
      head.some((cell) => cell.end - cell.start > 40 || /^[\d.:]/.test(text.slice(cell.start, cell.end))) ||
      inner.some((cell) => cell.end === cell.start)
    )
      continue;
    const beside = sign === '|' && inner.length === 2 ? head[column + 1] : undefined;
    if (beside && isCell(text.slice(beside.start, beside.end), kind)) {
      addHit(scan, beside.start, beside.end, 'column', kind.type, RANK.context);
      return true;
    }
    return readRows(scan, lineEnd + 1, sign, head.length, column, kind);
  }
  return false;
}

/** A password may be any word; a token must look drawn by a machine. */
function isCell(body: string, kind: NameClass): boolean {
  if (
    body.length < 4 ||
    /\s/.test(body) ||
    isTemplate(body) ||
    isMasked(body) ||
    isStandIn(body) ||
    /^`.*`\*?$/.test(body)
  )
    return false;
  if (/^[A-Z][A-Z0-9_]*$/.test(body) && body.includes('_')) return false;
  return looksRandom(body) || (kind.word && /\d|[^\w.-]/.test(body));
}

function readRows(scan: Scan, from: number, sign: string, width: number, column: number, kind: NameClass): boolean {
  const { text } = scan;
  let any = false;
  let line = from;
  for (let row = 0; row < (any ? MOST_ROWS : ROWS_TO_TRY) && line < text.length; row++) {
    const end = lineEndOf(text, line);
    if (end - line > LONGEST_LINE) break;
    if (/^[\s|:+-]+$/.test(text.slice(line, end)) && end > line) {
      line = end + 1;
      continue;
    }
    const cells = cellsOf(text, line, end, sign);
    if (cells.length !== width) break;
    const cell = cells[column] as Cell;
    const body = text.slice(cell.start, cell.end);
    if (isCell(body, kind)) {
      addHit(scan, cell.start, cell.end, 'column', kind.type, RANK.context);
      any = true;
    }
    line = end + 1;
  }
  return any;
}

const VALUES = /VALUES/gi;

/** "VALUES" follows somewhere; where it stands last is looked for once. */
function isBeforeValues(scan: Scan, start: number): boolean {
  let last = scan.done.get(VALUES);
  if (last === undefined) {
    last = -1;
    for (const match of scan.text.matchAll(VALUES)) last = match.index;
    scan.done.set(VALUES, last);
  }
  return last > start;
}

const BAR = /[ \t]{0,40}\|[ \t]{1,4}([^|\n]{4,200}?)[ \t]*(?=\n|$)/y;

/** `password | …`: one record of a database, a field a line. */
export function readBeside(scan: Scan, start: number, end: number, kind: NameClass): boolean {
  const { text } = scan;
  BAR.lastIndex = end;
  if (text[end] === ':' || !/(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 40), start))) return false;
  const body = BAR.exec(text)?.[1];
  if (body === undefined || !(isCell(body, kind) || (kind.word && isDrawnPhrase(body)))) return false;
  const at = indexWithin(text, body, end, BAR.lastIndex);
  addHit(scan, at, at + body.length, 'column', kind.type, RANK.context);
  return true;
}

const LONGEST_COLUMNS = 800;
const IN_COLUMNS = new Units(/[\w"'`., \n\s]/);
const INSERT = /\(\s*([\w"'`., \n]{3,800}?)\s*\)\s*VALUES\s*/iy;

/** `INSERT INTO users (name, password) VALUES ('a', 'b')`: the values in the column's place. */
export function readInsert(scan: Scan, start: number, kind: NameClass): boolean {
  const { text } = scan;
  let open = start - 1;
  while (open >= 0 && start - open < LONGEST_COLUMNS && IN_COLUMNS.at(text, open)) open--;
  if (text[open] !== '(' || !isBeforeValues(scan, start)) return false;
  INSERT.lastIndex = open;
  const match = INSERT.exec(text);
  if (!match) return false;
  const column = (text.slice(open, start).match(/,/g) ?? []).length;
  let any = false;
  const tuples = text.slice(INSERT.lastIndex, INSERT.lastIndex + 20_000);
  for (const tuple of tuples.matchAll(/\(((?:'(?:[^'\\]|''|\\.)*'|"(?:[^"\\]|\\.)*"|[^()'"])*)\)(\s*,|\s*;|\s*$|)/gy)) {
    const from = INSERT.lastIndex + tuple.index + 1;
    const cells = [
      ...(tuple[1] as string).matchAll(/\s*(?:'((?:[^'\\]|''|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^,]*))\s*(?:,|$)/g),
    ];
    const cell = cells[column];
    const body = cell?.[1] ?? cell?.[2];
    if (cell && body !== undefined && body.length >= 4 && !isTemplate(body) && !isStandIn(body)) {
      const at = from + cell.index + cell[0].indexOf(body);
      addHit(scan, at, at + body.length, 'column', kind.type, RANK.context);
      any = true;
    }
    if (!/,/.test(tuple[2] as string)) break;
  }
  return any;
}
