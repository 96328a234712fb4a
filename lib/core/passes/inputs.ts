import type { IHasher } from 'hash-wasm';
import type { Source } from '../formats/source.ts';
import { breatheOrStop, type Host } from '../host.ts';
import { createHashes } from '../text/hash.ts';
import type { Progress, SourceFile } from '../types.ts';

export interface Inputs {
  /** SHA-256 by source index; of a bundle: of its files' digests and names. */
  readonly digests: readonly string[];
  /**
   * What hides session ids in the output. Made of the bytes behind the digests in another way than these, so that it can be made
   * again by who has the files and by nobody else.
   */
  readonly key: string;
}

const KEY_SUFFIX = new TextEncoder().encode('\nopenclaw dataset key');

export async function* hashInputs(
  sources: readonly Source[],
  host: Host,
  signal: AbortSignal,
): AsyncGenerator<Progress, Inputs> {
  const total = sources.reduce((sum, { size }) => sum + size, 0);
  const hashes = await createHashes();
  const digests: string[] = [];
  const keys: string[] = [];
  let done = 0;
  for (const source of sources) {
    const lines: string[] = [];
    for (const file of source.files) {
      const hasher = await hashes.streaming();
      await hashFile(file, hasher, host, signal);
      const state = hasher.save();
      const digest = hasher.digest('hex');
      keys.push(hasher.load(state).update(KEY_SUFFIX).digest('hex'));
      lines.push(source.files.length === 1 ? digest : `${digest}  ${nameIn(source, file)}\n`);
      done += file.size;
      yield { stage: 'hash', done, total, unit: 'bytes' };
    }
    digests.push(lines.length === 1 ? (lines[0] as string) : hashes.sha256(lines.sort().join('')));
  }
  return { digests, key: hashes.sha256(keys.sort().join('')) };
}

const nameIn = (source: Source, file: SourceFile): string =>
  file.path.startsWith(`${source.path}/`) ? file.path.slice(source.path.length + 1) : file.path;

async function hashFile(file: SourceFile, hasher: IHasher, host: Host, signal: AbortSignal): Promise<void> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      hasher.update(value);
      await breatheOrStop(host, signal);
    }
  } finally {
    await reader.cancel().catch(() => undefined); // already ended or failed; the read told which
  }
}
