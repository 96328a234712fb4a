import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { episode } from '../testing/episodes.ts';
import { conversation, idsOf, permuted, planted } from '../testing/fingerprints.ts';
import { ORIGINS } from '../types.ts';
import { dedupe } from './dedupe.ts';
import { createFingerprinter, type Fingerprint } from './fingerprint.ts';
import { similarAcross } from './leakage.ts';
import { BINS, equalBins, similarityOf } from './sketch.ts';
import { split } from './split.ts';

const fingerprint = await createFingerprinter();
const NO_REVIEW = { excluded: [], kept: [] };

function run(all: readonly Fingerprint[], validation = 0.1, seed = 42) {
  const { kept, clusterOf } = dedupe(
    all,
    [...all.keys()],
    { ...DEFAULT_RECIPE.dedupe, near: false, exact: false },
    NO_REVIEW,
  );
  return { rows: kept, ...split({ all, rows: kept, clusterOf, threshold: 0.8 }, { validation }, seed) };
}

const distinct = (count: number, more: (index: number) => object = () => ({})): Fingerprint[] =>
  Array.from({ length: count }, (_, index) =>
    fingerprint(episode({ id: `e${index}`, messages: conversation(index * 17 + 100, index % 25), ...more(index) })),
  );

const heldOut = (all: readonly Fingerprint[], result: ReturnType<typeof run>) =>
  idsOf(
    all,
    result.rows.filter((ordinal) => result.splitOf(ordinal) === 'validation'),
  );

describe('split', () => {
  test('never parts a family', () => {
    const all = distinct(60, (index) => ({ groupKey: `family-${index % 7}` }));
    const result = run(all, 0.3);
    const sides = new Map<string, Set<unknown>>();
    for (const ordinal of result.rows) {
      const key = all[ordinal]?.groupKey ?? '';
      sides.set(key, (sides.get(key) ?? new Set()).add(result.splitOf(ordinal)));
    }
    expect([...sides.values()].map((set) => set.size)).toEqual(Array(7).fill(1));
    expect(result.leakage.groupsInTwoSplits).toBe(0);
  });

  test('keeps relatives of a dropped duplicate together', () => {
    const all = [
      fingerprint(episode({ id: 'a', sessionId: 'a', groupKey: 'a', messages: conversation(1) })),
      fingerprint(episode({ id: 'b1', sessionId: 'b', groupKey: 'b', messages: conversation(1) })),
      fingerprint(episode({ id: 'b2', sessionId: 'b', groupKey: 'b', messages: conversation(9) })),
      fingerprint(episode({ id: 'c', sessionId: 'c', groupKey: 'c', messages: conversation(14, 20) })),
    ];
    const { kept, clusterOf } = dedupe(all, [0, 1, 2, 3], DEFAULT_RECIPE.dedupe, NO_REVIEW);
    const result = split({ all, rows: kept, clusterOf, threshold: 0.8 }, { validation: 0.3 }, 42);
    const rest = kept.filter((ordinal) => ordinal !== 3);
    expect(rest).toHaveLength(2);
    expect(new Set(rest.map((ordinal) => result.groupOf[ordinal])).size).toBe(1);
  });

  test('comes close to the share asked for, of every origin', () => {
    const all = distinct(200, (index) => ({ origin: ORIGINS[index % 3] }));
    const { splits } = run(all, 0.2);
    expect(Math.abs(splits.validation.rows / 200 - 0.2)).toBeLessThan(0.05);
    for (const origin of ORIGINS) expect(splits.validation.byOrigin[origin]).toBeGreaterThan(5);
    expect(splits.train.rows + splits.validation.rows).toBe(200);
  });

  test('holds out one group as soon as there are two, and never all', () => {
    expect(run(distinct(2), 0.01).splits.validation.groups).toBe(1);
    expect(run(distinct(2), 0.5).splits.train.groups).toBe(1);
    expect(run(distinct(1), 0.5).splits.validation.groups).toBe(0);
    expect(run(distinct(5), 0).splits.validation.groups).toBe(0);
    expect(run([], 0.1).splits.train.rows).toBe(0);
  });

  test('chooses by seed', () => {
    const all = distinct(50);
    expect(heldOut(all, run(all, 0.2, 1))).toEqual(heldOut(all, run(all, 0.2, 1)));
    expect(heldOut(all, run(all, 0.2, 1))).not.toEqual(heldOut(all, run(all, 0.2, 2)));
  });

  test('parts no group, lets nothing similar across and depends on no order', () => {
    fc.assert(
      fc.property(planted, fc.constantFrom(0, 0.05, 0.1, 0.3, 0.5), fc.nat(1000), (list, validation, seed) => {
        const all = list.map(fingerprint);
        const result = run(all, validation, seed);
        expect(result.leakage).toMatchObject({ groupsInTwoSplits: 0, nearPairsAcrossSplits: 0 });
        expect(result.count).toMatchObject({ in: result.rows.length, out: result.rows.length, dropped: {} });
        const families = new Map<string, Set<unknown>>();
        for (const ordinal of result.rows) {
          const key = all[ordinal]?.groupKey ?? '';
          families.set(key, (families.get(key) ?? new Set()).add(result.splitOf(ordinal)));
        }
        for (const sides of families.values()) expect(sides.size).toBe(1);
        if (validation > 0 && result.groups.length > 1) {
          expect(result.splits.validation.groups).toBeGreaterThan(0);
          expect(result.splits.train.groups).toBeGreaterThan(0);
        }
        const { items } = permuted(all, seed);
        const again = run(items, validation, seed);
        expect(heldOut(items, again)).toEqual(heldOut(all, result));
        expect(again.leakage).toEqual(result.leakage);
        const keys = (of: readonly Fingerprint[], { groups, rows, groupOf }: typeof result) =>
          new Map(rows.map((ordinal) => [of[ordinal]?.id, groups[groupOf[ordinal] ?? -1]?.key] as const));
        expect(new Map([...keys(items, again)].sort())).toEqual(new Map([...keys(all, result)].sort()));
      }),
      { numRuns: 60 },
    );
  });
});

describe('similarity across splits', () => {
  test('is that of the most similar pair', () => {
    const [a, b, c] = [conversation(1), conversation(1, 4), conversation(11)].map((messages, index) =>
      fingerprint(episode({ id: `e${index}`, messages })),
    ) as [Fingerprint, Fingerprint, Fingerprint];
    const direct = similarityOf(equalBins(a.table, 0, b.table, 0));
    expect(direct).toBeLessThan(1);
    expect(similarAcross([a], [c, b], 0.2).worst).toBe(direct);
    expect(similarAcross([a], [c, b], 0.2).pairs).toEqual([[0, 1]]);
    expect(similarAcross([a], [a], 1)).toEqual({ worst: similarityOf(BINS), pairs: [[0, 0]] });
    expect(similarAcross([], [a], 0.8).worst).toBeNull();
  });
});
