import type { IHasher } from 'hash-wasm';
import type { Hashes } from '../text/hash.ts';
import type { Shard, Split } from '../types.ts';

/** Where the host puts a file: a private file of the browser, a folder, memory. */
export interface OutputFile {
  /** The bytes may be used again once this resolves. */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
}

/** Paths are `/`-separated and relative to the dataset. */
export type OpenOutput = (path: string) => Promise<OutputFile>;

/** A text file that is hashed while it is written; lines end in `\n`. */
export interface LineFile {
  add(line: string): Promise<void>;
  close(): Promise<Shard>;
}

const BUFFER_BYTES = 256 * 1024;
/** UTF-8 needs three bytes at most for a UTF-16 unit. */
const BYTES_PER_UNIT = 3;
const NEWLINE = 10;

const encoder = new TextEncoder();

export async function openLineFile(path: string, open: OpenOutput, hashes: Hashes, split?: Split): Promise<LineFile> {
  const file = await open(path);
  const sha256: IHasher = await hashes.streaming();
  let buffer = new Uint8Array(BUFFER_BYTES);
  let used = 0;
  let rows = 0;
  let bytes = 0;

  const flush = async () => {
    if (used === 0) return;
    const full = buffer.subarray(0, used);
    sha256.update(full);
    bytes += used;
    used = 0;
    await file.write(full);
  };

  return {
    add: async (line) => {
      const most = line.length * BYTES_PER_UNIT + 1;
      if (used + most > buffer.length) await flush();
      if (most > buffer.length) buffer = new Uint8Array(most);
      used += encoder.encodeInto(line, buffer.subarray(used)).written;
      buffer[used++] = NEWLINE;
      rows++;
    },
    close: async () => {
      await flush();
      await file.close();
      return { path, ...(split ? { split } : {}), rows, bytes, sha256: sha256.digest('hex') };
    },
  };
}

/** A file that exists as a whole: a card, a manifest, a configuration. */
export async function writeTextFile(path: string, text: string, open: OpenOutput, hashes: Hashes): Promise<Shard> {
  const file = await open(path);
  const bytes = encoder.encode(text);
  await file.write(bytes);
  await file.close();
  return { path, rows: 0, bytes: bytes.length, sha256: hashes.sha256(bytes) };
}
