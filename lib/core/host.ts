import type { ReadSqliteWasm } from './formats/sqlite/engine.ts';
import type { Lanes } from './lanes/crew.ts';
import type { OpenScratch } from './scratch.ts';

/** What the engine asks of the place it runs in. */
export interface Host {
  readonly openScratch: OpenScratch;
  /** Awaited between pieces of work; may give up the thread so that a cancel can land. */
  breathe(): Promise<void>;
  /** Where it is left out, SQLite's package reads its own file. */
  readonly readSqliteWasm?: ReadSqliteWasm;
  readonly lanes?: Lanes;
}

/** Breathes, then throws an AbortError when the work was cancelled. */
export async function breatheOrStop(host: Pick<Host, 'breathe'>, signal: AbortSignal): Promise<void> {
  await host.breathe();
  signal.throwIfAborted();
}
