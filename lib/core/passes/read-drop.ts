import { openDrop } from '../formats/drop.ts';
import { DEFAULT_LIMITS, type Drop, type ReadContext } from '../formats/source.ts';
import type { Host } from '../host.ts';
import type { Finding, Progress, SourceFile } from '../types.ts';

/** Recognises what files are; reads no episode. */
export async function* readDrop(
  files: readonly SourceFile[],
  host: Host,
  signal: AbortSignal,
): AsyncGenerator<Progress, Drop> {
  yield { stage: 'unpack', done: 0, total: files.length, unit: 'files' };
  async function* each(): AsyncGenerator<SourceFile> {
    yield* files;
  }
  const drop = await openDrop(each(), quietContext(host, signal));
  yield { stage: 'unpack', done: files.length, total: files.length, unit: 'files' };
  return drop;
}

/** For reading what the scan tells about: its findings and bytes are counted there. */
export function quietContext({ readSqliteWasm }: Host, signal: AbortSignal): ReadContext {
  const ignore = (_: Finding) => undefined;
  return { signal, limits: DEFAULT_LIMITS, readSqliteWasm, report: ignore, progress: () => undefined };
}
