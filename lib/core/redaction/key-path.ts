import type { KeyPath } from './redactor.ts';

const ITS_VALUE = /^(?:value|default|plain|plaintext|data|raw|text|secretValue)$/;

/** The key of a leaf; with the one above it where the key only says that here stands the value. */
export function namesOf(at: KeyPath): readonly string[] {
  const key = at.at(-1);
  if (key === undefined) return [];
  const parent = at.at(-2);
  return parent !== undefined && ITS_VALUE.test(key) ? [key, parent] : [key];
}
