import { Decompress } from 'fzstd';
import type { SourceFile } from '../types.ts';
import { InputError } from './input-error.ts';
import type { Limits } from './source.ts';

const MAGIC = 0xfd2fb528;
/** Memory that a frame may ask for before its first byte comes out; zstd itself refuses more by default. */
const WINDOW_BYTES = 128 * 2 ** 20;

export const isZstd = (bytes: Uint8Array): boolean =>
  bytes.length >= 4 && new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true) === MAGIC;

const damaged = () =>
  new InputError('archive_broken', 'The zstd data is damaged; unpack it yourself and drop the result.');
const tooLarge = () =>
  new InputError(
    'archive_bomb',
    'The zstd data unpacks to far more than it should; unpack it yourself and drop the result.',
  );

/** Zstd frames as the bytes they hold, at most `limit`. */
export function unzstd(bytes: Uint8Array, limit: number): Uint8Array {
  const parts: Uint8Array[] = [];
  const inflate = inflater(limit, (part) => parts.push(part));
  inflate(bytes, true);
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A `.zst` as the file inside it. */
export function unzstdFile(file: SourceFile, limits: Limits): SourceFile {
  const limit = Math.min(limits.archiveBytes, Math.max(2 ** 20, file.size * limits.archiveRatio));
  const stream = () => {
    let inflate: ((chunk: Uint8Array, last: boolean) => void) | undefined;
    return file.stream().pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          inflate ??= inflater(limit, (part) => controller.enqueue(part.slice()));
          inflate(chunk, false);
        },
        flush: () => inflate?.(new Uint8Array(0), true),
      }),
    );
  };
  return { path: file.path.replace(/\.zst$/i, ''), size: file.size, stream, blob: () => new Response(stream()).blob() };
}

function inflater(limit: number, give: (part: Uint8Array) => void): (chunk: Uint8Array, last: boolean) => void {
  let total = 0;
  let first = true;
  const decompress = new Decompress((part) => {
    total += part.length;
    if (total > limit) throw tooLarge();
    if (part.length > 0) give(part);
  });
  return (chunk, last) => {
    if (first && chunk.length > 0) {
      if (windowBytes(chunk) > WINDOW_BYTES) throw tooLarge();
      first = false;
    }
    try {
      decompress.push(chunk, last);
    } catch (error) {
      throw error instanceof InputError ? error : damaged();
    }
  };
}

/** Window that the first frame asks for (RFC 8878 section 3.1.1.1). */
function windowBytes(bytes: Uint8Array): number {
  if (bytes.length < 14) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) return 0;
  const descriptor = view.getUint8(4);
  const singleSegment = (descriptor & 0x20) !== 0;
  if (!singleSegment) {
    const window = view.getUint8(5);
    const base = 2 ** (10 + (window >> 3));
    return base + (base / 8) * (window & 7);
  }
  const at = 5 + ([0, 1, 2, 4][descriptor & 3] ?? 0);
  switch (descriptor >> 6) {
    case 0:
      return view.getUint8(at);
    case 1:
      return view.getUint16(at, true) + 256;
    case 2:
      return view.getUint32(at, true);
    default:
      return Number(view.getBigUint64(at < bytes.length - 8 ? at : 0, true));
  }
}
