import bytes from '@sqlite.org/sqlite-wasm/sqlite3.wasm';

/** SQLite's engine, written into a script of its own: the page may fetch nothing. */
export { bytes };
