import type { Literal } from './json-literals.ts';
import type { KeyPath } from './redactor.ts';
import { tellingPath } from './telling.ts';

/**
 * String literals of JSON texts that were looked through and found clean, as hashes: a row of a dataset stands in several
 * files, and what all of them share is looked through once. What is not known for clean is looked through in full.
 */
export interface CleanLiterals {
  /** What to ask and tell by; null when nothing is remembered of such a literal. */
  markOf(raw: string, at: KeyPath, kind: Literal['kind'], depth: number): number | null;
  has(mark: number): boolean;
  add(mark: number): void;
}

/** About 40 bytes each. */
const MOST = 1_000_000;
/** A literal that may hold JSON is looked through otherwise where it lies deeper. */
const MAY_HOLD_JSON = /^(?:\\[nrt]| )*(?:[[{]|\\")/;

export function createCleanLiterals(): CleanLiterals {
  const clean = new Set<number>();
  return {
    markOf: (raw, at, kind, depth) => {
      if (kind === 'number' || (kind === 'string' && tellingPath(at).length > 0)) return null;
      return hash53(spelledAlike(raw), kind === 'key' ? -1 : MAY_HOLD_JSON.test(raw) ? depth : 0);
    },
    has: (mark) => clean.has(mark),
    add: (mark) => {
      if (clean.size < MOST) clean.add(mark);
    },
  };
}

/** Python's JSON escapes what ours leaves as it is. */
const spelledAlike = (raw: string): string =>
  raw.includes('\\u') ? JSON.stringify(JSON.parse(`"${raw}"`)).slice(1, -1) : raw;

/** Two 32-bit multiplicative hashes, 53 bits of them: among a million texts two share one with a chance of one in ten thousand. */
function hash53(text: string, seed: number): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b & 0x1fffff) * 0x1_0000_0000 + (a >>> 0);
}
