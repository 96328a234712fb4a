import { expect, test } from 'vitest';
import { PLAYABLE, planTasks } from './plan.ts';

const plan = (change: Partial<Parameters<typeof planTasks>[0]> = {}) => [
  ...planTasks({ families: [], languages: [], count: 30, seed: 5, ...change }),
];
const ids = (tasks: ReturnType<typeof plan>) => tasks.map(({ script }) => script.id);

test('the same choice gives the same tasks, a longer one the same and more, and no task twice', () => {
  expect(ids(plan())).toEqual(ids(plan()));
  expect(ids(plan({ count: 60 })).slice(0, 30)).toEqual(ids(plan()));
  expect(new Set(ids(plan({ count: 200 }))).size).toBe(200);
});

test('families take turns, so that a run cut short has something of each', () => {
  const first = plan({ count: PLAYABLE.length });
  expect(first.map(({ family }) => family)).toEqual(PLAYABLE.map(({ family }) => family));
});

test('only what was chosen is planned', () => {
  const tasks = plan({ families: ['web', 'money'], languages: ['ja'] });
  expect(new Set(tasks.map(({ family }) => family))).toEqual(new Set(['web', 'money']));
  expect(new Set(tasks.map(({ script }) => script.language))).toEqual(new Set(['ja']));
  expect(plan({ families: ['no-such-family'] })).toEqual([]);
});

test('windows of sessions that the built-in agent went through are nobody else’s to play', () => {
  expect(PLAYABLE.map(({ family }) => family)).not.toContain('compaction');
  expect(plan({ families: ['compaction', 'dynamic-trim'] })).toEqual([]);
});
