import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { listZip, type ZipEntry } from '../core/formats/zip.ts';
import type { DatasetReader } from '../core/output/verify.ts';
import { UsageError } from './exit.ts';
import { readPaths } from './read-paths.ts';

/** A dataset on disk, packed or not. Throws an InputError when a zip cannot be read. */
export async function readDataset(path: string): Promise<DatasetReader> {
  const entry = await stat(path).catch(() => {
    throw new UsageError(`there is no file or folder ${path}`);
  });
  return entry.isDirectory() ? folderReader(path) : zipReader(await openAsBlob(path));
}

async function folderReader(path: string): Promise<DatasetReader> {
  const { files } = await readPaths([path]);
  const byPath = new Map(files.map((file) => [file.path.slice(file.path.indexOf('/') + 1), file]));
  return readerOf(byPath, (file) => file.blob());
}

async function zipReader(archive: Blob): Promise<DatasetReader> {
  const byPath = new Map<string, ZipEntry>();
  for await (const entry of listZip(archive)) byPath.set(entry.name, entry);
  return readerOf(byPath, (entry) => entry.file(entry.name).blob());
}

function readerOf<T>(files: ReadonlyMap<string, T>, open: (file: T) => Promise<Blob>): DatasetReader {
  return {
    list: async () => [...files.keys()],
    file: async (path) => {
      const file = files.get(path);
      if (file === undefined) throw new RangeError(`the dataset has no file ${path}`);
      return open(file);
    },
  };
}
