import { expect, test, vi } from 'vitest';
import type { PageQuery } from '../../workers/protocol.ts';
import { createPages } from './pages.ts';

function fakeList(total: number) {
  const asked: number[] = [];
  const state = { total, fail: '' };
  const ask = async ({ offset, limit }: PageQuery) => {
    asked.push(offset);
    if (state.fail) return { ok: false, error: { code: state.fail, message: 'no' } } as const;
    const rows = Array.from({ length: Math.min(limit, Math.max(0, state.total - offset)) }, (_, at) => offset + at);
    return { ok: true, value: { total: state.total, rows } } as const;
  };
  return { ask, asked, state };
}

test('only what is in view is asked for, each page once', async () => {
  const { ask, asked } = fakeList(1000);
  const pages = createPages(ask);
  pages.show(40, 120);
  pages.show(60, 120);
  await vi.waitFor(() => expect(pages.store.getState().rows.size).toBe(150));
  expect(asked).toEqual([0, 50, 100]);
});

test('rows far from view are let go, and are asked for again', async () => {
  const { ask, asked } = fakeList(5000);
  const pages = createPages(ask);
  for (let from = 0; from < 2500; from += 50) {
    pages.show(from, from + 50);
    await vi.waitFor(() => expect(pages.store.getState().rows.has(from)).toBe(true));
  }
  expect(pages.store.getState().rows.size).toBe(2000);
  pages.show(0, 50);
  await vi.waitFor(() => expect(pages.store.getState().rows.has(0)).toBe(true));
  expect(asked.filter((offset) => offset === 0)).toHaveLength(2);
});

test('a refresh keeps what is shown until the new rows are here, a restart does not', async () => {
  const { ask, state } = fakeList(60);
  const pages = createPages(ask);
  pages.show(0, 60);
  await vi.waitFor(() => expect(pages.store.getState().rows.size).toBe(60));
  state.total = 10;
  pages.refresh();
  expect(pages.store.getState().rows.size).toBe(60);
  await vi.waitFor(() => expect(pages.store.getState()).toMatchObject({ total: 10 }));
  expect(pages.store.getState().rows.size).toBe(10);
  pages.restart();
  expect(pages.store.getState().rows.size).toBe(0);
});

test('a failure is said and asked again, a cancel is not said', async () => {
  const { ask, state } = fakeList(10);
  const pages = createPages(ask);
  state.fail = 'cancelled';
  pages.show(0, 10);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(pages.store.getState().problem).toBe('');
  state.fail = 'failed';
  pages.show(0, 10);
  await vi.waitFor(() => expect(pages.store.getState().problem).toBe('no'));
  state.fail = '';
  pages.show(0, 10);
  await vi.waitFor(() => expect(pages.store.getState()).toMatchObject({ total: 10, problem: '' }));
});
