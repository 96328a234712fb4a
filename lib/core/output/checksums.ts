import type { Shard } from '../types.ts';

export const CHECKSUM_FILE = 'SHA256SUMS';

/** `<hex>  <path>` a line, sorted by path, as `sha256sum -c` reads it. */
export const renderChecksums = (files: readonly Pick<Shard, 'path' | 'sha256'>[]): string =>
  [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');

/** Path → SHA-256; undefined when a line is none of ours. */
export function parseChecksums(text: string): ReadonlyMap<string, string> | undefined {
  const lines = text.split('\n').filter((line) => line !== '');
  const entries = lines.map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line));
  if (entries.some((entry) => entry === null)) return undefined;
  return new Map(entries.map((entry) => [entry?.[2] ?? '', entry?.[1] ?? '']));
}
