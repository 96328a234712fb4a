import { compare } from './order.ts';

/** Counts by name. Names come from input, so they live in Maps; records are for what is written. */
export type Counts = Readonly<Record<string, number>>;

/** Adds in place. */
export function addCounts(into: Map<string, number>, counts: Counts): void {
  for (const [name, count] of Object.entries(counts)) into.set(name, (into.get(name) ?? 0) + count);
}

/** Sorted by name, so that equal counts are equal bytes. */
export function sumCounts(all: Iterable<Counts>): Counts {
  const total = new Map<string, number>();
  for (const counts of all) addCounts(total, counts);
  return Object.fromEntries([...total].sort(([a], [b]) => compare(a, b)));
}

export const totalOf = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
