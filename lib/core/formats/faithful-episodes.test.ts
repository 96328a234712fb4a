import { describe, expect, test } from 'vitest';
import { renderContent } from '../output/row.ts';
import { readRecipe } from '../read-recipe.ts';
import { DEFAULT_READING, type ReadingChoice } from '../recipe.ts';
import type { Episode, JsonObject } from '../types.ts';
import { dropsOf, episodesOf, file, fixtureFiles, readDrop } from './testing/drops.ts';
import { fixtureCases } from './testing/export-cases.ts';
import { publishedExport } from './testing/export-oracle.ts';
import { expectWellFormed } from './testing/well-formed-checks.ts';
import type { ExportMessage } from './training-export/export-line.ts';

const FAITHFUL: ReadingChoice = { ...DEFAULT_READING, mode: 'faithful' };
const read = async (files: Parameters<typeof readDrop>[0], choice = FAITHFUL) => {
  const { parsed } = await readDrop(files, {}, choice);
  for (const episode of episodesOf(parsed)) expectWellFormed(episode);
  return parsed;
};
const said = ({ messages }: Episode) =>
  renderContent({ messages, tools: [] }).messages.map(({ role, content, reasoning_content }) => [
    role,
    content,
    reasoning_content,
  ]);
const saidBy = (messages: readonly ExportMessage[]) =>
  messages.map(({ role, content, reasoning_content = '' }) => [role, content, reasoning_content]);

test('an episode says what the published converter says', async () => {
  const names = ['bundles/simple-chat', 'bundles/unicode', 'bundles/secrets', 'sessions/v4-2026.9.6/multi-tool.jsonl'];
  const [published, cases] = await Promise.all([publishedExport(), fixtureCases()]);
  for (const name of names) {
    const [episode] = episodesOf(await read(fixtureFiles(name)));
    const expected = cases
      .filter((item) => item.name.includes(` of ${name} `))
      .map((item) => JSON.stringify(saidBy(published(item))));
    expect(expected, name).toContain(JSON.stringify(episode && said(episode)));
  }
});

test('everything that the fixtures hold is one well-formed episode a session or a named loss', async () => {
  const parsed = await read(fixtureFiles('bundles', 'sessions', 'episodes', 'db'));
  const episodes = episodesOf(parsed);
  expect(new Set(episodes.map(({ id }) => id)).size).toBe(episodes.length);
  expect(episodes.length).toBeGreaterThan(10);
  expect(new Set(dropsOf(parsed).map((drop) => drop.split(' ', 1)[0]))).toEqual(
    new Set(['same_session', 'deleted_session', 'archived_session', 'archive_elsewhere', 'empty_session']),
  );
});

const session = (...messages: JsonObject[]) => {
  const rows = messages.map((message, at) => ({
    type: 'message',
    id: `e${at}`,
    parentId: at ? `e${at - 1}` : null,
    message,
  }));
  const header = { type: 'session', version: 3, id: 's', timestamp: '2026-01-01T00:00:00Z' };
  return file('s.jsonl', [header, ...rows].map((row) => `${JSON.stringify(row)}\n`).join(''));
};
const model = (text: string, thinking: string, stopReason = 'stop'): JsonObject => ({
  role: 'assistant',
  content: [
    { type: 'thinking', thinking },
    { type: 'text', text },
  ],
  stopReason,
});

test('thinking that moved is counted, and stays where it belongs when corrected', async () => {
  const files = [
    session(
      { role: 'user', content: 'q' },
      model('e', 'E', 'error'),
      model('g', 'G'),
      { role: 'user', content: 'r' },
      model('h', 'H'),
    ),
  ];
  const [faithful] = episodesOf(await read(files));
  expect(faithful?.messages.map(({ reasoning }) => reasoning)).toEqual([undefined, 'E', undefined, 'G']);
  expect(faithful?.damage).toMatchObject({ reasoning_moved: 2 });
  const [corrected] = episodesOf(await read(files, DEFAULT_READING));
  expect(corrected?.messages.map(({ reasoning }) => reasoning)).toEqual([undefined, 'G', undefined, 'H']);
});

test('a session that the export fails on is a named loss', async () => {
  expect(
    dropsOf(await read([session({ role: 'user', content: 'q' }, { role: 'assistant', content: 'plain' })])),
  ).toEqual(['not_exported s/1']);
});

test('a line keeps its stand-ins, and loses them when corrected', async () => {
  const line = {
    messages: [
      { role: 'system', content: 'S\n<!-- OPENCLAW_CACHE_BOUNDARY -->\nT' },
      { role: 'user', content: 'q' },
      {
        role: 'assistant',
        content: '',
        tool_calls: [{ id: 'a', type: 'function', function: { name: 'exec', arguments: '{}' } }],
      },
      { role: 'tool', content: '(see attached image)', tool_call_id: 'a' },
      { role: 'assistant', content: 'x', reasoning_content: '[Reasoning redacted]' },
    ],
    tools: [],
    meta: {
      episodeId: 'e',
      sessionId: 's',
      exportedAt: '2026-01-01T00:00:00.000Z',
      trigger: 'before_reset',
      trajectory: {},
    },
  };
  const files = [file('episodes.jsonl', `${JSON.stringify(line)}\n`)];
  const [faithful] = episodesOf(await read(files));
  expect(faithful && said(faithful)).toEqual(saidBy(line.messages as unknown as ExportMessage[]));
  const [corrected] = episodesOf(await read(files, DEFAULT_READING));
  expect(corrected && said(corrected)).toEqual([
    ['system', 'S\nT', ''],
    ['user', 'q', ''],
    ['assistant', '', ''],
    ['tool', '', ''],
    ['assistant', 'x', ''],
  ]);
});

test("sessions of other programs, of which OpenClaw's export knows nothing, are read as ever", async () => {
  const rows = [
    {
      type: 'user',
      sessionId: 'c',
      uuid: '1',
      parentUuid: null,
      message: { role: 'user', content: 'q' },
      timestamp: '2026-01-01T00:00:00Z',
    },
    {
      type: 'assistant',
      sessionId: 'c',
      uuid: '2',
      parentUuid: '1',
      message: { role: 'assistant', content: [{ type: 'text', text: 'a' }], stop_reason: 'end_turn' },
      timestamp: '2026-01-01T00:00:01Z',
    },
  ];
  const files = [file('c.jsonl', rows.map((row) => `${JSON.stringify(row)}\n`).join(''))];
  expect(episodesOf(await read(files))).toHaveLength(1);
  expect(await read(files)).toEqual(await read(files, DEFAULT_READING));
});

describe('what the export leaves out', async () => {
  const at = (id: string, parentId: string | null, message: JsonObject) => ({
    ...{ type: 'message', id, parentId, timestamp: '2026-05-01T00:00:00.000Z' },
    message,
  });
  const said = (text: string) => [{ type: 'text', text }];
  const model = (text: string, more: JsonObject = {}) => ({
    role: 'assistant',
    content: said(text),
    model: 'm',
    ...more,
  });
  const rows: readonly JsonObject[] = [
    { type: 'session', version: 3, id: 's' },
    at('a', null, { role: 'user', content: 'q' }),
    at('b', 'a', model('', { stopReason: 'error' })),
    at('c', 'b', { ...model(''), content: [{ type: 'toolCall', id: 't', name: 'exec', arguments: {} }] }),
    at('d', 'c', { role: 'toolResult', toolCallId: 't', toolName: 'exec', content: said('r') }),
    at('e', 'd', model('par', { stopReason: 'aborted' })),
    at('f', 'e', { role: 'user', content: 'go on' }),
    at('g', 'f', model('a')),
    at('h', 'g', model('a', { provider: 'openclaw', model: 'delivery-mirror' })),
  ];
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');

  test('is counted: mirrors, failed and stopped messages', async () => {
    const [episode] = episodesOf(await read([file('s.jsonl', text)]));
    expect(episode?.damage).toMatchObject({ delivery_mirror: 1, failed_attempt: 1, aborted_turn: 1 });
  });

  test('a flag of the configuration puts in, where the recipe says so', async () => {
    const recipe = readRecipe({
      reading: { mode: 'faithful', compat: { requiresAssistantAfterToolResult: true, other: 1 } },
    });
    const bridge = 'I have processed the tool results.';
    const [episode] = episodesOf(await read([file('s.jsonl', text)], recipe.reading));
    expect(JSON.stringify(episode?.messages)).toContain(bridge);
    expect(JSON.stringify(episodesOf(await read([file('s.jsonl', text)])))).not.toContain(bridge);
    expect(readRecipe(JSON.parse(JSON.stringify(recipe))).reading).toEqual(recipe.reading);
  });
});
