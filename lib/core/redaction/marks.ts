import type { Hashes } from '../text/hash.ts';
import { tryParseJson } from '../text/json.ts';

/**
 * A value by a salted hash: a decision about it is kept without the value. The salt stands in the mark, so that a mark stays
 * good when the seed, of which it was made, is another one later.
 */
export const markOf = (hashes: Pick<Hashes, 'sha256'>, salt: string, value: string): string =>
  `${salt}.${hashes.sha256(`redaction decision\n${salt}\n${plain(value)}`).slice(0, HEX)}`;

/** 128 bits. */
const HEX = 32;

/** A value inside JSON inside JSON is the same value. */
function plain(value: string): string {
  let text = value;
  for (let depth = 0; depth < 4 && text.includes('\\'); depth++) {
    const inner = tryParseJson(`"${text}"`);
    if (typeof inner !== 'string') return text;
    text = inner;
  }
  return text;
}

export const saltOf = (mark: string): string => mark.slice(0, mark.lastIndexOf('.'));

/** Says of which marks in the list a value is. */
export interface MarkSet {
  has(value: string): boolean;
  readonly size: number;
}

export function createMarkSet(hashes: Pick<Hashes, 'sha256'>, marks: Iterable<string>): MarkSet {
  const known = new Set(marks);
  const salts = [...new Set([...known].map(saltOf))];
  return {
    size: known.size,
    has: (value) => known.size > 0 && salts.some((salt) => known.has(markOf(hashes, salt, value))),
  };
}
