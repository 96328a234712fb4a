import type { Database as Connection, SqlValue as EngineValue, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { InputError } from '../input-error.ts';
import type { Limits } from '../source.ts';
import { broken, copyDatabase } from './copy.ts';
import { type ReadSqliteWasm, startSqlite } from './engine.ts';

export type SqlValue = null | number | string | Uint8Array;
export type Row = Readonly<Record<string, SqlValue>>;
/** Tables that may be read, with their columns; SQLite itself refuses all others. */
export type Readable = Readonly<Record<string, readonly string[]>>;

export interface Query {
  readonly table: string;
  /** A column that the table does not have is null. */
  readonly columns: readonly string[];
  readonly where?: Readonly<Record<string, SqlValue>>;
  readonly orderBy?: string;
  readonly distinct?: boolean;
  /** A longer value is null, and never held. */
  readonly maxBytes: number;
}

/** A database in memory that cannot be written to. */
export interface Database {
  readonly walMissing: boolean;
  has(table: string, column?: string): boolean;
  select(query: Query): Generator<Row>;
}

export async function openDatabase(
  file: Blob,
  wal: Blob | undefined,
  readable: Readable,
  limits: Limits,
  readWasm: ReadSqliteWasm | undefined,
): Promise<Database> {
  if (file.size > limits.databaseBytes) throw tooLarge(limits);
  const sqlite = await startSqlite(readWasm);
  const { capi, wasm } = sqlite;
  const connection = new sqlite.oo1.DB(':memory:');
  let address = 0;
  let size = 0;
  const { walMissing } = await copyDatabase(file, wal, (asked) => {
    size = asked;
    address = size > limits.databaseBytes ? 0 : capi.sqlite3_malloc64(BigInt(size));
    if (address === 0) throw tooLarge(limits);
    return wasm.heap8u().subarray(address, address + size);
  }).catch((error: unknown) => {
    throw InputError.from(error);
  });
  const readOnly = capi.SQLITE_DESERIALIZE_READONLY;
  if (capi.sqlite3_deserialize(connection, 'main', address, size, size, readOnly) !== 0) throw broken();
  refuseOthers(sqlite, connection, readable);
  const startBudget = limitSteps(sqlite, connection, size);

  const has = (table: string, column?: string): boolean => {
    const code = capi.sqlite3_table_column_metadata(connection, 'main', table, column ?? 0, 0, 0, 0, 0, 0);
    if (code !== capi.SQLITE_OK && code !== capi.SQLITE_ERROR) throw broken();
    return code === capi.SQLITE_OK;
  };

  function* select(query: Query): Generator<Row> {
    try {
      const statement = connection.prepare(selectText(query, has));
      try {
        const values = Object.values(query.where ?? {});
        if (values.length > 0) statement.bind(values);
        for (startBudget(); statement.step(); ) {
          const row = statement.get([]);
          yield Object.fromEntries(query.columns.map((name, at) => [name, plain(row[at])]));
        }
      } finally {
        statement.finalize();
      }
    } catch (error) {
      if (!(error instanceof sqlite.SQLite3Error)) throw error;
      throw error.resultCode === capi.SQLITE_NOMEM ? tooLarge(limits) : broken();
    }
  }
  return { walMissing, has, select };
}

const tooLarge = ({ databaseBytes }: Limits) =>
  new InputError(
    'database_too_large',
    `The database needs more memory than it may have here (${Math.floor(databaseBytes / 2 ** 20)} MiB); export its sessions as bundles instead.`,
  );

/** Names come from our own lists, never from the file. */
function selectText({ table, columns, where = {}, orderBy, distinct, maxBytes }: Query, has: Database['has']): string {
  const chosen = columns.map((name) =>
    has(table, name) ? `CASE WHEN octet_length(${name}) <= ${maxBytes} THEN ${name} END` : 'NULL',
  );
  const conditions = Object.keys(where).map((name) => `${name} IS ?`);
  return [
    `SELECT ${distinct ? 'DISTINCT ' : ''}${chosen.join(', ')} FROM main.${table}`,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join(' AND ')}`] : []),
    ...(orderBy ? [`ORDER BY ${orderBy}`] : []),
  ].join(' ');
}

/** The text of a cell; `''` where it holds none. */
export const asText = (value: SqlValue | undefined): string => (typeof value === 'string' ? value : '');

/** Integers beyond 2^53 lose low bits. */
function plain(value: EngineValue | undefined): SqlValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' || typeof value === 'string' || value instanceof Uint8Array ? value : null;
}

/** Whatever is asked, also by a view or a virtual table in the file, SQLite reads the named columns and no others. */
function refuseOthers({ capi }: Sqlite3Static, connection: Connection, readable: Readable): void {
  const allowed = new Map(Object.entries(readable));
  const may = (action: number, first: string | 0, second: string | 0, through: string | 0): boolean => {
    if (action === capi.SQLITE_SELECT) return true;
    if (action === capi.SQLITE_FUNCTION) return second === 'octet_length';
    return action === capi.SQLITE_READ && !through && Boolean(first && second && allowed.get(first)?.includes(second));
  };
  capi.sqlite3_set_authorizer(
    connection,
    (_, action, first, second, __, through) =>
      may(action, first, second, through) ? capi.SQLITE_OK : capi.SQLITE_DENY,
    0,
  );
}

const STEPS_AT_ONCE = 100_000;
/** An honest scan takes fewer steps of SQLite's machine for each byte of the file. */
const STEPS_PER_BYTE = 10;

/** A file whose pages refer to each other in circles ends, too. Returns what starts the count anew. */
function limitSteps({ capi }: Sqlite3Static, connection: Connection, bytes: number): () => void {
  const budget = 10 + Math.ceil((bytes * STEPS_PER_BYTE) / STEPS_AT_ONCE);
  let left = budget;
  capi.sqlite3_progress_handler(connection, STEPS_AT_ONCE, () => (left-- > 0 ? 0 : 1), 0);
  return () => {
    left = budget;
  };
}
