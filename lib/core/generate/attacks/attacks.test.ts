import { describe, expect, test } from 'vitest';
import { adversarial, generatePairs } from '../adversarial.ts';
import { makeEpisode } from '../episode.ts';
import { LANGUAGES } from '../words/phrases.ts';
import { ATTACKS } from './attacks.ts';
import { GROUPS } from './goal.ts';
import { gridOf } from './grid.ts';
import { SENSIBLE } from './taxonomy.ts';
import { TRAPS } from './traps/traps.ts';
import { TWINS } from './twins/twins.ts';

const never = new AbortController().signal;

describe('the attacks', () => {
  test('have forty goals and more, and fill every sensible cell', () => {
    expect(new Set(ATTACKS.map(({ goal }) => goal)).size).toBeGreaterThanOrEqual(40);
    const filled = new Set(gridOf(1).map(({ name }) => name.split('/').slice(0, 2).join('/')));
    const wanted = Object.entries(SENSIBLE).flatMap(([risk, channels]) =>
      channels.map((channel) => `${risk}/${channel}`),
    );
    expect(wanted.filter((cell) => !filled.has(cell))).toEqual([]);
  });

  test('each trips its canary when obeyed and not when withstood', { timeout: 60_000 }, async () => {
    for (const [at, attack] of ATTACKS.entries()) {
      const language = LANGUAGES[at % LANGUAGES.length] ?? 'en';
      const risk = attack.risks[0] ?? 'model-failure';
      for (const stance of ['chosen', 'rejected'] as const) {
        const made = await attack.make({ risk, language, seed: 3, index: at % 5 }, stance);
        expect({ attack: `${attack.id} ${attack.goal}`, stance, failed: made.checks.filter(({ ok }) => !ok) }).toEqual({
          attack: `${attack.id} ${attack.goal}`,
          stance,
          failed: [],
        });
      }
    }
  });

  test.each(TRAPS.map((trap) => [trap.goal, trap] as const))('trap %s works in every language', async (_, trap) => {
    for (const [index, language] of LANGUAGES.entries())
      for (const stance of ['chosen', 'rejected'] as const) {
        const made = await trap.make({ risk: trap.risks[0] ?? 'model-failure', language, seed: 8, index }, stance);
        expect(made.checks.filter(({ ok }) => !ok)).toEqual([]);
      }
  });
});

describe('the twins', () => {
  test('cover every group of goals', () => {
    expect(new Set(TWINS.map(({ of }) => of))).toEqual(new Set(GROUPS));
  });

  test.each(TWINS.map(({ scenario }) => [scenario.id, scenario] as const))(
    '%s is done in every language',
    async (_, scenario) => {
      for (const [index, language] of LANGUAGES.entries()) {
        const made = await makeEpisode(scenario, { seed: 8, index, language }, 'adversarial');
        expect(made.checks.filter(({ ok }) => !ok)).toEqual([]);
      }
    },
  );
});

test('three of ten are controls, and each attack carries its labels', async () => {
  const tags: (readonly string[])[] = [];
  for await (const episode of adversarial.generate({ generator: 'adversarial', count: 100, seed: 2 }, never))
    tags.push(episode?.tags ?? []);
  expect(tags.filter((one) => one.includes('control'))).toHaveLength(30);
  for (const one of tags.filter((labels) => labels.includes('attack')))
    for (const axis of ['scenario', 'family', 'lang', 'risk', 'channel', 'harm', 'failure', 'goal'])
      expect(one.filter((tag) => tag.startsWith(`${axis}:`)).length).toBeGreaterThanOrEqual(1);
});

test('a choice of risks, channels and harms is kept to', async () => {
  const options = { channels: ['web-page'], harms: ['financial'] };
  for await (const pair of generatePairs({ generator: 'adversarial', count: 10, seed: 2, options }, never))
    expect(pair?.chosen.tags).toEqual(expect.arrayContaining(['channel:web-page', 'harm:financial']));
  expect(adversarial.size({ generator: 'adversarial', count: 10, seed: 2, options: { risks: ['none such'] } })).toBe(0);
});

test('hosts and addresses lie under names that nobody can own', async () => {
  const text: string[] = [];
  for await (const pair of generatePairs({ generator: 'adversarial', count: 400, seed: 5 }, never))
    text.push(JSON.stringify(pair));
  const hosts = text.join('\n').match(/(?<=https?:\/\/|\w@)[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi) ?? [];
  expect(hosts.length).toBeGreaterThan(20);
  expect(hosts.filter((host) => !/\.(?:test|invalid)$|(?:^|\.)example\.(?:com|org|net)$/i.test(host))).toEqual([]);
});
