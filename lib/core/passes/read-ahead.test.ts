import { expect, test } from 'vitest';
import type { Parsed, Source } from '../formats/source.ts';
import { type ParsedOf, readAhead } from './read-ahead.ts';

const source = (index: number, size: number): Source => ({
  index,
  path: `${index}`,
  kind: 'session',
  version: '',
  size,
  files: [],
});
const lost = (id: string): Parsed => ({ type: 'dropped', id, reason: 'empty_session' });

async function all(items: AsyncIterable<ParsedOf>): Promise<string[]> {
  const seen: string[] = [];
  for await (const { source: index, parsed } of items)
    seen.push(`${index}:${parsed.type === 'dropped' ? parsed.id : ''}`);
  return seen;
}

test('keeps the order of the sources whatever takes how long, with large ones between small ones', async () => {
  const sources = Array.from({ length: 40 }, (_, index) => source(index, index % 7 === 3 ? 10 ** 9 : 10));
  async function* read({ index }: Source) {
    await new Promise((resolve) => setTimeout(resolve, (index * 13) % 5));
    yield lost('a');
    yield lost('b');
  }
  const seen = await all(readAhead(sources, read));
  expect(seen).toEqual(sources.flatMap(({ index }) => [`${index}:a`, `${index}:b`]));
});

test('reads eight small sources at a time and never more', async () => {
  let open = 0;
  let most = 0;
  async function* read() {
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setTimeout(resolve, 1));
    open -= 1;
    yield lost('a');
  }
  await all(
    readAhead(
      Array.from({ length: 50 }, (_, index) => source(index, 10)),
      read,
    ),
  );
  expect(most).toBe(8);
});

test('a failure comes when its turn does', async () => {
  async function* read({ index }: Source) {
    if (index === 3) throw new Error('broken');
    yield lost('a');
  }
  const seen: number[] = [];
  const reading = async () => {
    for await (const item of readAhead(
      Array.from({ length: 6 }, (_, index) => source(index, 10)),
      read,
    ))
      seen.push(item.source);
  };
  await expect(reading()).rejects.toThrow('broken');
  expect(seen).toEqual([0, 1, 2]);
});
