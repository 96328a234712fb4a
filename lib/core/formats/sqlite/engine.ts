import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { InputError } from '../input-error.ts';

/** The bytes of sqlite3.wasm. Brought by hosts in which the package cannot read its own file: in Node it can. */
export type ReadSqliteWasm = () => Promise<Uint8Array<ArrayBuffer>>;

interface Options {
  readonly wasmBinary?: Uint8Array<ArrayBuffer>;
  readonly print: () => void;
  readonly printErr: () => void;
}

const ignore = () => undefined;

/** Databases are read from memory: the file systems of the package, some of which start workers, stay out. */
const CONFIG = {
  disable: { vfs: { kvvfs: true, opfs: true, 'opfs-vfs': true, 'opfs-sahpool': true, 'opfs-wl': true } },
  ...{ debug: ignore, log: ignore, warn: ignore, error: ignore },
};

/** In a file of its own, for most drops hold no database. */
export const loadSqlite = (): Promise<{ readonly default: (options: Options) => Promise<Sqlite3Static> }> =>
  import('@sqlite.org/sqlite-wasm');

let before: Promise<void> = Promise.resolve();

/**
 * A SQLite with memory of its own, which goes when nothing holds it any more.
 * One starts at a time, because the package takes its configuration from a global that it removes.
 */
export function startSqlite(readWasm: ReadSqliteWasm | undefined): Promise<Sqlite3Static> {
  const started = before.then(() => start(readWasm));
  before = started.then(ignore, ignore);
  return started;
}

async function start(readWasm: ReadSqliteWasm | undefined): Promise<Sqlite3Static> {
  try {
    const { default: init } = await loadSqlite();
    const wasmBinary = await readWasm?.();
    Object.assign(globalThis, { sqlite3ApiConfig: CONFIG });
    return await init({ ...(wasmBinary ? { wasmBinary } : {}), print: ignore, printErr: ignore });
  } catch {
    throw new InputError(
      'database_engine',
      'SQLite could not be started here, perhaps for lack of memory; export the sessions as bundles instead.',
    );
  }
}
