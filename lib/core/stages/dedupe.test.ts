import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textRecipes } from '../generate/text-recipes/text-recipes.ts';
import { DEFAULT_RECIPE, type DedupeChoice } from '../recipe.ts';
import { assistant, episode, user } from '../testing/episodes.ts';
import { conversation, idsOf, permuted, planted } from '../testing/fingerprints.ts';
import type { Episode } from '../types.ts';
import { dedupe } from './dedupe.ts';
import { createFingerprinter, type Fingerprint } from './fingerprint.ts';
import { bandsFor } from './near-duplicates.ts';

const fingerprint = await createFingerprinter();
const NO_REVIEW = { excluded: [], kept: [] };

const run = (all: readonly Fingerprint[], options: Partial<DedupeChoice> = {}, kept: string[] = []) =>
  dedupe(all, [...all.keys()], { ...DEFAULT_RECIPE.dedupe, ...options }, { excluded: [], kept });
const runOn = (list: readonly Partial<Episode>[], options: Partial<DedupeChoice> = {}, kept: string[] = []) =>
  run(
    list.map((more, index) => fingerprint(episode({ id: `e${index}`, ...more }))),
    options,
    kept,
  );
const reasons = ({ dropped }: { dropped: ReadonlyMap<number, string> }) => [...dropped].sort(([a], [b]) => a - b);

describe('dedupe', () => {
  test('keeps one of equal conversations, a recorded one before a generated one', () => {
    const messages = conversation(1);
    expect(
      reasons(runOn([{ messages, origin: 'synthetic' }, { messages }, { messages, origin: 'adversarial' }])),
    ).toEqual([
      [0, 'exact_duplicate'],
      [2, 'exact_duplicate'],
    ]);
  });

  test('keeps the copy that trains more', () => {
    const masked = conversation(1).map((message) => ({ ...message, weight: 0 as const }));
    expect(reasons(runOn([{ messages: masked }, { messages: conversation(1) }]))).toEqual([[0, 'exact_duplicate']]);
  });

  test('drops a conversation that its own session goes on with', () => {
    const [short, long] = [conversation(1, 0, 2), conversation(1, 0, 3)];
    const list = [
      { messages: short, sessionId: 'a' },
      { messages: long, sessionId: 'a' },
    ];
    expect(reasons(runOn(list))).toEqual([[0, 'superseded']]);
    expect(reasons(runOn(list, { superseded: false, near: false }))).toEqual([]);
  });

  test('keeps a beginning of another session, and one whose trained messages are masked in the longer one', () => {
    const [short, long] = [conversation(1, 0, 1), conversation(1, 0, 3)];
    const masked = long.map((message, at) => (at < short.length ? { ...message, weight: 0 as const } : message));
    const other = [
      { messages: short, sessionId: 'a' },
      { messages: long, sessionId: 'b' },
    ];
    const lost = [
      { messages: short, sessionId: 'a' },
      { messages: masked, sessionId: 'a' },
    ];
    expect(reasons(runOn(other, { near: false }))).toEqual([]);
    expect(reasons(runOn(lost, { near: false }))).toEqual([]);
  });

  test('keeps windows of one session that repeat each other as context', () => {
    const first = conversation(1, 0, 6);
    const repeated = first.map((message) => ({ ...message, weight: 0 as const }));
    const second = [...repeated, user('And now?'), assistant('Now it is done.')];
    const list = [
      { messages: first, sessionId: 'a' },
      { messages: second, sessionId: 'a' },
    ];
    expect(reasons(runOn(list))).toEqual([]);
    expect(reasons(runOn([list[0] ?? {}, { messages: second, sessionId: 'b' }]))).toEqual([[1, 'near_duplicate']]);
  });

  test('keeps the best of near-duplicates and lists the cluster, best first', () => {
    const list = [{ messages: conversation(1, 1) }, { messages: conversation(1, 0) }, { messages: conversation(5) }];
    const { dropped, clusters, clusterOf } = runOn(list);
    expect([...dropped.values()]).toEqual(['near_duplicate']);
    expect(clusters).toHaveLength(1);
    expect(dropped.has(clusters[0]?.members[0] ?? -1)).toBe(false);
    expect([...clusterOf]).toEqual([0, 0, -1]);
  });

  test('links transitively: a chain of small edits is one cluster', () => {
    const { clusters, kept } = runOn([0, 1, 2, 3].map((edits) => ({ messages: conversation(3, edits) })));
    expect(clusters.map(({ members }) => members.length)).toEqual([4]);
    expect(kept).toHaveLength(1);
  });

  test('still finds clusters when nothing is to be dropped', () => {
    const list = [{ messages: conversation(1) }, { messages: conversation(1) }, { messages: conversation(1, 1) }];
    const { clusters, dropped } = runOn(list, { exact: false, superseded: false, near: false });
    expect(dropped.size).toBe(0);
    expect(clusters[0]?.members).toHaveLength(3);
  });

  test('leaves alone what the review put back', () => {
    const list = [{ messages: conversation(1, 1) }, { messages: conversation(1) }, { messages: conversation(1) }];
    expect(runOn(list, {}, ['e0', 'e1', 'e2']).dropped.size).toBe(0);
  });

  test('does not take silence for similarity', () => {
    const list = ['?', '!', '…'].map((mark) => ({ messages: [user(mark), assistant(`${mark}${mark}`)] }));
    expect(
      runOn(
        list.map((more) => ({ ...more })),
        { exact: false },
      ).clusters.length,
    ).toBeLessThanOrEqual(1);
  });

  test('decides the same in whatever order episodes come', () => {
    fc.assert(
      fc.property(planted, fc.nat(1000), (list, seed) => {
        const all = list.map(fingerprint);
        const { items } = permuted(all, seed);
        const [a, b] = [run(all), run(items)];
        expect(idsOf(items, b.kept)).toEqual(idsOf(all, a.kept));
        expect(b.count).toEqual(a.count);
        const shapes = (of: readonly Fingerprint[], { clusters }: typeof a) =>
          clusters.map(({ members }) => members.map((ordinal) => of[ordinal]?.id));
        expect(shapes(items, b)).toEqual(shapes(all, a));
      }),
    );
  });

  test('decides the same over templates, where a thousand episodes share their frames', async () => {
    const choice = { generator: 'text-recipes', count: 250, seed: 7 };
    const all: Fingerprint[] = [];
    for await (const made of textRecipes.generate(choice, new AbortController().signal))
      if (made) all.push(fingerprint(made));
    const { items } = permuted(all, 11);
    const [a, b] = [run(all), run(items)];
    expect(a.clusters.length).toBeGreaterThan(20);
    expect(idsOf(items, b.kept)).toEqual(idsOf(all, a.kept));
  });

  test('adds up, changes nothing when run again, and keeps one at least of every cluster', () => {
    fc.assert(
      fc.property(planted, (list) => {
        const all = list.map(fingerprint);
        const { count, kept, dropped, clusters } = run(all);
        expect(count.in).toBe(kept.length + dropped.size);
        expect(Object.values(count.dropped).reduce((sum, n) => sum + n, 0)).toBe(dropped.size);
        for (const { members } of clusters)
          expect(members.filter((ordinal) => !dropped.has(ordinal)).length).toBeGreaterThan(0);
        const again = dedupe(all, kept, DEFAULT_RECIPE.dedupe, NO_REVIEW);
        expect(again.kept).toEqual(kept);
      }),
    );
  });
});

describe('bands', () => {
  test.each([0.3, 0.5, 0.7, 0.8, 0.9, 0.99, 1])('find a pair at threshold %d', (threshold) => {
    const { count, rows } = bandsFor(threshold);
    expect(count * rows).toBeLessThanOrEqual(256);
    expect((1 - threshold ** rows) ** count).toBeLessThan(0.001);
  });
});
