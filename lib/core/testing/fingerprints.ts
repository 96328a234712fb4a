import fc from 'fast-check';
import type { Fingerprint } from '../stages/fingerprint.ts';
import type { Episode } from '../types.ts';
import { assistant, call, episode, result, user } from './episodes.ts';

const WORDS =
  'open read the list file note server restart check log disk full mail draft send plan budget week team'.split(' ');

/** A conversation of its own for each topic; `edits` replaces as many of the eighty words of a text. */
export function conversation(topic: number, edits = 0, turns = 2): Episode['messages'] {
  const word = (turn: number, at: number) =>
    at < edits ? `edit${turn}x${at}` : `${WORDS[(topic * 7 + at * 3) % WORDS.length]}${topic}x${(at * turn) % 50}`;
  return Array.from({ length: turns }, (_, turn) => {
    const words = Array.from({ length: 80 }, (_, at) => word(turn + 1, at)).join(' ');
    return [
      user(`Topic ${topic}, turn ${turn}: ${words}`),
      assistant('', { toolCalls: [call(`call_${turn}`, 'read', { path: `topic-${topic}.md` })] }),
      result(`call_${turn}`, words),
      assistant(`Answer ${turn} to topic ${topic}: ${words}`),
    ];
  }).flat();
}

/** Datasets with copies, edited copies, continued sessions and relatives, in any order. */
export const planted: fc.Arbitrary<readonly Episode[]> = fc
  .array(
    fc.record({
      topic: fc.integer({ min: 0, max: 12 }),
      edits: fc.constantFrom(0, 0, 1, 2, 20),
      turns: fc.integer({ min: 1, max: 2 }),
      session: fc.integer({ min: 0, max: 15 }),
      origin: fc.constantFrom('real', 'real', 'synthetic', 'adversarial'),
    }),
    { maxLength: 24 },
  )
  .map((list) =>
    list.map(({ topic, edits, turns, session, origin }, index) =>
      episode({
        id: `s${session}/${index}`,
        sessionId: `s${session}`,
        groupKey: `family-${session >> 1}`,
        origin,
        messages: conversation(topic, edits, turns),
        provenance: { path: `source-${session % 3}`, line: index, parser: 'openclaw-session/3' },
      }),
    ),
  );

/** A list in another order, and the way back from its ordinals to those of the original. */
export function permuted<T>(list: readonly T[], seed: number): { items: T[]; original: (ordinal: number) => number } {
  const order = list.map((_, index) => ({ index, key: Math.imul(index + 1, seed * 2654435761 + 97) >>> 0 }));
  order.sort((a, b) => a.key - b.key || b.index - a.index);
  return {
    items: order.map(({ index }) => list[index] as T),
    original: (ordinal) => order[ordinal]?.index ?? -1,
  };
}

export const idsOf = (all: readonly Fingerprint[], ordinals: Iterable<number>): string[] =>
  [...ordinals].map((ordinal) => all[ordinal]?.id ?? '').sort();
