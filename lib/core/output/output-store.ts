import type { OpenScratch, Scratch } from '../scratch.ts';
import type { OpenOutput } from './output-file.ts';

/** Finished files of a build, in scratch space until they are zipped or copied. */
export interface OutputStore {
  readonly open: OpenOutput;
  /** In the order in which they were opened. */
  paths(): readonly string[];
  /** Throws for a path that was never opened. */
  blob(path: string): Promise<Blob>;
  close(): Promise<void>;
}

export function createOutputStore(openScratch: OpenScratch): OutputStore {
  const files = new Map<string, Scratch>();
  return {
    open: async (path) => {
      await files.get(path)?.close();
      const scratch = await openScratch();
      files.set(path, scratch);
      return { write: async (bytes) => void (await scratch.append(bytes)), close: async () => undefined };
    },
    paths: () => [...files.keys()],
    blob: async (path) => {
      const scratch = files.get(path);
      if (!scratch) throw new RangeError(`the build has no file ${path}`);
      return scratch.blob();
    },
    close: async () => {
      for (const scratch of files.values()) await scratch.close();
      files.clear();
    },
  };
}
