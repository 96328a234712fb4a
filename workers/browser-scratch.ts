import { type OpenScratch, openMemoryScratch, type Scratch } from '../lib/core/scratch.ts';

/** Only workers have this; the page's type library does not know it. */
interface SyncFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<{
    write(data: Uint8Array<ArrayBuffer>, options: { at: number }): number;
    read(into: Uint8Array<ArrayBuffer>, options: { at: number }): number;
    flush(): void;
    close(): void;
  }>;
}

/** Bytes gathered before they are written: many small writes cost far more than one large one. */
const BUFFER = 1024 * 1024;

const FOLDER = 'openclaw-scratch';

/**
 * Scratch space in the origin's private file system, one folder a worker. Where the browser refuses storage
 * (a cross-site frame, a private window) everything stays in memory instead.
 */
export function createBrowserScratch(): OpenScratch {
  const own = `worker-${crypto.randomUUID()}`;
  let folder: Promise<FileSystemDirectoryHandle | null> | undefined;
  let files = 0;
  return async () => {
    folder ??= openFolder(own);
    const directory = await folder;
    if (!directory) return openMemoryScratch();
    files += 1;
    const name = `${files}.bin`;
    try {
      return await openFileScratch(directory, name);
    } catch {
      return openMemoryScratch(); // no room or no sync access handle: memory is the fallback, not an error
    }
  };
}

/** Null where the browser has no private file system for this page. */
async function openFolder(own: string): Promise<FileSystemDirectoryHandle | null> {
  try {
    const root = await navigator.storage.getDirectory();
    const parent = await root.getDirectoryHandle(FOLDER, { create: true });
    await holdLock(own);
    await removeLeftovers(parent, own);
    return await parent.getDirectoryHandle(own, { create: true });
  } catch {
    return null; // storage is refused here; the caller falls back to memory
  }
}

/** Held as long as this worker lives: tells other pages that its folder is in use. */
function holdLock(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, () => {
        resolve();
        return new Promise<never>(() => {});
      })
      .catch(reject);
  });
}

async function removeLeftovers(parent: FileSystemDirectoryHandle, own: string): Promise<void> {
  const held = new Set((await navigator.locks.query()).held?.map((lock) => lock.name));
  for await (const name of parent.keys()) {
    if (name !== own && !held.has(name)) await parent.removeEntry(name, { recursive: true });
  }
}

async function openFileScratch(directory: FileSystemDirectoryHandle, name: string): Promise<Scratch> {
  const handle = await directory.getFileHandle(name, { create: true });
  const access = await (handle as SyncFileHandle).createSyncAccessHandle();
  const buffer = new Uint8Array(BUFFER);
  let buffered = 0;
  /** Bytes that are in the file; what is behind them is in the buffer. */
  let written = 0;

  const write = (data: Uint8Array<ArrayBuffer>) => {
    if (access.write(data, { at: written }) !== data.length)
      throw new DOMException('the browser has no room left for this page', 'QuotaExceededError');
    written += data.length;
  };
  const flush = () => {
    if (buffered === 0) return;
    write(buffer.subarray(0, buffered));
    buffered = 0;
  };

  return {
    append: async (data) => {
      const offset = written + buffered;
      if (buffered + data.length > BUFFER) flush();
      if (data.length > BUFFER) write(data);
      else {
        buffer.set(data, buffered);
        buffered += data.length;
      }
      return offset;
    },
    read: async (offset, length) => {
      if (offset < 0 || length < 0 || offset + length > written + buffered)
        throw new RangeError(`read of ${length} bytes at ${offset} beyond ${written + buffered}`);
      if (offset + length > written) flush();
      const out = new Uint8Array(length);
      access.read(out, { at: offset });
      return out;
    },
    blob: async () => {
      flush();
      access.flush();
      return handle.getFile();
    },
    size: () => written + buffered,
    close: async () => {
      access.close();
      await directory.removeEntry(name).catch(() => undefined); // a download may still hold it; the next start removes it
    },
  };
}
