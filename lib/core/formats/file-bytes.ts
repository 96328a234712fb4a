/** What a file is by its first bytes, where it is no text in JSON. */
export type ByteKind = 'empty' | 'binary' | 'utf16' | 'database' | 'database-log' | 'archive';

const SQLITE = 'SQLite format 3\0';

/** Archives that are not opened: 7z, rar, xz, bzip2. */
const ARCHIVES: readonly (readonly number[])[] = [
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0xfd, 0x37, 0x7a, 0x58],
  [0x42, 0x5a, 0x68],
];

export function recogniseBytes(head: Uint8Array): ByteKind | null {
  if (head.length === 0) return 'empty';
  if ([...SQLITE].every((char, at) => head[at] === char.charCodeAt(0))) return 'database';
  if (head[0] === 0x37 && head[1] === 0x7f && head[2] === 0x06 && ((head[3] ?? 0) & ~1) === 0x82) return 'database-log';
  if (ARCHIVES.some((mark) => mark.every((byte, at) => head[at] === byte))) return 'archive';
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return 'utf16';
  return head.subarray(0, 4096).includes(0) && !startsLikeJson(head) ? 'binary' : null;
}

/** NULs inside a text file are what a disk lost, and cost their lines only. */
const startsLikeJson = (head: Uint8Array): boolean =>
  /^\ufeff?[\s\0]*[{[]/.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(head.subarray(0, 4096)));
