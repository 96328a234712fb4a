import { describe, expect, test } from 'vitest';
import type { GeneratorChoice } from '../../recipe.ts';
import type { Episode } from '../../types.ts';
import { textRecipes } from './text-recipes.ts';
import { TOPICS } from './topics.ts';

const never = new AbortController().signal;
const make = async (choice: Partial<GeneratorChoice> = {}): Promise<Episode[]> => {
  const episodes: Episode[] = [];
  for await (const episode of textRecipes.generate(
    { generator: 'text-recipes', count: 40, seed: 42, ...choice },
    never,
  ))
    if (episode) episodes.push(episode);
  return episodes;
};
const textOf = (episode: Episode) => episode.messages.map((message) => JSON.stringify(message)).join('\n');
const styleOf = (episode: Episode) => episode.tags.find((tag) => tag.startsWith('style:'));

describe('text recipes', () => {
  test('make count rows a style and a fifth of that in two rounds', async () => {
    const episodes = await make();
    expect(episodes).toHaveLength(208);
    expect(textRecipes.size({ generator: 'text-recipes', count: 40, seed: 42 })).toBe(208);
    expect(episodes.filter((episode) => styleOf(episode) === 'style:gemini-pro-3')).toHaveLength(40);
    const rounds = episodes.filter((episode) => styleOf(episode) === 'style:multiturn-debug');
    expect(rounds).toHaveLength(8);
    expect(rounds.every((episode) => episode.messages.length === 5)).toBe(true);
  });

  test('one per style still gives one conversation in rounds', async () => {
    expect(await make({ count: 1 })).toHaveLength(6);
  });

  test('walk through 52 topics', async () => {
    expect(TOPICS).toHaveLength(52);
    expect(new Set((await make({ count: 52 })).map((episode) => episode.title)).size).toBe(52);
  });

  test('give the same bytes for the same seed and others for another', async () => {
    const [one, two, other] = await Promise.all([make(), make(), make({ seed: 43 })]);
    expect(one.map(textOf)).toEqual(two.map(textOf));
    expect(one.map(textOf)).not.toEqual(other.map(textOf));
  });

  test('a row does not change when more rows are asked for', async () => {
    const few = new Map((await make({ count: 3 })).map((episode) => [episode.id, textOf(episode)]));
    const many = new Map((await make({ count: 9 })).map((episode) => [episode.id, textOf(episode)]));
    for (const [id, text] of few) expect(many.get(id)).toBe(text);
  });

  test('ids are unique and nothing is left unfilled', async () => {
    const episodes = await make();
    expect(new Set(episodes.map((episode) => episode.id)).size).toBe(episodes.length);
    expect(episodes.map(textOf).join('\n')).not.toMatch(/undefined|\[object|\{\w+\}/);
  });
});
