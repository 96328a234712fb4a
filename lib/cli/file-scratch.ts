import { mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenScratch, Scratch } from '../core/scratch.ts';

/** Bytes held back before they are written. */
const HELD = 1024 * 1024;

export interface FileScratches {
  readonly open: OpenScratch;
  /** Removes what is left on disk. */
  clear(): void;
}

/** Scratch space in a private temporary folder that is gone when the process ends. */
export function createFileScratches(base = tmpdir()): FileScratches {
  let folder: string | undefined;
  let count = 0;
  const clear = () => {
    if (folder) rmSync(folder, { recursive: true, force: true });
    folder = undefined;
  };
  process.once('exit', clear);
  return {
    open: () => {
      folder ??= mkdtempSync(join(base, 'openclaw-dataset-'));
      count += 1;
      return openFileScratch(join(folder, `${count}.bin`));
    },
    clear,
  };
}

async function openFileScratch(file: string): Promise<Scratch> {
  const handle = await open(file, 'wx+', 0o600);
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let size = 0;

  const flush = async () => {
    if (heldBytes === 0) return;
    const parts = held;
    const at = size - heldBytes;
    held = [];
    heldBytes = 0;
    await writeAll(handle, Buffer.concat(parts), at);
  };

  return {
    append: async (data) => {
      const offset = size;
      held.push(data.slice());
      heldBytes += data.length;
      size += data.length;
      if (heldBytes >= HELD) await flush();
      return offset;
    },
    read: async (offset, length) => {
      if (offset < 0 || length < 0 || offset + length > size)
        throw new RangeError(`read of ${length} bytes at ${offset} beyond ${size}`);
      await flush();
      const out = new Uint8Array(length);
      for (let done = 0; done < length; ) {
        const { bytesRead } = await handle.read(out, done, length - done, offset + done);
        if (bytesRead === 0) throw new Error(`the scratch file ends at ${offset + done} before ${size}`);
        done += bytesRead;
      }
      return out;
    },
    blob: async () => {
      await flush();
      return openAsBlob(file);
    },
    size: () => size,
    close: async () => {
      await handle.close();
      await rm(file, { force: true });
    },
  };
}

async function writeAll(handle: Awaited<ReturnType<typeof open>>, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}
