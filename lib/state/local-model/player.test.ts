import { expect, test } from 'vitest';
import type { ModelApi, PlayEvent, SampleChoice, TryRow } from '../../../workers/model-protocol.ts';
import type { PlayedBatch } from '../../storage/played-shelf.ts';
import { createModelPlayer } from './player.ts';

const ROW: TryRow = {
  number: 1,
  family: 'inspect',
  origin: 'synthetic',
  scenario: 'inspect/a',
  language: 'en',
  attempt: 1,
  kept: true,
  failed: [],
  failure: '',
  detail: '',
  reworded: 'no',
};

function open(change: Partial<ModelApi> = {}) {
  const played: SampleChoice[] = [];
  const saved: string[] = [];
  const shelved: PlayedBatch[] = [];
  const events: PlayEvent[] = [
    { ...ROW, type: 'try' },
    { type: 'piece', text: 'Hel', thought: '' },
    { type: 'piece', text: 'lo', thought: '' },
    {
      type: 'verdict',
      row: ROW,
      tallies: [{ family: 'inspect', origin: 'synthetic', begun: 1, kept: 1, tries: 1, unjudged: 0, failures: {} }],
    },
  ];
  const api: ModelApi = {
    families: async () => ({ ok: true, value: [{ family: 'inspect', origin: 'synthetic' }] }),
    models: async () => ({ ok: true, value: { models: ['a', 'b'], tookMs: 3 } }),
    play: async (choice, _limits, _wire, onEvents) => {
      played.push(choice);
      onEvents(events);
      return { ok: true, value: undefined };
    },
    transcript: async () => ({ ok: true, value: [] }),
    rows: async () => ({ ok: true, value: { rows: new Blob(['{}\n']), count: 1 } }),
    clear: async () => ({ ok: true, value: undefined }),
    cancel: async () => undefined,
    ...change,
  };
  const player = createModelPlayer({
    api,
    browser: { fetch, deniesLocal: async () => false },
    shelf: {
      put: async (batch) => shelved.push(batch) > 0,
      list: async () => shelved,
      remove: async () => undefined,
    },
    save: (name) => saved.push(name),
    id: 'abcdef012345',
  });
  return { player, played, saved, shelved, state: player.store.getState };
}

test('nothing is played before a server was asked, and then the chosen model is', async () => {
  const { player, played, state } = open();
  await player.play();
  expect(played).toEqual([]);
  await player.connect();
  expect(state()).toMatchObject({ server: 'ready', model: 'a' });
  player.setModel('b');
  await player.play();
  expect(played[0]).toMatchObject({ model: 'b', count: 20, tries: 3 });
  expect(state()).toMatchObject({
    playing: false,
    counts: { tries: 1, kept: 1 },
    announcement: 'Done: 1 episode kept',
  });
});

test('another address or key makes the server unknown again', async () => {
  const { player, played, state } = open();
  await player.connect();
  player.setAddress('http://localhost:1');
  expect(state()).toMatchObject({ server: 'unknown', models: [] });
  await player.play();
  expect(played).toEqual([]);
});

test('an address elsewhere is never asked', async () => {
  let asked = 0;
  const { player } = open({
    models: async () => {
      asked += 1;
      return { ok: true, value: { models: [], tookMs: 0 } };
    },
  });
  player.setAddress('http://example.com:11434');
  await player.connect();
  expect(asked).toBe(0);
});

test('a key that the server repeats is covered, and it is never stored', async () => {
  const key = ['sk', 'repeat', '9f8e7d6c'].join('-');
  const { player, state, shelved } = open({
    models: async () => ({ ok: false, error: { code: 'refused', message: `bad key ${key}!` } }),
  });
  player.setKey(key);
  await player.connect();
  expect(state().trouble).toEqual({ code: 'refused', detail: 'bad key •••!' });
  await player.handOver();
  expect(JSON.stringify(shelved)).not.toContain(key);

  const failing = open({
    play: async (_choice, _limits, _wire, onEvents) => {
      onEvents([{ type: 'verdict', row: { ...ROW, failure: 'server', detail: `no ${key}` }, tallies: [] }]);
      return { ok: false, error: { code: 'server', message: `no ${key}` } };
    },
  });
  failing.player.setKey(key);
  await failing.player.connect();
  await failing.player.play();
  const { key: typed, ...rest } = failing.state();
  expect(typed).toBe(key);
  expect(JSON.stringify(rest)).not.toContain(key);
  expect(rest).toMatchObject({ tries: [{ detail: 'no •••' }], trouble: { detail: 'no •••' } });
});

test('kept episodes are not safe until they were downloaded or handed over', async () => {
  const { player, saved, shelved, state } = open();
  await player.connect();
  await player.play();
  expect(state().safe).toBe(0);
  await player.handOver();
  expect(shelved[0]).toMatchObject({
    id: 'abcdef012345',
    count: 1,
    rows: '{}\n',
    fileName: 'played-by-a-abcdef-1.jsonl',
  });
  expect(state().safe).toBe(1);
  await player.download();
  expect(saved).toEqual(['played-by-a-abcdef-1.jsonl']);
});

test('a model named by its path leaves the path out of the file name', async () => {
  const { player, saved } = open({
    models: async () => ({ ok: true, value: { models: ['/home/anna/models/tiny q4.gguf'], tookMs: 0 } }),
  });
  await player.connect();
  await player.download();
  expect(saved).toEqual(['played-by-tiny-q4.gguf-abcdef-1.jsonl']);
});

test('an answer that came for an address typed before is left aside', async () => {
  let answer: (value: { ok: true; value: { models: string[]; tookMs: number } }) => void = () => undefined;
  const { player, state } = open({
    models: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  });
  const first = player.connect();
  player.setAddress('http://localhost:2');
  answer({ ok: true, value: { models: ['stale'], tookMs: 0 } });
  await first;
  expect(state()).toMatchObject({ server: 'unknown', models: [] });
});
