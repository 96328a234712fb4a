import { expect, test } from 'vitest';
import { openDrop, readEpisodes } from './index.ts';
import type { Source } from './source.ts';
import { each, file, testContext } from './testing/drops.ts';

test('of two copies that no index joins, the first by path is read, whoever asks first', async () => {
  const row = (uuid: string, role: string, text: string) => ({
    type: role,
    sessionId: 'twice',
    uuid,
    parentUuid: uuid === '1' ? null : '1',
    timestamp: '2026-01-01T00:00:00Z',
    message: { role, content: [{ type: 'text', text }] },
  });
  const text = [row('1', 'user', 'q'), row('2', 'assistant', 'a')].map((one) => `${JSON.stringify(one)}\n`).join('');
  const ctx = testContext();
  const drop = await openDrop(each([file('b.jsonl', text), file('a.jsonl', text)]), ctx);
  const read = async (source: Source) => {
    const kinds: string[] = [];
    for await (const { type } of readEpisodes(source, drop, ctx)) kinds.push(type);
    return kinds;
  };
  const later = await read(drop.sources[1] as Source);
  const first = await read(drop.sources[0] as Source);
  expect([first, later]).toEqual([['episode'], ['dropped']]);
});
