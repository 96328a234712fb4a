import { describe, expect, test } from 'vitest';
import type { SourceFile } from '../types.ts';
import { dropsOf, episodesOf, file, fixtureFiles, readDrop } from './testing/drops.ts';
import { expectWellFormed } from './testing/well-formed-checks.ts';

const base = (one: SourceFile) => one.path.slice(one.path.lastIndexOf('/') + 1);
const parts = (name: string, ...wanted: string[]) =>
  fixtureFiles(`bundles/${name}`).filter((one) => wanted.length === 0 || wanted.includes(base(one)));
const read = async (files: readonly SourceFile[]) => {
  const { parsed, findings, drop } = await readDrop(files);
  for (const episode of episodesOf(parsed)) expectWellFormed(episode);
  return {
    kinds: drop.sources.map(({ kind }) => kind),
    codes: findings.map(({ code }) => code),
    drops: dropsOf(parsed),
    episodes: episodesOf(parsed),
    said: episodesOf(parsed).map(({ messages }) => messages.filter(({ role }) => role !== 'system')),
  };
};
const without = (files: readonly SourceFile[], name: string) => files.filter((one) => base(one) !== name);

describe('a bundle', () => {
  test('without its manifest, or with a broken one, is read from its other files and says so', async () => {
    const whole = await read(parts('multi-tool'));
    const bare = without(parts('multi-tool'), 'manifest.json');
    for (const files of [bare, [...bare, file('bundles/multi-tool/manifest.json', '{"traceSchema":')]]) {
      const found = await read(files);
      expect(found.kinds).toEqual(['bundle']);
      expect(found.said).toEqual(whole.said);
      expect(found.codes).toEqual(['manifest_missing']);
    }
  });

  test('is read from its events alone', async () => {
    const found = await read(parts('multi-tool', 'events.jsonl'));
    expect([found.kinds, found.codes]).toEqual([['events'], []]);
    expect(found.said).toEqual((await read(parts('multi-tool'))).said);
  });

  test('is read from its branch alone where that is whole', async () => {
    const found = await read(parts('legacy-branched', 'session-branch.json'));
    expect([found.kinds, found.codes]).toEqual([['bundle'], ['manifest_missing']]);
    expect(found.said).toEqual((await read(parts('legacy-branched'))).said);
    expect(found.episodes[0]?.sessionId).toMatch(/^01a1fbf2/);
  });

  test('of which only a cut branch is left says what is missing', async () => {
    const found = await read(parts('long-session', 'session-branch.json', 'manifest.json'));
    expect(found.episodes).toEqual([]);
    expect(found.codes).toEqual(['branch_cut']);
  });

  test('takes its prompt from the text file when nothing else has it', async () => {
    const prompt = file('b/system-prompt.txt', 'You are a careful helper.\n');
    const events = parts('transcript-only').map((one) => ({
      ...one,
      path: one.path.replace('bundles/transcript-only', 'b'),
    }));
    const { episodes } = await read([...events, prompt]);
    expect(episodes[0]?.messages[0]).toMatchObject({
      role: 'system',
      content: [{ text: 'You are a careful helper.' }],
    });
  });
});

describe('files that came under one path', () => {
  const session = (id: string, answer: string) =>
    [
      { type: 'session', version: 3, id, timestamp: '2026-05-01T00:00:00.000Z' },
      { type: 'message', id: 'a', parentId: null, timestamp: 1, message: { role: 'user', content: 'q' } },
      { type: 'message', id: 'b', parentId: 'a', timestamp: 2, message: { role: 'assistant', content: answer } },
    ]
      .map((row) => `${JSON.stringify(row)}\n`)
      .join('');
  const files = () => ['s1', 's2', 's3'].map((id) => file('s.jsonl', session(id, id === 's2' ? 'longer' : 'short')));

  test('are all read, and called the same in whatever order they came', async () => {
    const one = await readDrop(files());
    const other = await readDrop(files().reverse());
    expect(one.drop.sources.map(({ path }) => path)).toEqual(['s.jsonl', 's.jsonl (2)', 's.jsonl (3)']);
    expect(one.parsed).toEqual(other.parsed);
    expect(episodesOf(one.parsed)).toHaveLength(3);
  });

  test('a session without a header is called by the id in its file name', async () => {
    const id = '0d4f6c3e-5f0a-4c8f-b1a2-1e9c8d7b6a50';
    for (const name of [
      `${id}.jsonl`,
      `2026-05-01T00-00-00-000Z_${id}.jsonl`,
      `${id}-topic-7.jsonl.reset.2026-05-02`,
    ]) {
      const body = session(id, 'a').split('\n').slice(1).join('\n');
      expect((await readDrop([file(name, body)])).drop.sources[0]?.sessions).toMatchObject([{ id }]);
    }
  });

  test('sessions that were put behind one another in one file stay apart, each joined with its other copies', async () => {
    const { parsed } = await readDrop([file('all.jsonl', session('s1', 'x') + session('s2', 'y'))]);
    expect(episodesOf(parsed).map(({ sessionId, messages }) => [sessionId, messages.length])).toEqual([
      ['s1', 2],
      ['s2', 2],
    ]);
    const paths = ['leaf-reset-v4', 'legacy-v1'].map((name) => `sessions/handmade/${name}.jsonl`);
    const texts = await Promise.all(fixtureFiles(...paths).map(async (one) => (await one.blob()).text()));
    const joined = await readDrop([
      file('all.jsonl', texts.join('')),
      ...fixtureFiles('bundles/leaf-reset', 'bundles/legacy-v1'),
    ]);
    const apart = await readDrop(fixtureFiles(...paths));
    expect(episodesOf(joined.parsed).map(({ id, messages }) => [id, messages])).toEqual(
      episodesOf(apart.parsed).map(({ id, messages }) => [id, messages]),
    );
  });

  test('events of several sessions in one file are joined with each session file', async () => {
    const names = ['unicode', 'secrets'];
    const events = await Promise.all(
      names.map(async (name) => (await parts(name, 'events.jsonl')[0]?.blob())?.text() ?? ''),
    );
    const files = [
      file('events.jsonl', events.join('')),
      ...names.flatMap((name) => fixtureFiles(`sessions/v4-2026.9.6/${name}.jsonl`)),
    ];
    const { parsed } = await readDrop(files);
    expect(episodesOf(parsed).map(({ provenance }) => provenance.parser)).toEqual([
      'openclaw-session/4',
      'openclaw-session/4',
    ]);
    expect(episodesOf(parsed).every(({ messages }) => messages[0]?.role === 'system' || messages.length > 0)).toBe(
      true,
    );
    expect(dropsOf(parsed)).toHaveLength(2);
  });
});

test('a harness that records prompts, calls and answers, and no messages, still tells its conversation', async () => {
  const events = (...list: readonly (readonly [type: string, data: object, runId?: string])[]) =>
    list
      .map(([type, data, runId = 'r1'], at) => {
        const ts = new Date(1_780_000_000_000 + at * 1000).toISOString();
        const id = { traceSchema: 'openclaw-trajectory', schemaVersion: 1, traceId: 'cx', sessionId: 'cx' };
        return `${JSON.stringify({ ...id, source: 'runtime', type, ts, seq: at + 1, runId, modelId: 'm', data })}\n`;
      })
      .join('');
  const text = events(
    ['session.started', { trigger: 'user' }],
    ['context.compiled', { systemPrompt: 'You are Codex.', prompt: 'List.', imagesCount: 0, tools: [] }],
    ['tool.call', { toolCallId: 'c1', name: 'shell', args: { command: ['ls'] } }],
    ['tool.call', { toolCallId: 'tool_search_code:c1:agents_list:1', name: 'agents_list', args: {} }],
    ['tool.call', { toolCallId: 'c2', name: 'shell', args: '<truncated>' }],
    [
      'tool.result',
      { toolCallId: 'c2', name: 'shell', success: false, result: { content: [{ type: 'text', text: 'no' }] } },
    ],
    [
      'tool.result',
      { toolCallId: 'c1', name: 'shell', success: true, result: { content: [{ type: 'text', text: 'a' }] } },
    ],
    ['model.completed', { assistantTexts: ['One file.'], aborted: false }],
    ['context.compiled', { prompt: 'Again.', imagesCount: 0, tools: [] }, 'r2'],
    ['model.completed', { assistantTexts: [], terminalError: 'x' }, 'r2'],
    ['context.compiled', { prompt: 'Again.', imagesCount: 0, tools: [] }, 'r2'],
    ['model.completed', { assistantTexts: ['Still one.'] }, 'r2'],
  );
  const { episodes } = await read([file('cx.trajectory.jsonl', text)]);
  expect(episodes[0]?.messages.map(({ role, weight }) => role + weight).join(' ')).toBe(
    'system0 user0 assistant0 tool0 tool0 assistant1 user0 assistant1',
  );
  expect(episodes[0]?.messages[2]?.toolCalls?.map(({ id }) => id)).toEqual(['c1', 'c2']);
  expect(episodes[0]?.damage).toMatchObject({ size_limit: 1, failed_attempt: 1 });
});

test('a tool whose parameters were masked keeps its name only', async () => {
  const parameters = { type: 'object', properties: { path: { type: 'string' }, key: '***' } };
  const tool = file('b/tools.json', JSON.stringify([{ name: 'read', description: 'Reads.', parameters }]));
  const events = parts('transcript-only').map((one) => ({
    ...one,
    path: one.path.replace('bundles/transcript-only', 'b'),
  }));
  const { episodes } = await read([...events, tool]);
  expect(episodes[0]?.tools[0]).toEqual({
    name: 'read',
    description: 'Reads.',
    parameters: { type: 'object', properties: {} },
  });
  expect(episodes[0]?.damage).toMatchObject({ tool_schema_damaged: 1 });
});
