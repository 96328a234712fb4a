import { expect, test } from 'vitest';
import { createPlayedShelf } from './played-shelf.ts';

const BATCH = { id: 'a', fileName: 'a.jsonl', model: 'm', count: 1, rows: '{}\n' };

test('where storage is refused nothing is said to be kept, and nothing breaks', async () => {
  const shelf = createPlayedShelf(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  expect(await shelf.put(BATCH)).toBe(false);
  expect(await shelf.list()).toEqual([]);
  await shelf.remove('a');
});

test('a store that is full is told, and the database closed', async () => {
  let closed = 0;
  const full = { put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')), close: () => closed++ };
  expect(await createPlayedShelf(async () => full as never).put(BATCH)).toBe(false);
  expect(closed).toBe(1);
});
