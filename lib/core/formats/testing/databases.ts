import { startSqlite } from '../sqlite/engine.ts';

/** Bytes of a database that statements make. */
export async function databaseBytes(sql: string): Promise<Uint8Array<ArrayBuffer>> {
  const sqlite = await startSqlite(undefined);
  const database = new sqlite.oo1.DB(':memory:');
  database.exec(sql);
  return sqlite.capi.sqlite3_js_db_export(database) as Uint8Array<ArrayBuffer>;
}

/** First pages of the tables that are asked for, and of their indexes. */
export async function rootPages(bytes: Uint8Array, isAsked: (table: string) => boolean): Promise<readonly number[]> {
  const { capi, oo1, wasm } = await startSqlite(undefined);
  const database = new oo1.DB(':memory:');
  const withoutLog = bytes.slice().fill(1, 18, 20);
  const address = wasm.allocFromTypedArray(withoutLog);
  capi.sqlite3_deserialize(database, 'main', address, bytes.length, bytes.length, capi.SQLITE_DESERIALIZE_READONLY);
  return database
    .selectArrays('SELECT tbl_name, rootpage FROM sqlite_schema WHERE rootpage > 1')
    .filter(([table]) => isAsked(String(table)))
    .map(([, page]) => Number(page));
}
