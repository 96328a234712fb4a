/** Pages that a write-ahead log holds in a newer state than the file (fileformat.html section 4). */
export interface Wal {
  /** Page → offset of its bytes in the log, of the last committed state. */
  readonly pages: ReadonlyMap<number, number>;
  /** Pages of the database after the last commit; undefined when nothing was committed. */
  readonly pageCount: number | undefined;
}

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const MAGIC = 0x377f0682;
const CHUNK_FRAMES = 256;

/** Frames up to the last commit whose salts and running checksum hold; what follows was never committed. */
export async function readWal(wal: Blob, pageSize: number): Promise<Wal> {
  const nothing: Wal = { pages: new Map(), pageCount: undefined };
  const header = new DataView(await wal.slice(0, HEADER_BYTES).arrayBuffer());
  if (header.byteLength < HEADER_BYTES || (header.getUint32(0) & ~1) >>> 0 !== MAGIC) return nothing;
  if (header.getUint32(8) !== pageSize) return nothing;
  const littleEndian = (header.getUint32(0) & 1) === 0;
  let sums = checksum(header, 0, 24, [0, 0], littleEndian);
  if (sums[0] !== header.getUint32(24) || sums[1] !== header.getUint32(28)) return nothing;
  const frameBytes = FRAME_HEADER_BYTES + pageSize;
  const committed = new Map<number, number>();
  const pending = new Map<number, number>();
  let pageCount: number | undefined;
  for (let start = HEADER_BYTES; start + frameBytes <= wal.size; start += frameBytes * CHUNK_FRAMES) {
    const chunk = new DataView(await wal.slice(start, start + frameBytes * CHUNK_FRAMES).arrayBuffer());
    for (let at = 0; at + frameBytes <= chunk.byteLength; at += frameBytes) {
      const sameSalt =
        chunk.getUint32(at + 8) === header.getUint32(16) && chunk.getUint32(at + 12) === header.getUint32(20);
      sums = checksum(chunk, at, 8, sums, littleEndian);
      sums = checksum(chunk, at + FRAME_HEADER_BYTES, pageSize, sums, littleEndian);
      if (!sameSalt || sums[0] !== chunk.getUint32(at + 16) || sums[1] !== chunk.getUint32(at + 20))
        return { pages: committed, pageCount };
      pending.set(chunk.getUint32(at), start + at + FRAME_HEADER_BYTES);
      if (chunk.getUint32(at + 4) === 0) continue;
      for (const [page, offset] of pending) committed.set(page, offset);
      pending.clear();
      pageCount = chunk.getUint32(at + 4);
    }
  }
  return { pages: committed, pageCount };
}

/** Puts the pages of a log where they belong in a copy of its database. */
export async function applyWal(wal: Blob, pages: Wal['pages'], pageSize: number, database: Uint8Array): Promise<void> {
  const inOrder = [...pages].sort(([, a], [, b]) => a - b);
  let chunk = new Uint8Array(0);
  let start = 0;
  for (const [page, offset] of inOrder) {
    const place = (page - 1) * pageSize;
    if (place < 0 || place + pageSize > database.length) continue;
    if (offset + pageSize > start + chunk.length) {
      chunk = new Uint8Array(await wal.slice(offset, offset + CHUNK_FRAMES * pageSize).arrayBuffer());
      start = offset;
    }
    database.set(chunk.subarray(offset - start, offset - start + pageSize), place);
  }
}

function checksum(
  view: DataView,
  from: number,
  length: number,
  [first, second]: readonly [number, number],
  littleEndian: boolean,
): [number, number] {
  let [s0, s1] = [first, second];
  for (let at = from; at < from + length; at += 8) {
    s0 = (s0 + view.getUint32(at, littleEndian) + s1) >>> 0;
    s1 = (s1 + view.getUint32(at + 4, littleEndian) + s0) >>> 0;
  }
  return [s0, s1];
}
