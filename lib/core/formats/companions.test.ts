import { describe, expect, test } from 'vitest';
import { openDrop } from './drop.ts';
import { readEpisodes } from './read.ts';
import type { Source } from './source.ts';
import { dropsOf, each, episodesOf, file, readDrop, testContext } from './testing/drops.ts';

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

describe('a fork', () => {
  const at = (id: string, parentId: string | null, role: string, content: string) => ({
    ...{ type: 'message', id, parentId, timestamp: '2026-05-01T00:00:00.000Z' },
    message: { role, content },
  });
  const begun = [at('a', null, 'user', 'q'), at('b', 'a', 'assistant', 'one')];
  const session = (id: string, rows: readonly object[], parentSession?: string) =>
    file(
      `${id}.jsonl`,
      [{ type: 'session', version: 3, id, parentSession }, ...rows].map((row) => `${JSON.stringify(row)}\n`).join(''),
    );
  const origin = session('origin', [...begun, at('c', 'b', 'user', 'r'), at('d', 'c', 'assistant', 'two')]);
  const other = [at('x', 'b', 'user', 's'), at('y', 'x', 'assistant', 'three')];
  const weights = async (files: Parameters<typeof readDrop>[0]) =>
    Object.fromEntries(
      episodesOf((await readDrop(files)).parsed).map(({ sessionId, messages }) => [
        sessionId,
        messages.map(({ role, weight }) => role.slice(0, 1) + weight).join(' '),
      ]),
    );

  test('has what it took over as context, where the drop holds the session that it came from', async () => {
    const fork = session('fork', [...begun, ...other], '/home/u/.openclaw/agents/main/sessions/origin.jsonl');
    for (const files of [
      [fork, origin],
      [origin, fork],
    ])
      expect(await weights(files)).toEqual({ origin: 'u0 a1 u0 a1', fork: 'u0 a0 u0 a1' });
    expect(await weights([fork])).toEqual({ fork: 'u0 a1 u0 a1' });
  });

  test('is trained on where it says something else under the same ids', async () => {
    const edited = session('fork', [begun[0] as object, at('b', 'a', 'assistant', 'another'), ...other], 'origin');
    expect(await weights([edited, origin])).toMatchObject({ fork: 'u0 a1 u0 a1' });
  });

  test('of which everything was taken over is a named loss', async () => {
    const { parsed } = await readDrop([session('fork', begun, 'origin'), origin]);
    expect(dropsOf(parsed)).toEqual(['nothing_to_train fork/1']);
  });
});
