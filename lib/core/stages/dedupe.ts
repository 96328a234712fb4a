import type { DedupeChoice, ReviewChoice } from '../recipe.ts';
import { compare } from '../text/order.ts';
import { byContent, type Decision, decision, reviewed } from './decision.ts';
import { createDisjointSets, type DisjointSets } from './disjoint-sets.ts';
import { checkpoint, checkpointCount, type Fingerprint } from './fingerprint.ts';
import type { StageDrop } from './gate.ts';
import { linkNearDuplicates } from './near-duplicates.ts';

const NAME = 'dedupe';
const VERSION = 1;

/** Episodes that say the same, found whether or not the recipe drops them: the split must not part them. */
export interface Cluster {
  /** Ordinals, the one to keep first, then as it would be kept. */
  readonly members: readonly number[];
}

export interface Deduped extends Decision {
  /** Two members or more; largest first. */
  readonly clusters: readonly Cluster[];
  /** Ordinal → index into `clusters`, or -1. */
  readonly clusterOf: Int32Array;
}

/** Needs all fingerprints of what the gate let through. */
export function dedupe(
  all: readonly Fingerprint[],
  input: readonly number[],
  options: DedupeChoice,
  review: ReviewChoice,
): Deduped {
  const at = (ordinal: number) => all[ordinal] as Fingerprint;
  const { isKept } = reviewed(review);
  const ordered = [...input].sort((a, b) => byContent(at(a), at(b)));
  const dropped = new Map<number, StageDrop>();
  const sets = createDisjointSets(all.length);
  const drop = (ordinal: number, reason: StageDrop) => {
    if (!isKept(at(ordinal))) dropped.set(ordinal, reason);
  };

  const distinct = dropCopies(ordered, at, sets, (ordinal) => options.exact && drop(ordinal, 'exact_duplicate'));
  const newest = dropBeginnings(distinct, at, sets, (ordinal) => options.superseded && drop(ordinal, 'superseded'));
  const near = createDisjointSets(all.length);
  linkNearDuplicates(newest, at, options.threshold, near, mayReplace);
  for (const members of setsOf(newest, near)) {
    const [best, ...others] = bestFirst(members, at) as [number, ...number[]];
    for (const other of others) {
      sets.union(best, other);
      if (options.near) drop(other, 'near_duplicate');
    }
  }

  const clusters = setsOf(ordered, sets)
    .map((members) => ({ members: keptFirst(bestFirst(members, at), dropped) }))
    .sort((a, b) => b.members.length - a.members.length || byContent(at(a.members[0] ?? 0), at(b.members[0] ?? 0)));
  const clusterOf = new Int32Array(all.length).fill(-1);
  clusters.forEach(({ members }, index) => {
    for (const ordinal of members) clusterOf[ordinal] = index;
  });
  return { ...decision(NAME, VERSION, input, dropped), clusters, clusterOf };
}

/** The best of each set of equal conversations. */
function dropCopies(
  ordered: readonly number[],
  at: (ordinal: number) => Fingerprint,
  sets: DisjointSets,
  drop: (ordinal: number) => void,
): readonly number[] {
  const best = new Map<string, number>();
  for (const ordinal of ordered) {
    const rival = best.get(at(ordinal).content);
    if (rival === undefined) {
      best.set(at(ordinal).content, ordinal);
      continue;
    }
    sets.union(rival, ordinal);
    if (preferred(at(ordinal), at(rival)) < 0) best.set(at(ordinal).content, ordinal);
  }
  for (const ordinal of ordered) if (best.get(at(ordinal).content) !== ordinal) drop(ordinal);
  return ordered.filter((ordinal) => best.get(at(ordinal).content) === ordinal);
}

/** What is left when a conversation is dropped whose session went on, and nothing that it trains on is lost by that. */
function dropBeginnings(
  ordered: readonly number[],
  at: (ordinal: number) => Fingerprint,
  sets: DisjointSets,
  drop: (ordinal: number) => void,
): readonly number[] {
  const bySession = new Map<string, number[]>();
  for (const ordinal of ordered) {
    const members = bySession.get(at(ordinal).sessionId);
    if (members) members.push(ordinal);
    else bySession.set(at(ordinal).sessionId, [ordinal]);
  }
  const superseded = new Set<number>();
  for (const members of bySession.values()) {
    if (members.length < 2) continue;
    const endings = new Map(members.map((ordinal) => [at(ordinal).content, ordinal]));
    for (const longer of members) {
      const fingerprint = at(longer);
      for (let index = 0; index < checkpointCount(fingerprint); index++) {
        const { high, low, trained } = checkpoint(fingerprint, index);
        const shorter = endings.get(hex(high) + hex(low));
        if (shorter === undefined || shorter === longer || at(shorter).trained > trained) continue;
        superseded.add(shorter);
        sets.union(shorter, longer);
      }
    }
  }
  for (const ordinal of superseded) drop(ordinal);
  return ordered.filter((ordinal) => !superseded.has(ordinal));
}

/**
 * Windows of one session repeat what came before as context, and each trains on what was new in it: alike as they are, neither
 * can stand for the other. They share a group, so the split does not part them.
 */
const mayReplace = (a: Fingerprint, b: Fingerprint): boolean =>
  a.sessionId !== b.sessionId || (!hasContext(a) && !hasContext(b));

const hasContext = (fingerprint: Fingerprint): boolean => checkpointCount(fingerprint) > fingerprint.trained;

const hex = (word: number): string => word.toString(16).padStart(8, '0');

function setsOf(ordinals: readonly number[], sets: DisjointSets): number[][] {
  const members = new Map<number, number[]>();
  for (const ordinal of ordinals) {
    const root = sets.find(ordinal);
    const list = members.get(root);
    if (list) list.push(ordinal);
    else members.set(root, [ordinal]);
  }
  return [...members.values()].filter((list) => list.length > 1);
}

/** Negative when `a` is the one to keep: recorded before generated, then what trains more, then the longer one. */
function preferred(a: Fingerprint, b: Fingerprint): number {
  const generated = (fingerprint: Fingerprint) => (fingerprint.origin === 'real' ? 0 : 1);
  return (
    generated(a) - generated(b) ||
    b.trained - a.trained ||
    b.chars - a.chars ||
    compare(a.content, b.content) ||
    compare(a.rowId, b.rowId) ||
    compare(a.id, b.id)
  );
}

const bestFirst = (ordinals: readonly number[], at: (ordinal: number) => Fingerprint): number[] =>
  [...ordinals].sort((a, b) => preferred(at(a), at(b)));

const keptFirst = (ordinals: readonly number[], dropped: ReadonlyMap<number, unknown>): readonly number[] => [
  ...ordinals.filter((ordinal) => !dropped.has(ordinal)),
  ...ordinals.filter((ordinal) => dropped.has(ordinal)),
];
