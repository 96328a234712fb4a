import { findRow, scanIndex, scanTable } from './btree.ts';
import type { Pages } from './pages.ts';
import { readRecord, type SqlValue } from './record.ts';

/** A table that may be read. */
export interface Table {
  readonly name: string;
  readonly root: number;
  readonly columns: readonly string[];
  /** Column that stands for the rowid, if any; its stored value is null. */
  readonly rowidColumn: string;
  /** Root of the index that its primary key made; 0 for none. */
  readonly keyIndex: number;
}

/** Longest definition or key that is looked at. */
const SCHEMA_BYTES = 2 ** 20;
const KEY_BYTES = 2 ** 16;
const SCHEMA_COLUMNS = [0, 1, 2, 3, 4] as const;

/** The wanted tables of a database that can be read here; definitions of all others are passed over. */
export async function openTables(pages: Pages, wanted: ReadonlySet<string>): Promise<ReadonlyMap<string, Table>> {
  const decoder = new TextDecoder(pages.encoding);
  const tables = new Map<string, Table>();
  const indexes = new Map<string, number>();
  for await (const { payload } of scanTable(pages, 1, SCHEMA_BYTES)) {
    const [type, name, table, root, sql] = readRecord(payload, SCHEMA_COLUMNS, decoder);
    if (typeof name !== 'string' || typeof table !== 'string' || typeof root !== 'number' || !wanted.has(table))
      continue;
    if (type === 'index' && name === `sqlite_autoindex_${table}_1`) indexes.set(table, root);
    if (type !== 'table' || typeof sql !== 'string' || /\bWITHOUT\s+ROWID\s*(,\s*STRICT\s*)?;?\s*$/i.test(sql))
      continue;
    tables.set(name, { name, root, ...readColumns(sql), keyIndex: 0 });
  }
  return new Map([...tables].map(([name, table]) => [name, { ...table, keyIndex: indexes.get(name) ?? 0 }]));
}

const CONSTRAINT = /^(PRIMARY|UNIQUE|CHECK|FOREIGN|CONSTRAINT)\b/i;

/** Column names of a CREATE TABLE statement, in stored order. */
export function readColumns(sql: string): { readonly columns: readonly string[]; readonly rowidColumn: string } {
  const list = sql.slice(sql.indexOf('(') + 1).replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ');
  const definitions = splitTopLevel(list).filter((part) => part !== '' && !CONSTRAINT.test(part));
  const names = definitions.map(
    (part) => /^(?:"([^"]+)"|`([^`]+)`|\[([^\]]+)\]|(\S+))/.exec(part)?.slice(1).find(Boolean) ?? '',
  );
  const rowid = definitions.findIndex((part) => /\bINTEGER\s+PRIMARY\s+KEY\b/i.test(part));
  return { columns: names, rowidColumn: names[rowid] ?? '' };
}

/** Parts between commas outside brackets and quotes, up to the bracket that closes the list. */
function splitTopLevel(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < list.length; at++) {
    const char = list[at];
    if (char === "'" || char === '"' || char === '`') {
      const end = list.indexOf(char, at + 1);
      if (end === -1) break;
      at = end;
    } else if (char === '(') depth++;
    else if (char === ')' && depth === 0) {
      parts.push(list.slice(start, at).trim());
      return parts;
    } else if (char === ')') depth--;
    else if (char === ',' && depth === 0) {
      parts.push(list.slice(start, at).trim());
      start = at + 1;
    }
  }
  return parts;
}

export type Row = Readonly<Record<string, SqlValue>>;

/** Rows of a table with the named columns; a column that the table does not have is null. */
export async function* selectRows(
  pages: Pages,
  table: Table,
  columns: readonly string[],
  maxRow: number,
): AsyncGenerator<Row> {
  const decoder = new TextDecoder(pages.encoding);
  for await (const { rowid, payload } of scanTable(pages, table.root, maxRow))
    yield toRow(table, columns, rowid, payload, decoder);
}

/** The rows with the given rowids, in their order. */
export async function* selectByRowid(
  pages: Pages,
  table: Table,
  columns: readonly string[],
  rowids: Iterable<number>,
  maxRow: number,
): AsyncGenerator<Row> {
  const decoder = new TextDecoder(pages.encoding);
  for (const rowid of rowids) {
    const found = await findRow(pages, table.root, rowid, maxRow);
    if (found) yield toRow(table, columns, rowid, found.payload, decoder);
  }
}

function toRow(
  table: Table,
  columns: readonly string[],
  rowid: number,
  payload: Uint8Array,
  decoder: TextDecoder,
): Row {
  const places = columns.map((name) => table.columns.indexOf(name));
  const values = readRecord(payload, places, decoder);
  return Object.fromEntries(
    columns.map((name, at) => [name, name === table.rowidColumn ? rowid : (values[at] ?? null)]),
  );
}

/** Rowids by the first column of a (text, integer) primary key, in the order of the second. */
export async function rowidsByKey(pages: Pages, table: Table): Promise<ReadonlyMap<string, readonly number[]>> {
  const decoder = new TextDecoder(pages.encoding);
  const found = new Map<string, number[]>();
  const add = (key: SqlValue, rowid: SqlValue) => {
    if (typeof key !== 'string' || typeof rowid !== 'number') return;
    const list = found.get(key);
    if (list) list.push(rowid);
    else found.set(key, [rowid]);
  };
  if (table.keyIndex > 0) {
    for await (const entry of scanIndex(pages, table.keyIndex, KEY_BYTES)) {
      const [key, , rowid] = readRecord(entry, [0, 1, 2], decoder);
      add(key ?? null, rowid ?? null);
    }
    return found;
  }
  const places = [table.columns.indexOf('session_id'), table.columns.indexOf('seq')];
  const all: { key: SqlValue; seq: number; rowid: number }[] = [];
  for await (const { rowid, payload } of scanTable(pages, table.root, Number.MAX_SAFE_INTEGER)) {
    const [key, seq] = readRecord(payload, places, decoder);
    all.push({ key: key ?? null, seq: typeof seq === 'number' ? seq : 0, rowid });
  }
  for (const { key, rowid } of all.sort((a, b) => a.seq - b.seq)) add(key, rowid);
  return found;
}
