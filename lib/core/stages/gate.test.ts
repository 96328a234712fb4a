import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { assistant, call, episode, episodes, result, user } from '../testing/episodes.ts';
import type { Episode } from '../types.ts';
import { createFingerprinter } from './fingerprint.ts';
import { gate, STAGE_DROPS } from './gate.ts';

const fingerprint = await createFingerprinter();
const NO_REVIEW = { excluded: [], kept: [] };
const reasonFor = (of: Partial<Episode>, options = {}, review = NO_REVIEW as { excluded: string[]; kept: string[] }) =>
  gate([fingerprint(episode(of))], { ...DEFAULT_RECIPE.gate, ...options }, review).dropped.get(0) ?? null;

describe('gate', () => {
  test('lets a whole episode through', () => expect(reasonFor({})).toBeNull());

  test('drops a compact summary unless asked for', () => {
    expect(reasonFor({ kind: 'compact-summary' })).toBe('compact_summary');
    expect(reasonFor({ kind: 'compact-summary' }, { compactSummaries: true })).toBeNull();
  });

  test('drops what has nothing to train on', () => {
    expect(reasonFor({ messages: [user('Hello there'), assistant('Hi', { weight: 0 })] })).toBe('nothing_to_train');
  });

  test('drops the rejected half of a preference pair', () => {
    expect(reasonFor({ tags: ['rejected'] })).toBe('preference_rejected');
    expect(reasonFor({ tags: ['chosen'] })).toBeNull();
  });

  test('measures the first user message and the first text of the model', () => {
    expect(reasonFor({ messages: [user('123456789'), assistant('x'.repeat(20))] }, { minUserChars: 10 })).toBe(
      'low_signal',
    );
    expect(reasonFor({ messages: [user('1234567890'), assistant('x'.repeat(19))] }, { minAssistantChars: 20 })).toBe(
      'low_signal',
    );
    expect(
      reasonFor(
        { messages: [user('1234567890'), assistant('x'.repeat(20))] },
        { minUserChars: 10, minAssistantChars: 20 },
      ),
    ).toBeNull();
  });

  test('does not take a message that only calls tools for silence', () => {
    const messages = [
      user('Look'),
      assistant('', { toolCalls: [call('a', 'read', {})] }),
      result('a', 'x'),
      assistant('Seen'),
    ];
    expect(reasonFor({ messages })).toBeNull();
  });

  test('follows the review, an exclusion first', () => {
    const id = episode().id;
    expect(reasonFor({}, {}, { excluded: [id], kept: [] })).toBe('excluded');
    expect(reasonFor({ kind: 'compact-summary' }, {}, { excluded: [], kept: [id] })).toBeNull();
    expect(reasonFor({}, {}, { excluded: [id], kept: [id] })).toBe('excluded');
  });

  test('adds up, and every reason has its sentence', () => {
    fc.assert(
      fc.property(episodes(12), fc.integer({ min: 0, max: 30 }), (list, minUserChars) => {
        const all = list.map(fingerprint);
        const { count, kept, dropped } = gate(all, { ...DEFAULT_RECIPE.gate, minUserChars }, NO_REVIEW);
        expect(count.in).toBe(all.length);
        expect(count.out + Object.values(count.dropped).reduce((sum, n) => sum + n, 0)).toBe(count.in);
        expect([...kept, ...dropped.keys()].sort((a, b) => a - b)).toEqual([...all.keys()]);
        for (const reason of dropped.values()) expect(Object.hasOwn(STAGE_DROPS, reason)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
