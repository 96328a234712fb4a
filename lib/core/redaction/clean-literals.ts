import type { Literal } from './json-strings.ts';
import type { KeyPath } from './redactor.ts';
import { tellingPath } from './telling.ts';

/**
 * String literals of JSON texts that were looked through and found clean, as hashes: a row of a dataset stands in several
 * files, and what all of them share is looked through once. What is not known for clean is looked through in full.
 */
export interface CleanLiterals {
  /** What to ask and tell by; null when nothing is remembered of such a literal. `at` leads to it, `depth` texts lie around it. */
  markOf(text: string, literal: Literal, at: KeyPath, depth: number): number | null;
  has(mark: number): boolean;
  add(mark: number): void;
}

/** About 40 bytes each. */
const MOST = 1_000_000;
/** What a key says does not depend on where it stands, but for names that tell of what is in them; what a string says may. */
const KEY = -1;

export function createCleanLiterals(): CleanLiterals {
  const clean = new Set<number>();
  return {
    markOf: (text, { kind, start, end }, at, depth) => {
      if (kind === 'number' || tellingPath(at).length > 0) return null;
      if (kind === 'key') return hash53(text, start, end, KEY);
      return hash53(text, start, end, mayHoldJson(text, start) ? depth : 0);
    },
    has: (mark) => clean.has(mark),
    add: (mark) => {
      if (clean.size < MOST) clean.add(mark);
    },
  };
}

/** JSON in a literal is looked through otherwise where it lies deeper. */
function mayHoldJson(text: string, start: number): boolean {
  let at = start;
  while (text[at] === ' ' || (text[at] === '\\' && 'nrt'.includes(text[at + 1] as string)))
    at += text[at] === ' ' ? 1 : 2;
  return text[at] === '{' || text[at] === '[' || (text[at] === '\\' && text[at + 1] === '"');
}

const BACKSLASH = 92;
const LETTER_U = 117;
/** Above every UTF-16 unit. */
const ESCAPE = 0x1_0000;

/**
 * Two 32-bit multiplicative hashes of a valid literal, 53 bits of them: among a million texts two share one with a chance of one in ten thousand.
 * What Python escapes and we do not counts as what it stands for.
 */
function hash53(text: string, start: number, end: number, seed: number): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let at = start; at < end; at++) {
    let unit = text.charCodeAt(at);
    if (unit === BACKSLASH) {
      at++;
      const next = text.charCodeAt(at);
      const escaped = next === LETTER_U ? Number.parseInt(text.slice(at + 1, at + 5), 16) : 0;
      if (escaped > 127) {
        unit = escaped;
        at += 4;
      } else unit = ESCAPE | next;
    }
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b & 0x1fffff) * 0x1_0000_0000 + (a >>> 0);
}
