import { InputError } from '../input-error.ts';
import { readWal } from './wal.ts';

/** Pages of a database file, read as they are asked for (https://www.sqlite.org/fileformat.html). */
export interface Pages {
  /** Bytes of a page that hold content; a reserved tail is left out. */
  readonly usable: number;
  readonly count: number;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** The file expects a write-ahead log beside it that was not given: its newest rows may be missing. */
  readonly walMissing: boolean;
  /** 1-based. */
  read(page: number): Promise<Uint8Array>;
}

export const broken = () =>
  new InputError(
    'database_broken',
    'The database is damaged or was copied while it was written; copy it again with OpenClaw stopped.',
  );

const HEADER_BYTES = 100;
/** Read from the file at once; pages of one table often lie side by side. */
const BLOCK_BYTES = 256 * 1024;
const BLOCKS_HELD = 64;
const ENCODINGS = { 1: 'utf-8', 2: 'utf-16le', 3: 'utf-16be' } as const;

export async function openPages(file: Blob, wal: Blob | undefined): Promise<Pages> {
  const header = new DataView(await file.slice(0, HEADER_BYTES).arrayBuffer());
  if (header.byteLength < HEADER_BYTES) throw broken();
  const declared = header.getUint16(16);
  const size = declared === 1 ? 65536 : declared;
  if (size < 512 || (size & (size - 1)) !== 0) throw broken();
  const usable = size - header.getUint8(20);
  if (usable < 480) throw broken();
  const log = wal && wal.size > 0 ? await readWal(wal, size) : undefined;
  const count = log?.pageCount ?? Math.floor(file.size / size);
  const encoding = ENCODINGS[header.getUint32(56) as 1 | 2 | 3] ?? 'utf-8';
  const usesWal = header.getUint8(18) === 2;
  const block = blockReader(file);

  const read = async (page: number): Promise<Uint8Array> => {
    if (!Number.isInteger(page) || page < 1 || page > count) throw broken();
    const logged = log?.pages.get(page);
    if (wal && logged !== undefined) return new Uint8Array(await wal.slice(logged, logged + usable).arrayBuffer());
    const start = (page - 1) * size;
    const bytes = await block(Math.floor(start / BLOCK_BYTES));
    const within = start % BLOCK_BYTES;
    if (bytes.length < within + size) throw broken();
    return bytes.subarray(within, within + usable);
  };
  return { usable, count, encoding, walMissing: usesWal && !wal, read };
}

/** Blocks of the file, the latest used kept. */
function blockReader(file: Blob): (index: number) => Promise<Uint8Array> {
  const held = new Map<number, Promise<Uint8Array>>();
  return (index) => {
    const known = held.get(index);
    const bytes =
      known ??
      file
        .slice(index * BLOCK_BYTES, (index + 1) * BLOCK_BYTES)
        .arrayBuffer()
        .then((buffer) => new Uint8Array(buffer));
    held.delete(index);
    held.set(index, bytes);
    const [oldest] = held.keys();
    if (held.size > BLOCKS_HELD && oldest !== undefined) held.delete(oldest);
    return bytes;
  };
}
