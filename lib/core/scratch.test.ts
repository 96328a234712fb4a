import { expect, test } from 'vitest';
import { openMemoryScratch } from './scratch.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('reads back any range, also across sealed blocks', async () => {
  const scratch = await openMemoryScratch();
  const big = new Uint8Array(3 * 2 ** 20).fill(7);
  expect(await scratch.append(bytes('head'))).toBe(0);
  expect(await scratch.append(big)).toBe(4);
  const second = await scratch.append(big);
  const tail = await scratch.append(bytes('tail'));
  expect(new TextDecoder().decode(await scratch.read(0, 4))).toBe('head');
  expect(new TextDecoder().decode(await scratch.read(tail, 4))).toBe('tail');
  const across = await scratch.read(second - 1, big.length + 3);
  expect(across.length).toBe(big.length + 3);
  expect(new TextDecoder().decode(across.slice(-2))).toBe('ta');
  expect((await scratch.blob()).size).toBe(scratch.size());
});

test('keeps its own copy of what was appended', async () => {
  const scratch = await openMemoryScratch();
  const data = bytes('keep');
  await scratch.append(data);
  data.fill(0);
  expect(new TextDecoder().decode(await scratch.read(0, 4))).toBe('keep');
});

test('refuses to read beyond its end', async () => {
  const scratch = await openMemoryScratch();
  await expect(scratch.read(0, 1)).rejects.toThrow(RangeError);
});
