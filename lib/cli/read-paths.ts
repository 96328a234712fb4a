import { constants, openAsBlob } from 'node:fs';
import { access, type FileHandle, lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { SourceFile } from '../core/types.ts';
import { UsageError } from './exit.ts';

/** Bytes read at a time. */
const CHUNK = 256 * 1024;

/** A file that is opened only while it is read: ten thousand of them hold no handle. */
function diskFile(path: string, file: string, size: number): SourceFile {
  return { path, size, stream: () => streamOf(file), blob: () => openAsBlob(file) };
}

function streamOf(file: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  let handle: FileHandle | undefined;
  const close = async () => {
    await handle?.close();
    handle = undefined;
  };
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: async (controller) => {
        try {
          handle ??= await open(file, 'r');
          const { bytesRead, buffer } = await handle.read(new Uint8Array(CHUNK), 0, CHUNK);
          if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
          await close();
          controller.close();
        } catch (error) {
          await close();
          throw error;
        }
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  );
}

export interface Input {
  readonly files: readonly SourceFile[];
  /** What was passed over on disk, each a sentence. */
  readonly passedOver: readonly string[];
}

/** Files of the paths given: a folder gives what lies under it, its own name first, in the order of names. */
export async function readPaths(paths: readonly string[]): Promise<Input> {
  const files: SourceFile[] = [];
  const passedOver: string[] = [];
  const names = new Map<string, number>();
  const seen = new Set<string>();
  for (const path of paths) {
    const real = await realpath(resolve(path)).catch(() => {
      throw new UsageError(`there is no file or folder ${path}`);
    });
    if (seen.has(real)) continue;
    seen.add(real);
    const name = unusedName(basename(resolve(path)) || 'root', names);
    const entry = await stat(real);
    if (entry.isDirectory()) await walk(real, name, files, passedOver);
    else if (!entry.isFile()) throw new UsageError(`${path} is neither a file nor a folder`);
    else if (await isReadable(real)) files.push(diskFile(name, real, entry.size));
    else throw new UsageError(`${path} may not be read by this user`);
  }
  return { files, passedOver };
}

/** Two folders of the same name would otherwise lie one in the other. */
function unusedName(name: string, names: Map<string, number>): string {
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? name : unusedName(`${name} (${count})`, names);
}

const isReadable = (file: string) =>
  access(file, constants.R_OK).then(
    () => true,
    () => false,
  );

async function walk(folder: string, prefix: string, files: SourceFile[], passedOver: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!entries) {
    passedOver.push(`${prefix}: the folder may not be read by this user`);
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = join(folder, entry.name);
    const path = `${prefix}/${entry.name}`;
    if (entry.isDirectory()) await walk(file, path, files, passedOver);
    else if (entry.isFile()) {
      if (await isReadable(file)) files.push(diskFile(path, file, (await lstat(file)).size));
      else passedOver.push(`${path}: the file may not be read by this user`);
    }
    // A link could lead out of what was named, or round in a circle.
    else passedOver.push(`${path}: ${entry.isSymbolicLink() ? 'a link is not followed' : 'not an ordinary file'}`);
  }
}
