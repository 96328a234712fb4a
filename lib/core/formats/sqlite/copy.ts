import { InputError } from '../input-error.ts';
import { applyWal, readWal } from './wal.ts';

export const broken = () =>
  new InputError(
    'database_broken',
    'The database is damaged or was copied while it was written; copy it again with OpenClaw stopped.',
  );

export interface Copy {
  /** The file expects a write-ahead log beside it that was not given: its newest rows may be missing. */
  readonly walMissing: boolean;
}

const HEADER_BYTES = 100;
const CHUNK_BYTES = 8 * 2 ** 20;
/** Places in the header (https://www.sqlite.org/fileformat.html section 1.3). */
const PAGE_SIZE = 16;
const WRITE_VERSION = 18;
const READ_VERSION = 19;
const PAGE_COUNT = 28;
const ROLLBACK_JOURNAL = 1;
const WRITE_AHEAD_LOG = 2;

/** Puts a database with the committed part of its log where `allocate` says, as SQLite opens it without files. */
export async function copyDatabase(
  file: Blob,
  wal: Blob | undefined,
  allocate: (bytes: number) => Uint8Array,
): Promise<Copy> {
  const header = new DataView(await file.slice(0, HEADER_BYTES).arrayBuffer());
  if (header.byteLength < HEADER_BYTES) throw broken();
  const declared = header.getUint16(PAGE_SIZE);
  const pageSize = declared === 1 ? 65536 : declared;
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0) throw broken();
  const log = wal && wal.size > 0 ? await readWal(wal, pageSize) : undefined;
  const pageCount = log?.pageCount ?? Math.floor(file.size / pageSize);
  if (pageCount === 0) throw broken();

  const bytes = allocate(pageCount * pageSize);
  const kept = Math.min(file.size, bytes.length);
  for (let at = 0; at < kept; at += CHUNK_BYTES)
    bytes.set(new Uint8Array(await file.slice(at, Math.min(kept, at + CHUNK_BYTES)).arrayBuffer()), at);
  bytes.fill(0, kept);
  if (wal && log) await applyWal(wal, log.pages, pageSize, bytes);

  bytes.fill(ROLLBACK_JOURNAL, WRITE_VERSION, READ_VERSION + 1);
  // Pages beyond the end of a file that was cut are missing alone; SQLite would refuse the rest with them.
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(PAGE_COUNT, pageCount);
  return { walMissing: header.getUint8(WRITE_VERSION) === WRITE_AHEAD_LOG && !wal };
}
