import { expect, test } from 'vitest';
import type { Result, ScenarioPreview, ScenarioQuery, ScenarioRow } from '../../workers/protocol.ts';
import { createScenarioPlayer, familiesOf, scenariosOf } from './scenario-player.ts';

const row = (id: string, family: string, generator: ScenarioRow['generator'] = 'synthetic'): ScenarioRow => ({
  id,
  family,
  generator,
  control: false,
});
const ROWS = [row('a', 'inspect'), row('b', 'change'), row('c', 'inspect'), row('d', 'leak', 'adversarial')];

function fakeApi() {
  const waiting: { query: ScenarioQuery; answer: (result: Result<ScenarioPreview>) => void }[] = [];
  let lists = 0;
  return {
    waiting,
    lists: () => lists,
    scenarios: async (): Promise<Result<readonly ScenarioRow[]>> => {
      lists += 1;
      return { ok: true, value: ROWS };
    },
    previewScenario: (query: ScenarioQuery) =>
      new Promise<Result<ScenarioPreview>>((answer) => waiting.push({ query, answer })),
  };
}

const previewOf = (name: string): Result<ScenarioPreview> => ({
  ok: true,
  value: { messages: [], tools: [name], tags: [], checks: [], verified: true },
});

test('what there is to play is asked for once', async () => {
  const api = fakeApi();
  const player = createScenarioPlayer(api);
  await player.load();
  await player.load();
  expect(api.lists()).toBe(1);
  expect(familiesOf(player.store.getState().scenarios ?? [], 'synthetic')).toEqual(['inspect', 'change']);
  expect(scenariosOf(ROWS, 'synthetic', 'inspect').map(({ id }) => id)).toEqual(['a', 'c']);
});

test('an answer that comes late does not replace what was asked for since', async () => {
  const api = fakeApi();
  const player = createScenarioPlayer(api);
  const first = player.play({ id: 'a' });
  const second = player.play({ id: 'b' });
  api.waiting[1]?.answer(previewOf('b'));
  api.waiting[0]?.answer(previewOf('a'));
  await Promise.all([first, second]);
  expect(player.store.getState().preview?.tools).toEqual(['b']);
});

test('a scenario that cannot be played says why', async () => {
  const api = fakeApi();
  const player = createScenarioPlayer(api);
  const playing = player.play({ id: 'x' });
  api.waiting[0]?.answer({ ok: false, error: { code: 'failed', message: 'no scenario x' } });
  await playing;
  expect(player.store.getState()).toMatchObject({ preview: null, problem: 'no scenario x' });
});
