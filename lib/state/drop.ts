import type { DroppedFile } from '../../workers/protocol.ts';

/** Files a batch holds at most: more in one message to the worker make a long task. */
const BATCH = 200;

type Batches = AsyncGenerator<readonly DroppedFile[]>;

/** Told each time a file or folder cannot be opened, with all such paths so far. */
export type OnUnreadable = (paths: readonly string[]) => void;

/**
 * Takes what a drop holds. To be called inside the event handler: the entries are gone afterwards.
 * Entries are null for drops that no person made; the plain file list serves those.
 */
export function readDrop(transfer: Pick<DataTransfer, 'items' | 'files'>, onUnreadable: OnUnreadable): Batches {
  const entries = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry?.() ?? null);
  const files = [...transfer.files];
  if (entries.length === 0 || entries.includes(null)) return batch(listFiles(files));
  const unreadable: string[] = [];
  const skip = (entry: FileSystemEntry) => {
    unreadable.push(pathOf(entry));
    onUnreadable([...unreadable]);
  };
  return batch(walk(entries as readonly FileSystemEntry[], skip));
}

export const readFileList = (files: Iterable<File>): Batches => batch(listFiles([...files]));

/** Pasted text becomes a file; what it is, is found out from its content. */
export const readPastedText = (text: string): Batches =>
  readFileList([new File([text], 'pasted.jsonl', { type: 'application/x-ndjson' })]);

async function* listFiles(files: readonly File[]): AsyncGenerator<DroppedFile> {
  for (const file of files) yield { path: file.webkitRelativePath || file.name, file };
}

type Skip = (entry: FileSystemEntry) => void;

/** Files opened at a time: one by one, ten thousand take seconds longer. */
const AT_ONCE = 64;

/** In name order, files before folders, so that the same folder always gives the same list. */
async function* walk(entries: readonly FileSystemEntry[], skip: Skip): AsyncGenerator<DroppedFile> {
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const files = sorted.filter((entry) => entry.isFile);
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const opened = await Promise.all(files.slice(at, at + AT_ONCE).map((entry) => openEntry(entry, skip)));
    yield* opened.filter((file) => file !== null);
  }
  for (const folder of sorted.filter((entry) => entry.isDirectory)) yield* walk(await readFolder(folder, skip), skip);
}

/** Browsers hand a folder out a hundred entries at a time; an empty answer is its end. */
async function readFolder(folder: FileSystemEntry, skip: Skip): Promise<readonly FileSystemEntry[]> {
  const reader = (folder as FileSystemDirectoryEntry).createReader();
  const all: FileSystemEntry[] = [];
  try {
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) return all;
      all.push(...some);
    }
  } catch {
    skip(folder);
    return all;
  }
}

async function openEntry(entry: FileSystemEntry, skip: Skip): Promise<DroppedFile | null> {
  try {
    const open = new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return { path: pathOf(entry), file: await open };
  } catch {
    skip(entry);
    return null;
  }
}

const pathOf = (entry: FileSystemEntry): string => entry.fullPath.replace(/^\//, '');

async function* batch(files: AsyncIterable<DroppedFile>): Batches {
  let open: DroppedFile[] = [];
  for await (const file of files) {
    open.push(file);
    if (open.length < BATCH) continue;
    yield open;
    open = [];
  }
  if (open.length > 0) yield open;
}
