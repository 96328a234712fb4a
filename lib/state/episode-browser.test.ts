import { expect, test, vi } from 'vitest';
import type { EpisodeQuery, EpisodeRow, EpisodeView, FindingPlace } from '../../workers/protocol.ts';
import { createEpisodeBrowser } from './episode-browser.ts';

const rowAt = (ordinal: number): EpisodeRow => ({ ordinal, id: `e${ordinal}` }) as EpisodeRow;

const findingAt = (message: number) => ({ message }) as FindingPlace;

function fakeEpisodes(total: number) {
  const asked: EpisodeQuery[] = [];
  const opened: number[] = [];
  const state = { total };
  const api: Parameters<typeof createEpisodeBrowser>[0] = {
    episodes: async (query) => {
      asked.push(query);
      const end = Math.min(query.offset + query.limit, state.total);
      const rows = Array.from({ length: Math.max(0, end - query.offset) }, (_, index) => rowAt(query.offset + index));
      return { ok: true, value: { total: state.total, rows } };
    },
    episode: async (ordinal) => {
      opened.push(ordinal);
      const findings = [0, 1].map(findingAt);
      return { ok: true, value: { row: rowAt(ordinal), findings, findingsTotal: 1200 } as unknown as EpisodeView };
    },
    episodeFindings: async (_, { offset, limit }) => ({
      ok: true,
      value: Array.from({ length: Math.min(limit, 1200 - offset) }, (_, index) => findingAt(offset + index)),
    }),
    episodeBlocks: async () => ({ ok: true, value: { total: 1, rows: [{ first: 0, messages: [] }] } }),
  };
  return { api, asked, opened, state };
}

test('only pages in view are asked for, each once', async () => {
  const { api, asked } = fakeEpisodes(1000);
  const browser = createEpisodeBrowser(api);
  browser.refresh();
  await vi.waitFor(() => expect(browser.store.getState().total).toBe(1000));
  browser.show(40, 120);
  browser.show(60, 120);
  await vi.waitFor(() => expect(browser.store.getState().rows.size).toBe(150));
  expect(asked.map(({ offset }) => offset).sort((a, b) => a - b)).toEqual([0, 50, 100]);
});

test('moving opens the episode there and stops at the ends', async () => {
  const { api } = fakeEpisodes(3);
  const browser = createEpisodeBrowser(api);
  browser.refresh();
  await vi.waitFor(() => expect(browser.store.getState().view?.row.ordinal).toBe(0));
  browser.select(2);
  await vi.waitFor(() => expect(browser.store.getState().view?.row.ordinal).toBe(2));
  browser.select(99);
  expect(browser.store.getState().selected).toBe(2);
  browser.select(-5);
  expect(browser.store.getState().selected).toBe(0);
});

test('an episode that was replaced while it was read leaves what is shown where it is', async () => {
  const { api } = fakeEpisodes(3);
  const { episode } = api;
  const browser = createEpisodeBrowser({ ...api, episode: (ordinal) => answer(ordinal) });
  let answer = episode;
  browser.refresh();
  await vi.waitFor(() => expect(browser.store.getState().view?.row.ordinal).toBe(0));
  answer = vi.fn(async () => ({ ok: false, error: { code: 'cancelled', message: 'cancelled' } }) as const);
  browser.refresh();
  await vi.waitFor(() => expect(answer).toHaveBeenCalled());
  expect(browser.store.getState()).toMatchObject({ problem: '', view: { row: { ordinal: 0 } } });
  answer = episode;
  browser.select(0);
  await vi.waitFor(() => expect(browser.store.getState()).toMatchObject({ waiting: false }));
});

test('when the list gets shorter the place stays or moves to the end', async () => {
  const { api, state } = fakeEpisodes(10);
  const browser = createEpisodeBrowser(api);
  browser.refresh();
  await vi.waitFor(() => expect(browser.store.getState().total).toBe(10));
  browser.select(9);
  state.total = 5;
  browser.refresh();
  await vi.waitFor(() => expect(browser.store.getState().view?.row.ordinal).toBe(4));
  state.total = 0;
  browser.refresh();
  await vi.waitFor(() => expect(browser.store.getState()).toMatchObject({ total: 0, selected: -1, view: null }));
  state.total = 2;
  browser.refresh();
  await vi.waitFor(() => expect(browser.store.getState()).toMatchObject({ total: 2, selected: 0 }));
});

test('an answer to an old filter is not taken', async () => {
  const slow: (() => void)[] = [];
  const { api } = fakeEpisodes(10);
  const browser = createEpisodeBrowser({
    ...api,
    episodes: async (query) => {
      if (!query.text) await new Promise<void>((resolve) => slow.push(resolve));
      return { ok: true, value: query.text ? { total: 1, rows: [rowAt(7)] } : { total: 10, rows: [rowAt(0)] } };
    },
  });
  browser.refresh();
  browser.filterBy({ text: 'seven' });
  await vi.waitFor(() => expect(browser.store.getState().total).toBe(1));
  for (const resolve of slow) resolve();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(browser.store.getState().total).toBe(1);
});

test('members set to undefined leave the filter', async () => {
  const { api } = fakeEpisodes(10);
  const browser = createEpisodeBrowser(api);
  browser.filterBy({ origin: 'real', status: 'kept' });
  browser.filterBy({ origin: undefined });
  expect(browser.store.getState().filter).toEqual({ status: 'kept' });
});

test('an open episode has all its findings, however many messages they take, and its first blocks', async () => {
  const { api } = fakeEpisodes(1);
  const browser = createEpisodeBrowser(api);
  browser.refresh();
  await vi.waitFor(() => expect(browser.blocks.store.getState().rows.size).toBe(1));
  expect(browser.store.getState().view?.findings.map(({ message }) => message)).toEqual(
    Array.from({ length: 1200 }, (_, index) => index),
  );
});
