import { breatheOrStop, type Host } from '../host.ts';
import type { SourceFile } from '../types.ts';
import type { BuildSummary, Progress } from '../views/views.ts';
import type { State } from './state.ts';

/** A finished dataset: its files, and the zip of them. */
export interface Built {
  readonly summary: BuildSummary;
  zip(): Promise<Blob>;
  close(): Promise<void>;
}

export async function* writeDataset(state: State, files: readonly SourceFile[], host: Host, signal: AbortSignal): AsyncGenerator<Progress, Built> {
  await breatheOrStop(host, signal);
  throw new Error(`cannot write ${state.members.length} ${files.length}`);
}
