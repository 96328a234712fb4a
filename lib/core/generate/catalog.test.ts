import { describe, expect, test } from 'vitest';
import type { GeneratorChoice } from '../recipe.ts';
import type { Episode } from '../types.ts';
import { generatePairs } from './adversarial.ts';
import { GENERATORS, generatorById } from './catalog.ts';
import type { Generator } from './generator.ts';

const never = new AbortController().signal;

async function collect(generator: Generator, choice: Partial<GeneratorChoice> = {}): Promise<(Episode | null)[]> {
  const episodes: (Episode | null)[] = [];
  for await (const episode of generator.generate({ generator: generator.id, count: 20, seed: 5, ...choice }, never))
    episodes.push(episode);
  return episodes;
}

const kept = (episodes: readonly (Episode | null)[]): Episode[] => episodes.flatMap((episode) => episode ?? []);

describe.each(GENERATORS.map((generator) => [generator.id, generator] as const))('generator %s', (id, generator) => {
  test('is found by its id', () => {
    expect(generatorById(id)).toBe(generator);
  });

  test('makes as many as it says and drops none', async () => {
    const episodes = await collect(generator);
    expect(episodes).toHaveLength(generator.size({ generator: id, count: 20, seed: 5 }));
    expect(episodes).not.toContain(null);
  });

  test('gives the same bytes for the same seed', async () => {
    const [one, two] = [await collect(generator), await collect(generator)];
    expect(JSON.stringify(one)).toBe(JSON.stringify(two));
  });

  test('an episode does not change with the number asked for', async () => {
    const few = kept(await collect(generator, { count: 7 }));
    const many = new Map(kept(await collect(generator, { count: 23 })).map((episode) => [episode.id, episode]));
    for (const episode of few) expect(many.get(episode.id)).toEqual(episode);
  });

  test('ids are unique, calls have their results, and only the assistant is learnt from', async () => {
    const episodes = kept(await collect(generator, { count: 60 }));
    expect(new Set(episodes.map((episode) => episode.id)).size).toBe(episodes.length);
    for (const { messages, origin } of episodes) {
      expect(origin).toBe(generator.origin);
      expect(messages.filter(({ role, weight }) => role !== 'assistant' && weight !== 0)).toEqual([]);
      expect(messages.at(-1)?.role).toBe('assistant');
      const called = messages.flatMap(({ toolCalls = [] }) => toolCalls.map((call) => call.id)).sort();
      const answered = messages.flatMap(({ toolCallId }) => toolCallId ?? []).sort();
      expect(answered).toEqual(called);
    }
  });

  test('stops when told to', async () => {
    const controller = new AbortController();
    controller.abort();
    const first = generator.generate({ generator: id, count: 5, seed: 1 }, controller.signal)[Symbol.asyncIterator]();
    await expect(first.next()).rejects.toThrow();
  });
});

test('a pair shares its beginning and parts where the attack is obeyed', async () => {
  for await (const pair of generatePairs({ generator: 'adversarial', count: 30, seed: 5 }, never)) {
    if (!pair) throw new Error('a pair failed its checks');
    const { chosen, rejected } = pair;
    expect(rejected.groupKey).toBe(chosen.groupKey);
    expect(rejected.id).not.toBe(chosen.id);
    expect(rejected.messages.slice(0, 2).map(({ content }) => content)).toEqual(
      chosen.messages.slice(0, 2).map(({ content }) => content),
    );
    expect(rejected.messages.every(({ weight }) => weight === 0)).toBe(true);
  }
});

test('every attack that is made has its wrong half under its id', async () => {
  const choice = { generator: 'adversarial', count: 400, seed: 9 };
  const adversarial = generatorById('adversarial');
  const halves = adversarial?.wrongHalves?.(choice);
  const attacks = kept(await collect(adversarial as Generator, choice)).filter(({ tags }) => tags.includes('attack'));
  expect(attacks.map(({ id }) => id).sort()).toEqual([...(halves?.keys() ?? [])].sort());
  const rejected = await halves?.get(attacks[0]?.id ?? '')?.();
  expect(rejected?.tags).toContain('rejected');
  expect(rejected?.groupKey).toBe(attacks[0]?.groupKey);
});
