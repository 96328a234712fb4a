import type { Span } from '../types.ts';
import type { KeyPath, Redactor } from './redactor.ts';

/** Shorter texts are looked through faster than looked up. */
const SHORTEST = 64;
/** UTF-16 units held at most; system prompts and tool schemas repeat within few episodes or not at all. */
const HELD = 8 * 2 ** 20;

/** The same findings, without looking twice through a text that comes again: system prompts, tools, forked beginnings. */
export function remembering(redactor: Redactor): Redactor {
  const known = new Map<string, readonly Span[]>();
  let held = 0;
  return {
    ...redactor,
    find: (text, at) => {
      if (text.length < SHORTEST || text.length > HELD / 8) return redactor.find(text, at);
      const key = keyOf(text, at);
      const remembered = known.get(key);
      if (remembered) return remembered;
      const spans = redactor.find(text, at);
      known.set(key, spans);
      held += key.length;
      for (const oldest of known.keys()) {
        if (held <= HELD) break;
        known.delete(oldest);
        held -= oldest.length;
      }
      return spans;
    },
  };
}

/** The same, remembering only that a text is clean, but of a whole dataset: its rows stand in several files. */
export function rememberingClean(redactor: Redactor): Redactor {
  const clean = new Set<number>();
  return {
    ...redactor,
    find: (text, at) => {
      if (text.length < SHORTEST) return redactor.find(text, at);
      const mark = hash53(keyOf(text, at));
      if (clean.has(mark)) return NONE;
      const spans = redactor.find(text, at);
      if (spans.length === 0 && clean.size < MOST_CLEAN) clean.add(mark);
      return spans;
    },
  };
}

const NONE: readonly Span[] = [];
/** About 40 bytes each. */
const MOST_CLEAN = 1_000_000;

const keyOf = (text: string, at: KeyPath): string => `${at.join('/')}\n${text}`;

/** Two 32-bit multiplicative hashes, 53 bits of them: among a million texts two share one with a chance of one in ten thousand. */
function hash53(text: string): number {
  let a = 0xdeadbeef | 0;
  let b = 0x41c6ce57 | 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b & 0x1fffff) * 0x1_0000_0000 + (a >>> 0);
}
