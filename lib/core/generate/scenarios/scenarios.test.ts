import { describe, expect, test } from 'vitest';
import { makeEpisode } from '../episode.ts';
import { FAMILIES } from '../families.ts';
import { exec } from '../sim/acts.ts';
import { LANGUAGES, slotsOf } from '../words/phrases.ts';
import { scenario } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';

const PHRASE = { en: ['{n}?'], zh: ['{n}?'], es: ['{n}?'], de: ['{n}?'], fr: ['{n}?'], ja: ['{n}?'] };

describe('the scenarios', () => {
  test('are many, distinct and of every family', () => {
    expect(SCENARIOS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(SCENARIOS.map(({ id }) => id)).size).toBe(SCENARIOS.length);
    expect(new Set(SCENARIOS.map(({ family }) => family))).toEqual(new Set(FAMILIES));
  });

  test.each(SCENARIOS.map((one) => [one.id, one] as const))('%s says the same in every language', (_, { words }) => {
    for (const phrases of Object.values(words)) {
      const slots = new Set(LANGUAGES.flatMap((language) => phrases[language].flatMap(slotsOf)));
      for (const language of LANGUAGES) {
        expect(phrases[language].length).toBeGreaterThan(0);
        const known = new Set(phrases[language].flatMap(slotsOf));
        expect([...known].every((slot) => slots.has(slot))).toBe(true);
      }
    }
  });

  test.each(SCENARIOS.map((one) => [one.id, one] as const))('%s holds its checks in every language', async (_, one) => {
    for (const [at, language] of LANGUAGES.entries())
      for (const index of [at, at + 6]) {
        const made = await makeEpisode(one, { seed: 13, index, language });
        expect(made.checks.filter(({ ok }) => !ok)).toEqual([]);
      }
  });
});

describe('an episode is dropped', () => {
  const spec = (answer: string, holds: boolean) =>
    scenario({
      id: 'test/one',
      family: 'inspect',
      skills: [],
      tools: ['exec'],
      words: { ask: PHRASE, done: PHRASE },
      set: () => ({
        world: { user: 'sam', project: 'lab', files: [['a.txt', '7\n']] },
        asked: { n: 'a.txt' },
        truth: 0,
      }),
      turns: [
        {
          ask: 'ask',
          *policy() {
            yield* exec('cat a.txt');
            return answer;
          },
        },
      ],
      check: () => ({ 'the world is as wished': holds }),
    });
  const draw = { seed: 1, index: 0, language: 'en' } as const;

  test('when it states a figure that nobody saw', async () => {
    expect((await makeEpisode(spec('There are 7.', true), draw)).verified).toBe(true);
    expect((await makeEpisode(spec('There are 8.', true), draw)).verified).toBe(false);
  });

  test('when its postcondition does not hold', async () => {
    expect((await makeEpisode(spec('There are 7.', false), draw)).verified).toBe(false);
  });
});

test('the windows of a compacted session belong together', async () => {
  const windows = SCENARIOS.filter(({ family }) => family === 'compaction');
  const made = await Promise.all(windows.map((one) => makeEpisode(one, { seed: 4, index: 2, language: 'de' })));
  expect(new Set(made.map(({ episode }) => episode.groupKey)).size).toBe(1);
  expect(made.map(({ episode }) => episode.kind).sort()).toEqual(['compact-summary', 'task', 'task']);
});

test('no private flag of a trimmed call is learnt', async () => {
  for (const one of SCENARIOS.filter(({ family }) => family === 'dynamic-trim')) {
    const { episode } = await makeEpisode(one, { seed: 4, index: 1, language: 'en' });
    const flagged = episode.messages.filter(({ toolCalls = [] }) =>
      toolCalls.some((call) => call.arguments._self_compacted),
    );
    expect(flagged.every(({ weight }) => weight === 0)).toBe(true);
  }
});
