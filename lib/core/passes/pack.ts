import { breatheOrStop, type Host } from '../host.ts';
import { packZip, type ZipFile } from '../output/zip.ts';
import type { Scratch } from '../scratch.ts';
import type { Progress } from '../types.ts';
import type { Built } from './write.ts';

/** The dataset as one zip, in scratch space. The caller closes it. */
export async function* pack(built: Built, host: Host, signal: AbortSignal): AsyncGenerator<Progress, Scratch> {
  const total = built.files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  async function* files(): AsyncGenerator<ZipFile> {
    for (const { path, bytes } of built.files) {
      yield { path, blob: await built.blob(path) };
      done += bytes;
    }
  }
  const scratch = await host.openScratch();
  const reader = packZip(files()).getReader();
  try {
    for (;;) {
      await breatheOrStop(host, signal);
      const chunk = await reader.read();
      if (chunk.done) return scratch;
      await scratch.append(chunk.value);
      yield { stage: 'pack', done, total, unit: 'bytes' };
    }
  } catch (error) {
    await reader.cancel(error).catch(() => undefined); // the error itself goes on to the caller
    await scratch.close();
    throw error;
  }
}
