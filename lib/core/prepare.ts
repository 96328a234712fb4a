import { loadSqlite } from './formats/sqlite/engine.ts';
import { loadShell } from './generate/sim/shell.ts';
import type { Host } from './host.ts';

/** Loads the parts of the engine that come in files of their own, so that later nothing has to be asked of the server. */
export async function prepare({ readSqliteWasm, lanes }: Host): Promise<void> {
  lanes?.ready();
  await Promise.all([loadShell(), loadSqlite(), readSqliteWasm?.()]);
}
