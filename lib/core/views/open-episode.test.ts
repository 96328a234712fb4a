import { expect, test } from 'vitest';
import { file } from '../formats/testing/drops.ts';
import { DEFAULT_RECIPE, type Recipe } from '../recipe.ts';
import { openMemoryScratch } from '../scratch.ts';
import { endOf } from '../testing/end-of.ts';
import { createWorkspace } from '../workspace.ts';

const ADDRESS = ['dana.brown', 'meridian-labs.org'].join('@');
const LONG = `${'word '.repeat(30_000)}write to ${ADDRESS} soon ${'word '.repeat(30_000)}`;

/** A session whose only call answers with a long text that holds an address in its middle. */
async function open(recipe: Recipe = DEFAULT_RECIPE) {
  const at = (id: string, parentId: string | null, message: object) => ({
    type: 'message',
    id,
    parentId,
    timestamp: '2026-06-01T00:00:00.000Z',
    message,
  });
  const call = { type: 'toolCall', id: 'c1', name: 'exec', arguments: { command: `mail ${ADDRESS}` } };
  const thinking = { type: 'thinking', thinking: `of ${ADDRESS}` };
  const lines = [
    { type: 'session', version: 3, id: 's1', timestamp: '2026-06-01T00:00:00Z' },
    at('e0', null, { role: 'user', content: `ask ${ADDRESS}` }),
    at('e1', 'e0', { role: 'assistant', content: [thinking, call], stopReason: 'toolUse' }),
    at('e2', 'e1', {
      role: 'toolResult',
      toolCallId: 'c1',
      toolName: 'exec',
      content: [{ type: 'text', text: LONG }],
    }),
    at('e3', 'e2', { role: 'assistant', content: [{ type: 'text', text: 'Done.' }], stopReason: 'stop' }),
  ];
  const workspace = createWorkspace({ openScratch: openMemoryScratch, breathe: async () => undefined });
  workspace.addFiles([file('s1.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))]);
  for await (const _ of workspace.run(recipe, new AbortController().signal));
  return workspace;
}

test('findings come in reading order with the block and the text they stand in: thinking, words, calls', async () => {
  const { findings, findingsTotal } = await (await open()).episode(0);
  expect(findings.map(({ block, message, part, text }) => `${block} ${message} ${part} ${text === ADDRESS}`)).toEqual([
    '0 0 content true',
    '1 1 reasoning true',
    '1 1 call 0 true',
    '1 2 content true',
  ]);
  expect(findingsTotal).toBe(4);
  expect(await (await open()).episodeFindings(0, { offset: 3, limit: 9 })).toEqual(findings.slice(3));
});

test('blocks come in pages, a long text as excerpts whose offsets are those of the whole', async () => {
  const workspace = await open();
  const { total, rows } = await workspace.episodeBlocks(0, { offset: 1, limit: 1 });
  expect([total, rows.length, rows[0]?.first]).toEqual([3, 1, 1]);
  const { before, after } = rows[0]?.messages[1] ?? {};
  expect(before?.rest?.length).toBe(LONG.length);
  const piece = before?.rest?.pieces[0];
  const [mark] = piece?.marks ?? [];
  expect(LONG.slice(mark?.start, mark?.end)).toBe(ADDRESS);
  expect(piece?.text.slice((mark?.start ?? 0) - piece.start, (mark?.end ?? 0) - piece.start)).toBe(ADDRESS);
  expect(JSON.stringify(after)).not.toContain(ADDRESS);
});

test('what was left out is there to be asked for, on either side and of the written row', async () => {
  const workspace = await open();
  const at = { ordinal: 0, message: 2, part: 'content', start: 1000, end: 2000 } as const;
  expect(await workspace.episodeText({ ...at, side: 'before' })).toMatchObject({
    start: 1000,
    text: LONG.slice(1000, 2000),
  });
  const whole = await workspace.episodeText({ ...at, side: 'after', start: 0, end: LONG.length });
  expect(whole.text).not.toContain(ADDRESS);
  const { exported } = await workspace.episode(0);
  const from = exported.rest?.from;
  expect(exported.text).toHaveLength(20_000);
  const rest = from && (await workspace.episodeText({ ...from, start: 20_000, end: exported.rest?.length ?? 0 }));
  expect(JSON.parse(exported.text + rest?.text)).toMatchObject({ schema: 'oc.row/1' });
  await expect(workspace.episodeText({ ...at, side: 'after', message: 99 })).rejects.toThrow('no such text');
});

test('a placeholder tells what stood there to who asks, and nothing where the message does not have it', async () => {
  const workspace = await open();
  for (const message of [0, 1, 2])
    expect(await workspace.placeholderValue({ ordinal: 0, message, placeholder: '<EMAIL_1>' })).toBe(ADDRESS);
  for (const [message, placeholder] of [
    [3, '<EMAIL_1>'],
    [0, '<EMAIL_2>'],
    [9, '<EMAIL_1>'],
  ] as const)
    await expect(workspace.placeholderValue({ ordinal: 0, message, placeholder })).rejects.toThrow('open the episode');
});

test('what the final scan finds in a row is told with its message', async () => {
  const signal = new AbortController().signal;
  const word = { ...DEFAULT_RECIPE, redaction: { ...DEFAULT_RECIPE.redaction, words: ['exec'] } };
  const workspace = await open(word);
  const { residual } = await endOf(workspace.build(signal));
  const inRow = residual.findIndex(({ ordinal }) => ordinal === 0);
  expect(await workspace.residualText(inRow, signal)).toMatchObject({ message: 1, value: 'exec' });
});
