import { expect, test, vi } from 'vitest';
import type { DamageReport } from '../../workers/protocol.ts';
import { createDamageWatch } from './damage-watch.ts';

const figures = (kept: number): DamageReport['figures'] => ({ sessions: 1, episodes: 3, kept, trained: 9, lost: 0 });

function fakeReport() {
  const state = { kept: 3 };
  const asked: (number | null)[] = [];
  const damage = async (source: number | null) => {
    asked.push(source);
    return { ok: true, value: { figures: figures(state.kept) } as DamageReport } as const;
  };
  return { api: { damage }, state, asked };
}

test('a change tells what it did to the figures, and undoing it tells that', async () => {
  const { api, state } = fakeReport();
  const watch = createDamageWatch(api);
  await watch.refresh([]);
  expect(watch.store.getState().before).toBeNull();
  state.kept = 2;
  await watch.refresh([]);
  expect(watch.store.getState()).toMatchObject({ before: figures(3), report: { figures: figures(2) } });
  state.kept = 3;
  await watch.refresh([]);
  expect(watch.store.getState()).toMatchObject({ before: figures(2), report: { figures: figures(3) } });
  await watch.refresh([]);
  expect(watch.store.getState().before).toBeNull();
});

test('looking at another source compares nothing, and a source that went is not looked at any more', async () => {
  const { api, state, asked } = fakeReport();
  const watch = createDamageWatch(api);
  await watch.refresh([]);
  state.kept = 1;
  watch.look({ index: 2, path: 'a' });
  await vi.waitFor(() => expect(watch.store.getState().report).not.toBeNull());
  expect(watch.store.getState().before).toBeNull();
  await watch.refresh([{ index: 5, path: 'a' }]);
  await watch.refresh([]);
  expect(watch.store.getState().scope).toBeNull();
  expect(asked).toEqual([null, 2, 5, null]);
});
