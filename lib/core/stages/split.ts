import type { SplitChoice } from '../recipe.ts';
import { compare } from '../text/order.ts';
import { ORIGINS, type Origin, SPLITS, type Split, type StageCount } from '../types.ts';
import { decision, seededOrder } from './decision.ts';
import { createDisjointSets } from './disjoint-sets.ts';
import type { Fingerprint } from './fingerprint.ts';
import { similarAcross } from './leakage.ts';

const NAME = 'split';
const VERSION = 1;

/** Rows that must not be parted: relatives of one session and whatever is nearly the same as one of them. */
export interface Group {
  /** Smallest raw group key of its members; only a keyed hash of it is exported. */
  readonly key: string;
  /** Ordinals of the rows, ascending. */
  readonly ordinals: readonly number[];
}

export interface SplitCounts {
  readonly rows: number;
  readonly groups: number;
  readonly byOrigin: Readonly<Record<Origin, number>>;
}

export interface Leakage {
  readonly groupsInTwoSplits: number;
  readonly nearPairsAcrossSplits: number;
  /** Highest estimated Jaccard similarity of a validation row to a train row; null without validation rows. */
  readonly worstSimilarity: number | null;
}

export interface Divided {
  readonly count: StageCount;
  readonly groups: readonly Group[];
  /** Ordinal → index into `groups`, or -1. */
  readonly groupOf: Int32Array;
  splitOf(ordinal: number): Split | null;
  readonly splits: Readonly<Record<Split, SplitCounts>>;
  readonly leakage: Leakage;
}

export interface SplitInput {
  readonly all: readonly Fingerprint[];
  /** Rows to divide. */
  readonly rows: readonly number[];
  /** Ordinal → cluster of the dedupe, or -1; dropped members still tie their relatives together. */
  readonly clusterOf: Int32Array;
  /** Similarity from which two rows must not stand on both sides. */
  readonly threshold: number;
}

/** Similar rows that the clusters missed are joined and the division is made anew, this often at most. */
const ROUNDS = 4;

/** Needs all fingerprints of the dataset. */
export function split({ all, rows, clusterOf, threshold }: SplitInput, options: SplitChoice, seed: number): Divided {
  const at = (ordinal: number) => all[ordinal] as Fingerprint;
  const sets = createDisjointSets(all.length);
  uniteBy(all.keys(), (ordinal) => at(ordinal).groupKey, sets.union);
  uniteBy(
    [...all.keys()].filter((ordinal) => (clusterOf[ordinal] ?? -1) >= 0),
    (ordinal) => String(clusterOf[ordinal]),
    sets.union,
  );
  for (let round = 1; ; round++) {
    const groups = groupsOf(rows, at, sets.find);
    const validation = chooseValidation(groups, at, options.validation, seed);
    const [held, rest] = [ordinalsOf(groups, validation, true), ordinalsOf(groups, validation, false)];
    const { worst, pairs } = similarAcross(held.map(at), rest.map(at), threshold);
    if (pairs.length === 0 || round === ROUNDS)
      return divided(all.length, rows, at, groups, validation, {
        nearPairsAcrossSplits: pairs.length,
        worstSimilarity: worst,
      });
    for (const [a, b] of pairs) sets.union(held[a] as number, rest[b] as number);
  }
}

function uniteBy(
  ordinals: Iterable<number>,
  key: (ordinal: number) => string,
  union: (a: number, b: number) => void,
): void {
  const first = new Map<string, number>();
  for (const ordinal of ordinals) {
    const known = first.get(key(ordinal));
    if (known === undefined) first.set(key(ordinal), ordinal);
    else union(known, ordinal);
  }
}

function groupsOf(
  rows: readonly number[],
  at: (ordinal: number) => Fingerprint,
  find: (ordinal: number) => number,
): readonly Group[] {
  const members = new Map<number, number[]>();
  for (const ordinal of [...rows].sort((a, b) => a - b)) {
    const list = members.get(find(ordinal));
    if (list) list.push(ordinal);
    else members.set(find(ordinal), [ordinal]);
  }
  return [...members.values()].map((ordinals) => ({ key: least(ordinals.map((o) => at(o).groupKey)), ordinals }));
}

const least = (texts: readonly string[]): string => texts.reduce((a, b) => (compare(a, b) <= 0 ? a : b));

/** Indexes of the groups held out: of each origin about its share, whole groups only, at least one group on each side. */
function chooseValidation(
  groups: readonly Group[],
  at: (ordinal: number) => Fingerprint,
  share: number,
  seed: number,
): ReadonlySet<number> {
  const chosen = new Set<number>();
  if (share <= 0 || groups.length < 2) return chosen;
  const contents = groups.map(({ ordinals }) =>
    least(ordinals.map((ordinal) => `${at(ordinal).content}/${at(ordinal).id}`)),
  );
  const order = seededOrder(seed, NAME, [...groups.keys()], (index) => contents[index] as string);
  const sizeOf = (index: number) => (groups[index] as Group).ordinals.length;
  let owed = 0;
  for (const origin of ORIGINS) {
    const stratum = order.filter((index) => originOf(groups[index] as Group, at) === origin);
    owed += share * stratum.reduce((sum, index) => sum + sizeOf(index), 0);
    for (const index of stratum) {
      if (sizeOf(index) / 2 > owed) continue;
      chosen.add(index);
      owed -= sizeOf(index);
    }
  }
  const bySize = [...order].sort((a, b) => sizeOf(a) - sizeOf(b));
  if (chosen.size === 0) chosen.add(bySize[0] as number);
  if (chosen.size === groups.length) chosen.delete(bySize.at(-1) as number);
  return chosen;
}

/** Of most of its rows; the first of `ORIGINS` when even. */
function originOf({ ordinals }: Group, at: (ordinal: number) => Fingerprint): Origin {
  const count = (origin: Origin) => ordinals.filter((ordinal) => at(ordinal).origin === origin).length;
  return ORIGINS.reduce((best, origin) => (count(origin) > count(best) ? origin : best));
}

const ordinalsOf = (groups: readonly Group[], chosen: ReadonlySet<number>, inside: boolean): readonly number[] =>
  groups.flatMap(({ ordinals }, index) => (chosen.has(index) === inside ? ordinals : []));

function divided(
  size: number,
  rows: readonly number[],
  at: (ordinal: number) => Fingerprint,
  groups: readonly Group[],
  validation: ReadonlySet<number>,
  measured: Omit<Leakage, 'groupsInTwoSplits'>,
): Divided {
  const groupOf = new Int32Array(size).fill(-1);
  groups.forEach(({ ordinals }, index) => {
    for (const ordinal of ordinals) groupOf[ordinal] = index;
  });
  const splitOf = (ordinal: number): Split | null => {
    const group = groupOf[ordinal] ?? -1;
    return group < 0 ? null : validation.has(group) ? 'validation' : 'train';
  };
  const counts = (name: Split): SplitCounts => {
    const inside = groups.filter((_, index) => validation.has(index) === (name === 'validation'));
    const ordinals = inside.flatMap((group) => group.ordinals);
    const of = (origin: Origin) => ordinals.filter((ordinal) => at(ordinal).origin === origin).length;
    return {
      rows: ordinals.length,
      groups: inside.length,
      byOrigin: { real: of('real'), synthetic: of('synthetic'), adversarial: of('adversarial') },
    };
  };
  return {
    count: decision(NAME, VERSION, rows, new Map()).count,
    groups,
    groupOf,
    splitOf,
    splits: { train: counts('train'), validation: counts('validation') },
    leakage: { groupsInTwoSplits: groupsInTwo(rows, groupOf, splitOf), ...measured },
  };
}

/** Counted from the result, not assumed. */
function groupsInTwo(rows: readonly number[], groupOf: Int32Array, splitOf: (ordinal: number) => Split | null): number {
  const seen = new Map<number, Set<Split>>();
  for (const ordinal of rows) {
    const split = splitOf(ordinal);
    const group = groupOf[ordinal] ?? -1;
    if (split) seen.set(group, (seen.get(group) ?? new Set()).add(split));
  }
  return [...seen.values()].filter((splits) => splits.size === SPLITS.length).length;
}
