import { ZipWriter } from '@zip.js/zip.js/lib/zip-core-writer.js';

export interface ZipFile {
  readonly path: string;
  readonly blob: Blob;
}

/** 1980-01-01 00:00 in MS-DOS form, the first time a zip knows: the same in every time zone, unlike a `Date`. */
const FIXED_TIME = (1 << 21) | (1 << 16);

/**
 * A zip of the files, in the order given; compressed by the engine's own CompressionStream, stored where there is none. Entries
 * are written one after the other, so no more than a chunk is held. Without threads: a worker under this policy may start none.
 */
export function packZip(files: Iterable<ZipFile> | AsyncIterable<ZipFile>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  pack(files, writable).catch((error: unknown) => writable.abort(error).catch(() => undefined)); // the reader is told by the abort
  return readable;
}

async function pack(
  files: Iterable<ZipFile> | AsyncIterable<ZipFile>,
  writable: WritableStream<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  const zip = new ZipWriter(writable, {
    useWebWorkers: false,
    extendedTimestamp: false,
    rawLastModDate: FIXED_TIME,
    keepOrder: true,
  });
  for await (const { path, blob } of files) await zip.add(path, { readable: blob.stream(), size: blob.size });
  await zip.close();
}
