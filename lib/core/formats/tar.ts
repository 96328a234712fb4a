import type { SourceFile } from '../types.ts';
import { fileFromBlob } from './file.ts';
import { InputError } from './input-error.ts';

const BLOCK = 512;
/** Longest name record that is read; longer ones are cut. */
const NAME_BYTES = 64 * 1024;
const decoder = new TextDecoder();

/** `ustar` at its place: every tar since 1988. */
export const isTar = (head: Uint8Array): boolean =>
  head.length >= BLOCK && decoder.decode(head.subarray(257, 262)) === 'ustar';

/** Files of a tar as slices of it: nothing is copied. Links, devices and folders are left out. */
export async function* listTar(
  archive: Blob,
): AsyncGenerator<{ readonly name: string; file(path: string): SourceFile }> {
  let longName = '';
  for (let at = 0; at < archive.size; ) {
    const header = new Uint8Array(await archive.slice(at, at + BLOCK).arrayBuffer());
    if (header.every((byte) => byte === 0)) return;
    const size = readNumber(header.subarray(124, 136));
    const start = at + BLOCK;
    if (!isTar(header) || size === null || start + size > archive.size)
      throw new InputError(
        'archive_broken',
        'The tar is damaged or incomplete; pack it again or drop the unpacked folder.',
      );
    const type = String.fromCharCode(header[156] ?? 0);
    const data = archive.slice(start, start + size);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
    if (type === 'L') longName = cString(await bytesOf(data));
    else if (type === 'x') longName = paxPath(await bytesOf(data)) || longName;
    else {
      const prefix = cString(header.subarray(345, 500));
      const short = cString(header.subarray(0, 100));
      const name = longName || (prefix === '' ? short : `${prefix}/${short}`);
      longName = '';
      if (type === '0' || type === '\0') yield { name, file: (path) => fileFromBlob(path, data) };
    }
  }
}

const bytesOf = async (data: Blob): Promise<Uint8Array> =>
  new Uint8Array(await data.slice(0, NAME_BYTES).arrayBuffer());

function cString(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decoder.decode(end === -1 ? bytes : bytes.subarray(0, end));
}

/** Octal digits, or a big-endian number marked by the top bit. */
function readNumber(bytes: Uint8Array): number | null {
  if (((bytes[0] ?? 0) & 0x80) !== 0) {
    const value = bytes.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
    return Number.isSafeInteger(value) ? value : null;
  }
  const digits = cString(bytes).trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : null;
}

/** `path` of a pax record list, each `length key=value\n`. */
const paxPath = (bytes: Uint8Array): string => /(?:^|\n)\d+ path=([^\n]*)\n/.exec(decoder.decode(bytes))?.[1] ?? '';
