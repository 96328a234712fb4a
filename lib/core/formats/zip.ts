import { type Entry, type Reader, ZipReader } from '@zip.js/zip.js/lib/zip-core-reader.js';
import type { SourceFile } from '../types.ts';
import { bounded, gunzipped } from './bounded-stream.ts';
import { InputError } from './input-error.ts';

export interface ZipEntry {
  readonly name: string;
  /** Declared; enforced while reading. */
  readonly size: number;
  readonly compressedSize: number;
  /** Why the entry cannot be read, or null. */
  readonly refused: 'encrypted' | 'method' | null;
  file(path: string): SourceFile;
}

/** Files of a zip, in directory order; folders left out. Throws an InputError when the directory is unreadable. */
export async function* listZip(archive: Blob): AsyncGenerator<ZipEntry> {
  const reader = new ZipReader(bytesOf(archive), { strictness: 'tolerant', filenameValidation: 'tolerant' });
  const entries = reader.getEntriesGenerator();
  try {
    while (true) {
      const { value: entry, done } = await nextEntry(entries);
      if (done) return;
      if (!entry.directory) yield describe(archive, entry);
    }
  } finally {
    await reader.close();
  }
}

/** All that the package needs to read a directory. Entries are inflated below: no worker, no wasm, nothing fetched. */
const bytesOf = (archive: Blob): Reader<Blob> => {
  const reader: Pick<Reader<Blob>, 'size' | 'readUint8Array'> = {
    size: archive.size,
    readUint8Array: async (from, length) => new Uint8Array(await archive.slice(from, from + length).arrayBuffer()),
  };
  return reader as Reader<Blob>;
};

async function nextEntry(entries: AsyncGenerator<Entry, boolean>): Promise<IteratorResult<Entry, boolean>> {
  try {
    return await entries.next();
  } catch {
    throw new InputError(
      'archive_broken',
      'The zip is damaged or incomplete; pack it again or drop the unpacked folder.',
    );
  }
}

const STORED = 0;
const DEFLATED = 8;

function describe(archive: Blob, entry: Entry): ZipEntry {
  const method = entry.compressionMethod;
  const refused = entry.encrypted ? 'encrypted' : method === STORED || method === DEFLATED ? null : 'method';
  const { uncompressedSize: size, compressedSize } = entry;
  const stream = () => lazily(() => open(archive, entry));
  return {
    name: entry.filename,
    size,
    compressedSize,
    refused,
    file: (path) => ({ path, size, stream, blob: () => new Response(stream()).blob() }),
  };
}

const LOCAL_HEADER_BYTES = 30;
const LOCAL_HEADER_SIGNATURE = 0x04034b50;

/**
 * Bytes of an entry. A deflated one is given gzip's header and trailer (RFC 1952) around it: every engine inflates gzip,
 * Node before 20.12 does not know `deflate-raw`, and the trailer makes the engine check length and CRC-32.
 */
async function open(archive: Blob, entry: Entry): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const header = new DataView(await archive.slice(entry.offset, entry.offset + LOCAL_HEADER_BYTES).arrayBuffer());
  if (header.byteLength < LOCAL_HEADER_BYTES || header.getUint32(0, true) !== LOCAL_HEADER_SIGNATURE) throw broken();
  const start = entry.offset + LOCAL_HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  const data = archive.slice(start, start + entry.compressedSize);
  if (data.size < entry.compressedSize) throw broken();
  const size = entry.uncompressedSize;
  if (entry.compressionMethod === STORED) return data.stream() as ReadableStream<Uint8Array<ArrayBuffer>>;
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, entry.signature ?? 0, true);
  trailer.setUint32(4, size % 2 ** 32, true);
  const gzip = new Blob([new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]), data, trailer.buffer]);
  return bounded(gunzipped(gzip.stream() as ReadableStream<Uint8Array<ArrayBuffer>>), size, broken);
}

const broken = () =>
  new InputError('archive_broken', 'A file in the zip is damaged; pack it again or drop the unpacked folder.');

/** A stream whose source is opened on the first read. */
function lazily(
  source: () => Promise<ReadableStream<Uint8Array<ArrayBuffer>>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        reader ??= (await source()).getReader();
        const { value, done } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader?.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
