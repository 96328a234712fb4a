import type { DroppedFile } from '../../workers/protocol.ts';

/** Chromium's handles of dropped files and folders: they outlive the page, the files behind entries do not. */
interface Handle {
  readonly kind: 'file' | 'directory';
  readonly name: string;
}
interface FileHandle extends Handle {
  readonly kind: 'file';
  getFile(): Promise<File>;
}
interface FolderHandle extends Handle {
  readonly kind: 'directory';
  values(): AsyncIterable<FileHandle | FolderHandle>;
}
export type DropHandle = FileHandle | FolderHandle;

interface HandleItem extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<DropHandle | null>;
}
type AskingHandle = DropHandle & { requestPermission?(options: { mode: 'read' }): Promise<PermissionState> };

/** To be called inside the event handler, like everything that looks into a drop. Empty where the browser has none. */
export function takeHandles({ items }: Pick<DataTransfer, 'items'>): Promise<readonly DropHandle[]> {
  const asked = [...items].map((item: HandleItem) => item.getAsFileSystemHandle?.().catch(() => null) ?? null);
  return Promise.all(asked).then((handles) => handles.filter((handle) => handle !== null));
}

/** Asks the person's leave again, which needs a click; then the files come as from a drop. */
export async function* reopen(handles: readonly DropHandle[]): AsyncGenerator<readonly DroppedFile[]> {
  const allowed: DropHandle[] = [];
  for (const handle of handles as readonly AskingHandle[])
    if ((await handle.requestPermission?.({ mode: 'read' })) === 'granted') allowed.push(handle);
  for (const handle of allowed) yield* walk(handle, handle.name);
}

async function* walk(handle: DropHandle, path: string): AsyncGenerator<readonly DroppedFile[]> {
  if (handle.kind === 'file') {
    yield [{ path, file: await handle.getFile() }];
    return;
  }
  const children: (FileHandle | FolderHandle)[] = [];
  for await (const child of handle.values()) children.push(child);
  children.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = children.filter((child) => child.kind === 'file');
  for (let at = 0; at < files.length; at += BATCH) {
    const batch = files.slice(at, at + BATCH);
    yield await Promise.all(batch.map(async (file) => ({ path: `${path}/${file.name}`, file: await file.getFile() })));
  }
  for (const folder of children) if (folder.kind === 'directory') yield* walk(folder, `${path}/${folder.name}`);
}

const BATCH = 200;
