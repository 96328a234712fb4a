import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { createFileScratches } from './file-scratch.ts';

const base = mkdtempSync(join(tmpdir(), 'scratch-'));
const scratches = createFileScratches(base);
afterEach(() => scratches.clear());
afterAll(() => rmSync(base, { recursive: true, force: true }));

const bytes = (length: number, start: number) => new Uint8Array(length).map((_, index) => (start + index) % 256);

test('gives back what was appended, wherever it lies, before and after more was appended', async () => {
  const scratch = await scratches.open();
  const parts = [bytes(10, 0), bytes(1_500_000, 3), bytes(0, 0), bytes(700_000, 5), bytes(7, 9)];
  const offsets: number[] = [];
  for (const part of parts) offsets.push(await scratch.append(part));
  expect(offsets).toEqual([0, 10, 1_500_010, 1_500_010, 2_200_010]);
  for (const [index, part] of parts.entries())
    expect(await scratch.read(offsets[index] as number, part.length)).toEqual(part);
  const late = await scratch.append(bytes(5, 77));
  expect(await scratch.read(late, 5)).toEqual(bytes(5, 77));
  expect(scratch.size()).toBe(2_200_022);
  const blob = await scratch.blob();
  expect(blob.size).toBe(2_200_022);
  expect(new Uint8Array(await blob.slice(late).arrayBuffer())).toEqual(bytes(5, 77));
  await scratch.close();
});

test('keeps its own copy of what it was given', async () => {
  const scratch = await scratches.open();
  const data = bytes(4, 1);
  await scratch.append(data);
  data.fill(0);
  expect(await scratch.read(0, 4)).toEqual(bytes(4, 1));
  await scratch.close();
});

test('refuses to read what was never written', async () => {
  const scratch = await scratches.open();
  await scratch.append(bytes(4, 1));
  await expect(scratch.read(2, 3)).rejects.toThrow(RangeError);
  await scratch.close();
});

test('leaves nothing behind', async () => {
  const closed = await scratches.open();
  await closed.append(bytes(2_000_000, 1));
  await closed.close();
  const forgotten = await scratches.open();
  await forgotten.append(bytes(2_000_000, 1));
  const [folder = ''] = readdirSync(base);
  expect(readdirSync(join(base, folder))).toHaveLength(1);
  scratches.clear();
  expect(readdirSync(base)).toEqual([]);
  await forgotten.close();
});
