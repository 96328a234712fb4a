import { expect, test } from 'vitest';
import { createVault, type SavedWork } from './vault.ts';

const work: SavedWork = { history: { present: 1 }, drops: [], shortcuts: true };

test('where storage is refused, work lasts as long as the page', async () => {
  const vault = createVault(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  expect(await vault.lasting()).toBe(false);
  expect(await vault.load()).toBeNull();
  await vault.save(work);
  expect(await vault.load()).toEqual(work);
  await vault.clear();
  expect(await vault.load()).toBeNull();
});

test('a database that fails later loses nothing', async () => {
  const failing = { get: () => Promise.reject(new Error('gone')), put: () => Promise.reject(new Error('full')) };
  const vault = createVault(async () => failing as never);
  await vault.save(work);
  expect(await vault.load()).toEqual(work);
  expect(await vault.lasting()).toBe(false);
});
