import { placeholderOf } from '../redaction/placeholder.ts';
import type { Redactor } from '../redaction/redactor.ts';
import { createKeyedHash } from '../text/hash.ts';

/** The keyed hashes under which a build names what must not be named. */
export interface Names {
  session(id: string): string;
  group(key: string): string;
  episode(id: string): string;
  value(type: string, value: string): string;
}

export const namesOf = async (key: string): Promise<Names> => {
  const hash = await createKeyedHash(key);
  const short = (prefix: string, text: string) => `${prefix}_${hash(`${prefix}\n${text}`).slice(0, 20)}`;
  return {
    session: (id) => short('s', id),
    group: (groupKey) => short('g', groupKey),
    episode: (id) => short('e', id),
    value: (type, value) => short('v', `${type}\n${value}`),
  };
};

/** Paths hold user names and session keys: what the redactor finds in one is replaced there too. */
export function withoutNames(path: string, redactor: Redactor): string {
  const spans = redactor.find(path, ['path']);
  let last = 0;
  const pieces = spans.map((span, at) => {
    const piece = path.slice(last, span.start) + placeholderOf(span.type, at + 1);
    last = span.end;
    return piece;
  });
  return pieces.join('') + path.slice(last);
}

/** A name for a file on any system. */
export const fileNameOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[-.]+|-+$/g, '') || 'dataset';
