import type { ReviewChoice } from '../recipe.ts';
import { compare } from '../text/order.ts';
import { createRandom } from '../text/random.ts';
import type { StageCount } from '../types.ts';
import type { Fingerprint } from './fingerprint.ts';

/**
 * What a stage over the whole dataset decides. It sees fingerprints only, and names episodes by their ordinal: their index
 * in the list of all episodes. A decision depends on what the episodes hold, never on the order in which they came.
 */
export interface Decision {
  /** Ordinals, ascending. */
  readonly kept: readonly number[];
  /** Ordinal → reason. */
  readonly dropped: ReadonlyMap<number, string>;
  readonly count: StageCount;
}

export function decision(
  name: string,
  version: number,
  input: readonly number[],
  dropped: ReadonlyMap<number, string>,
): Decision {
  const kept = input.filter((ordinal) => !dropped.has(ordinal));
  const reasons = new Map<string, number>();
  for (const reason of dropped.values()) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const sorted = [...reasons].sort(([a], [b]) => (a < b ? -1 : 1));
  const count = { name, version, in: input.length, added: {}, dropped: Object.fromEntries(sorted), out: kept.length };
  return { kept, dropped, count };
}

/** Decisions of the review; an episode both excluded and kept is excluded. */
export interface Reviewed {
  isExcluded(fingerprint: Fingerprint): boolean;
  isKept(fingerprint: Fingerprint): boolean;
}

export function reviewed(review: ReviewChoice): Reviewed {
  const excluded = new Set(review.excluded);
  const kept = new Set(review.kept);
  return {
    isExcluded: ({ id }) => excluded.has(id),
    isKept: ({ id }) => kept.has(id) && !excluded.has(id),
  };
}

/** An order that input order has no part in: by content, then by id. */
export const byContent = (a: Fingerprint, b: Fingerprint): number =>
  compare(a.content, b.content) || compare(a.id, b.id);

/** Items in an order that looks random and depends on seed, name and their keys only. */
export function seededOrder<T>(seed: number, name: string, items: readonly T[], key: (item: T) => string): T[] {
  return items
    .map((item) => {
      const text = key(item);
      return { item, text, place: createRandom(seed, `${name}/${text}`).next() };
    })
    .sort((a, b) => a.place - b.place || compare(a.text, b.text))
    .map(({ item }) => item);
}
