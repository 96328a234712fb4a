import { loadShell } from './generate/sim/shell.ts';

/** Loads the parts of the engine that come in files of their own, so that later nothing has to be asked of the server. */
export async function prepare(): Promise<void> {
  await Promise.all([loadShell()]);
}
