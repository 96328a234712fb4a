import { expect, test, vi } from 'vitest';
import type {
  DatasetApi,
  SessionListRow,
  SessionOverview,
  TimelineEntry,
  TimelineQuery,
} from '../../workers/protocol.ts';
import { createSessionBrowser } from './session-browser.ts';

const CANCELLED = { ok: false, error: { code: 'cancelled', message: 'cancelled' } } as const;

function fakeSessions(total = 3) {
  const opened: string[] = [];
  const asked: TimelineQuery[] = [];
  const waiting: (() => void)[] = [];
  const state = { slow: false };
  let latest = 0;
  const api: Pick<DatasetApi, 'sessions' | 'session' | 'timeline'> = {
    sessions: async (source, { offset, limit }) => {
      const rows = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, at) => ({
        id: `${source}/${offset + at}`,
      }));
      return { ok: true, value: { total, rows: rows as SessionListRow[] } };
    },
    session: async (_, id) => {
      opened.push(id);
      const mine = ++latest;
      if (state.slow) await new Promise<void>((resolve) => waiting.push(resolve));
      return mine === latest ? { ok: true, value: { id } as SessionOverview } : CANCELLED;
    },
    timeline: async (_, __, query) => {
      asked.push(query);
      const entries = [{ index: query.damaged ? 7 : 0 }] as TimelineEntry[];
      return { ok: true, value: { total: query.damaged ? 1 : 120, entries } };
    },
  };
  const go = () => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  return { api, opened, asked, state, go };
}

const SOURCE = { index: 4, path: 'db.sqlite' };

test('choosing a source opens its first session and the first page of its timeline', async () => {
  const { api, asked } = fakeSessions();
  const browser = createSessionBrowser(api);
  browser.choose(SOURCE);
  await vi.waitFor(() => expect(browser.timeline.store.getState().total).toBe(120));
  expect(browser.store.getState()).toMatchObject({ session: '4/0', overview: { id: '4/0' }, reading: false });
  expect(asked).toEqual([{ offset: 0, limit: 50, damaged: false }]);
});

test('going on to the next session gives up the one that is still being opened', async () => {
  const { api, opened, state, go } = fakeSessions();
  const browser = createSessionBrowser(api);
  state.slow = true;
  browser.choose(SOURCE);
  await vi.waitFor(() => expect(opened).toHaveLength(1));
  browser.select(1);
  browser.select(2);
  go();
  await vi.waitFor(() => expect(browser.store.getState().overview?.id).toBe('4/2'));
  expect(browser.store.getState()).toMatchObject({ selected: 2, problem: '' });
  expect(opened).toEqual(['4/0', '4/1', '4/2']);
});

test('a session far down the list opens when its page is here, and stays the chosen one', async () => {
  const { api } = fakeSessions(500);
  const browser = createSessionBrowser(api);
  browser.choose(SOURCE);
  await vi.waitFor(() => expect(browser.store.getState().overview?.id).toBe('4/0'));
  browser.select(321);
  await vi.waitFor(() => expect(browser.store.getState().overview?.id).toBe('4/321'));
  browser.select(999);
  await vi.waitFor(() => expect(browser.store.getState().overview?.id).toBe('4/499'));
});

test('a filter starts the timeline anew, and going to an entry takes it off', async () => {
  const { api, asked } = fakeSessions();
  const browser = createSessionBrowser(api);
  browser.choose(SOURCE);
  await vi.waitFor(() => expect(browser.timeline.store.getState().total).toBe(120));
  browser.moveTo(119);
  browser.filterBy({ damaged: true, kinds: ['result'] });
  await vi.waitFor(() => expect(browser.timeline.store.getState().total).toBe(1));
  expect(browser.store.getState().place).toBe(0);
  expect(asked.at(-1)).toEqual({ offset: 0, limit: 50, damaged: true, kinds: ['result'] });
  browser.goTo(88);
  await vi.waitFor(() => expect(browser.timeline.store.getState().total).toBe(120));
  expect(browser.store.getState()).toMatchObject({ place: 88, filter: { kinds: [], damaged: false } });
});

test('after a change the same session is read again, wherever its source now stands', async () => {
  const { api, opened } = fakeSessions();
  const browser = createSessionBrowser(api);
  browser.choose(SOURCE);
  await vi.waitFor(() => expect(browser.store.getState().overview).not.toBeNull());
  browser.filterBy({ damaged: true });
  await browser.refresh([{ index: 6, path: 'db.sqlite' }]);
  expect(opened).toEqual(['4/0', '4/0']);
  expect(browser.store.getState()).toMatchObject({ source: { index: 6 }, filter: { damaged: true } });
  await browser.refresh([]);
  expect(browser.store.getState()).toMatchObject({ source: null, overview: null });
});

test('a session whose damage stands at no entry opens at its provenance', async () => {
  const { api, asked } = fakeSessions();
  const whole = async () => ({ ok: true, value: { id: '4/2', damagedEntries: 0 } as SessionOverview }) as const;
  const browser = createSessionBrowser({ ...api, session: whole });
  browser.openDamage(SOURCE, '4/2', 'timeline');
  await vi.waitFor(() => expect(browser.timeline.store.getState().total).toBe(120));
  expect(browser.store.getState()).toMatchObject({ tab: 'provenance', filter: { damaged: false } });
  expect(asked).toEqual([{ offset: 0, limit: 50, damaged: false }]);
});

test('a session with damage opens at its damage', async () => {
  const { api, asked } = fakeSessions();
  const browser = createSessionBrowser(api);
  browser.openDamage(SOURCE, '4/2', 'timeline');
  await vi.waitFor(() => expect(browser.timeline.store.getState().total).toBe(1));
  expect(browser.store.getState()).toMatchObject({ session: '4/2', selected: 2, reading: true });
  expect(asked).toEqual([{ offset: 0, limit: 50, damaged: true }]);
});
