import type { DroppedFile } from '../../workers/protocol.ts';

/** Files a batch holds at most: more in one message to the worker make a long task. */
const BATCH = 200;

type Batches = AsyncGenerator<readonly DroppedFile[]>;

/**
 * Takes what a drop holds. To be called inside the event handler: the entries are gone afterwards.
 * Entries are null for drops that no person made; the plain file list serves those.
 */
export function readDrop(transfer: Pick<DataTransfer, 'items' | 'files'>): Batches {
  const entries = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry?.() ?? null);
  const files = [...transfer.files];
  if (entries.length === 0 || entries.includes(null)) return batch(listFiles(files));
  return batch(walk(entries as readonly FileSystemEntry[]));
}

export const readFileList = (files: Iterable<File>): Batches => batch(listFiles([...files]));

/** Pasted text becomes a file; what it is, is found out from its content. */
export const readPastedText = (text: string): Batches =>
  readFileList([new File([text], 'pasted.jsonl', { type: 'application/x-ndjson' })]);

async function* listFiles(files: readonly File[]): AsyncGenerator<DroppedFile> {
  for (const file of files) yield { path: file.webkitRelativePath || file.name, file };
}

/** Depth first and in name order, so that the same folder always gives the same list. */
async function* walk(entries: readonly FileSystemEntry[]): AsyncGenerator<DroppedFile> {
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of sorted) {
    if (entry.isDirectory) yield* walk(await readFolder(entry as FileSystemDirectoryEntry));
    else {
      const file = await openEntry(entry as FileSystemFileEntry);
      yield { path: entry.fullPath.replace(/^\//, ''), file };
    }
  }
}

/** Browsers hand a folder out a hundred entries at a time; an empty answer is its end. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const openEntry = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

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
