import { indexWithin, lastIndexWithin, NAME, skip, skipBack, Units } from './chars.ts';
import { matchAt, textBefore } from './match-at.ts';
import type { NameClass } from './names.ts';
import { looksRandom } from './randomness.ts';
import { addHit, RANK, type Scan } from './scan.ts';
import { isDrawnPhrase, isMasked, isOpen, isStandIn, isTemplate } from './values.ts';

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

interface Column {
  readonly sign: string;
  readonly head: readonly Cell[];
  /** Index in the head. */
  readonly index: number;
  /** First unit below the head. */
  readonly below: number;
}

/** The column whose head is that cell of the line at `start`; null when the line is no head of a table. */
function columnAt(text: string, start: number, isHere: (cell: Cell) => boolean): Column | null {
  const broken = lastIndexWithin(text, '\n', start, start - LONGEST_LINE);
  if (broken < 0 && start > LONGEST_LINE) return null;
  const lineStart = broken + 1;
  const lineEnd = lineEndOf(text, start);
  if (lineEnd - lineStart > LONGEST_LINE) return null;
  for (const sign of SIGNS) {
    if (!text.slice(lineStart, lineEnd).includes(sign)) continue;
    const head = cellsOf(text, lineStart, lineEnd, sign);
    const index = head.findIndex(isHere);
    if (!isHead(text.slice(lineStart, lineEnd), sign)) continue;
    const inner = sign === '|' ? head.slice(1, -1) : head;
    if (
      index < 0 ||
      head.length < 2 ||
      head.some((cell) => cell.end - cell.start > 40 || /^[\d.:]/.test(text.slice(cell.start, cell.end))) ||
      inner.some((cell) => cell.end === cell.start)
    )
      continue;
    return { sign, head, index, below: lineEnd + 1 };
  }
  return null;
}

const CELL_END = new Units(/[\n,;|]/);

/** Can this be a whole cell: does a sign, the end of the line or more than one blank part it from what stands around? */
function isParted(text: string, start: number, end: number): boolean {
  let from = start - 1;
  while (from >= 0 && text[from] !== '\n' && BEFORE_CELL.at(text, from)) from--;
  let to = end;
  while (to < text.length && text[to] !== '\n' && BEHIND_CELL.at(text, to)) to++;
  return (
    (from < 0 || CELL_END.at(text, from) || start - from > 2 || text[start - 1] === '\t') &&
    (to >= text.length || CELL_END.at(text, to) || to - end > 1 || text[end] === '\t')
  );
}

/** A column that is called "password": every cell below holds one. True when the name stands in such a head. */
export function readColumn(scan: Scan, start: number, end: number, kind: NameClass): boolean {
  const { text } = scan;
  if (!isParted(text, start, end)) return false;
  const column = columnAt(text, start, (cell) => cell.start === start && cell.end === end);
  if (!column) return false;
  const read = (cell: Cell): boolean => {
    if (!isCell(text.slice(cell.start, cell.end), kind)) return false;
    addHit(scan, cell.start, cell.end, 'column', kind.type, RANK.context);
    return true;
  };
  const beside = column.sign === '|' && column.head.length === 4 ? column.head[column.index + 1] : undefined;
  return (beside && read(beside)) || readRows(text, column, read);
}

/** Hands out what stands below the head that a name is in, as far as the head as a whole is about the same. */
export function readBelow(
  text: string,
  start: number,
  end: number,
  isAbout: (head: string) => boolean,
  read: (start: number, end: number) => boolean,
): void {
  const column = columnAt(text, start, (cell) => cell.start <= start && cell.end >= end);
  const own = column?.head[column.index];
  if (column && own && isAbout(text.slice(own.start, own.end)))
    readRows(text, column, (cell) => read(cell.start, cell.end));
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

function readRows(text: string, { sign, head, index, below }: Column, read: (cell: Cell) => boolean): boolean {
  let any = false;
  let line = below;
  for (let row = 0; row < (any ? MOST_ROWS : ROWS_TO_TRY) && line < text.length; row++) {
    const end = lineEndOf(text, line);
    if (end - line > LONGEST_LINE) break;
    if (/^[\s|:+-]+$/.test(text.slice(line, end)) && end > line) {
      line = end + 1;
      continue;
    }
    const cells = cellsOf(text, line, end, sign);
    if (cells.length !== head.length) break;
    any = read(cells[index] as Cell) || any;
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
  if (text[end] === ':' || !/(?:^|\n)[ \t]*$/.test(textBefore(text, start, 40))) return false;
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
  return readTuples(scan, start, ({ start: from, end }, quoted) => {
    const body = scan.text.slice(from, end);
    if (!quoted || body.length < 4 || isOpen(body)) return false;
    addHit(scan, from, end, 'column', kind.type, RANK.context);
    return true;
  });
}

/** The same for who looks at the cells as they are; numbers stand there without quotes. */
export function readInserted(
  scan: Scan,
  start: number,
  end: number,
  isAbout: (head: string) => boolean,
  read: (start: number, end: number) => boolean,
): void {
  const { text } = scan;
  if (!/[,)"'\x60]/.test(text[skip(text, end, NAME)] ?? ' ')) return;
  const head = text.slice(skipBack(text, start, NAME, start - 40), skip(text, end, NAME, end + 40));
  if (isAbout(head)) readTuples(scan, start, (cell) => read(cell.start, cell.end));
}

function readTuples(scan: Scan, start: number, read: (cell: Cell, quoted: boolean) => boolean): boolean {
  const { text } = scan;
  let open = start - 1;
  while (open >= 0 && start - open < LONGEST_COLUMNS && IN_COLUMNS.at(text, open)) open--;
  if (text[open] !== '(' || !isBeforeValues(scan, start)) return false;
  const match = matchAt(INSERT, text, open);
  if (!match) return false;
  const column = (text.slice(open, start).match(/,/g) ?? []).length;
  let any = false;
  const tuples = text.slice(INSERT.lastIndex, INSERT.lastIndex + 20_000);
  for (const tuple of tuples.matchAll(
    /\(((?:'(?:[^'\\]|''|\\.)*'|"(?:[^"\\]|\\.)*"|[^()'"])*)\)(\s*,\s*|\s*;|\s*$|)/gy,
  )) {
    const from = INSERT.lastIndex + tuple.index + 1;
    const cells = [
      ...(tuple[1] as string).matchAll(/\s*(?:'((?:[^'\\]|''|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^,]*))\s*(?:,|$)/g),
    ];
    const cell = cells[column];
    const quoted = cell?.[1] ?? cell?.[2];
    const body = quoted ?? cell?.[3]?.trim();
    if (cell && body) {
      const at = from + cell.index + cell[0].indexOf(body);
      any = read({ start: at, end: at + body.length }, quoted !== undefined) || any;
    }
    if (!/,/.test(tuple[2] as string)) break;
  }
  return any;
}
