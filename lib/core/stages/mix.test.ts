import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MixChoice } from '../recipe.ts';
import { episode } from '../testing/episodes.ts';
import { conversation, idsOf, permuted, planted } from '../testing/fingerprints.ts';
import { ORIGINS, type Origin } from '../types.ts';
import { createFingerprinter, type Fingerprint } from './fingerprint.ts';
import { mix, originLimits } from './mix.ts';

const fingerprint = await createFingerprinter();
const ALL: MixChoice = { ratios: null, target: null, maxPerSource: null };
const RATIOS = { real: 0.6, synthetic: 0.3, adversarial: 0.1 };
const counts = (real: number, synthetic: number, adversarial: number) => ({ real, synthetic, adversarial });

const run = (all: readonly Fingerprint[], options: Partial<MixChoice>, kept: string[] = [], seed = 42) =>
  mix(all, [...all.keys()], { ...ALL, ...options }, { excluded: [], kept }, seed);

const rows = (real: number, synthetic: number, adversarial: number): Fingerprint[] =>
  ORIGINS.flatMap((origin, at) =>
    Array.from({ length: [real, synthetic, adversarial][at] ?? 0 }, (_, index) =>
      fingerprint(episode({ id: `${origin}/${index}`, origin, messages: conversation(at * 100 + index) })),
    ),
  );

describe('mix', () => {
  test('keeps all when nothing is asked', () => {
    expect(run(rows(3, 2, 1), {})).toMatchObject({ asked: null, got: counts(3, 2, 1), count: { out: 6 } });
  });

  test('scales down to the origin that has least for its share', () => {
    const { got, asked, available, count } = run(rows(30, 3, 5), { ratios: RATIOS });
    expect(got).toEqual(counts(6, 3, 1));
    expect(asked).toEqual(RATIOS);
    expect(available).toEqual(counts(30, 3, 5));
    expect(count.dropped).toEqual({ over_ratio: 28 });
  });

  test('keeps the proportions of the others when an origin has no rows at all', () => {
    expect(run(rows(10, 8, 0), { ratios: RATIOS }).got).toEqual(counts(10, 5, 0));
    expect(run(rows(7, 0, 0), { ratios: RATIOS }).got).toEqual(counts(7, 0, 0));
  });

  test('leaves out an origin whose share is zero', () => {
    expect(run(rows(4, 4, 0), { ratios: counts(1, 0, 0) }).got).toEqual(counts(4, 0, 0));
  });

  test.each([
    [5, counts(3, 2, 0)],
    [6, counts(4, 2, 0)],
    [25, counts(15, 8, 2)],
    [100, counts(60, 30, 10)],
  ])('takes %i rows as the protocol does, but never more than asked', (target, expected) => {
    expect(originLimits(counts(500, 500, 500), { ratios: RATIOS, target })).toEqual(expected);
  });

  test('tells rows left out for the shares from rows left out for the number', () => {
    const { count } = run(rows(8, 3, 1), { ratios: RATIOS, target: 5 });
    expect(count.dropped).toEqual({ over_ratio: 2, over_target: 5 });
  });

  test('caps a source before it looks at shares', () => {
    const all = Array.from({ length: 6 }, (_, index) =>
      fingerprint(
        episode({
          id: `e${index}`,
          tags: [index < 4 ? 'source:chatty' : 'source:calm'],
          messages: conversation(index),
        }),
      ),
    );
    expect(run(all, { maxPerSource: 2 }).count.dropped).toEqual({ source_cap: 2 });
  });

  test('leaves out last what the review put back', () => {
    const all = rows(6, 0, 0);
    expect(idsOf(all, run(all, { target: 1 }, ['real/4']).kept)).toEqual(['real/4']);
  });

  test('chooses by seed', () => {
    const all = rows(40, 0, 0);
    const chosen = (seed: number) => idsOf(all, run(all, { target: 10 }, [], seed).kept);
    expect(chosen(1)).toEqual(chosen(1));
    expect(chosen(1)).not.toEqual(chosen(2));
  });

  test('never gives more than there is or was asked for, adds up, and depends on no order', () => {
    const share = fc.integer({ min: 0, max: 10 });
    fc.assert(
      fc.property(
        planted,
        fc.tuple(share, share, share).filter((shares) => shares.some((value) => value > 0)),
        fc.option(fc.nat(30)),
        fc.option(fc.nat(10)),
        fc.nat(1000),
        (list, shares, target, maxPerSource, seed) => {
          const total = shares.reduce((sum, value) => sum + value, 0);
          const [real, synthetic, adversarial] = shares.map((value) => value / total) as [number, number, number];
          const options = { ratios: { real, synthetic, adversarial }, target, maxPerSource };
          const all = list.map(fingerprint);
          const result = run(all, options, [], seed);
          const got = ORIGINS.reduce((sum, origin: Origin) => sum + result.got[origin], 0);
          expect(got).toBe(result.kept.length);
          expect(got).toBeLessThanOrEqual(target ?? Number.POSITIVE_INFINITY);
          for (const origin of ORIGINS) {
            expect(result.got[origin]).toBeLessThanOrEqual(result.available[origin]);
            const present = ORIGINS.filter((other) => result.available[other] > 0);
            const shareSum = present.reduce((sum, other) => sum + options.ratios[other], 0);
            if (present.includes(origin) && shareSum > 0)
              expect(Math.abs(result.got[origin] - (got * options.ratios[origin]) / shareSum)).toBeLessThan(1);
          }
          expect(result.count.in).toBe(result.count.out + result.dropped.size);
          const { items } = permuted(all, seed);
          expect(idsOf(items, run(items, options, [], seed).kept)).toEqual(idsOf(all, result.kept));
        },
      ),
    );
  });
});
