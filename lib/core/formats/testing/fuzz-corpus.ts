import { gunzipSync, gzipSync } from 'node:zlib';
import { createRandom, type Random } from '../../text/random.ts';
import type { JsonObject, SourceFile } from '../../types.ts';
import { FIXTURES, file, fixtureFiles, walk } from './drops.ts';
import { mutateBytes, mutateLines, scatter } from './mutate.ts';
import { tar, zstd } from './zips.ts';

/** Something whose changed copies the readers must bear. */
export interface Specimen {
  readonly name: string;
  /** Files with one to four changes, small enough to read thousands of. */
  changed(random: Random): readonly SourceFile[];
}

/** Of a long file a run of lines is changed: the same lines in less time. */
const LINES = 12;
const bytesOf = async (source: SourceFile): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await source.blob()).arrayBuffer());
const textOf = async (source: SourceFile): Promise<string> => new TextDecoder().decode(await bytesOf(source));

/** Each file of lines by itself; of long ones a run of lines. */
export async function lineSpecimens(): Promise<readonly Specimen[]> {
  const files = [...fixtureFiles('bundles', 'sessions', 'episodes'), ...samples()].filter(({ path }) => isLines(path));
  return Promise.all(files.map(async (one) => fromLines(one.path, linesOf(await textOf(one)))));
}

const LIST = 'list.json';
const isLines = (path: string): boolean => path.includes('.jsonl') || path === LIST;
const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

function fromLines(path: string, lines: readonly string[]): Specimen {
  return {
    name: path,
    changed: (random) => {
      const start = random.below(Math.max(1, lines.length - LINES));
      const head = start > 0 && random.below(3) > 0 ? lines.slice(0, 1) : [];
      const part = isLines(path) ? [...head, ...lines.slice(start, start + LINES)] : lines;
      if (path !== LIST && isLines(path) && random.below(3) > 0) return [file(path, mutateLines(part, random))];
      return [file(path, mutateBytes(new TextEncoder().encode(`${part.join('\n')}\n`), random))];
    },
  };
}

/** Each bundle of the fixtures with one of its files changed, its events shortened. */
export async function bundleSpecimens(): Promise<readonly Specimen[]> {
  const names = [...new Set(walk(`${FIXTURES}bundles`).map((path) => path.split('/', 1)[0] ?? ''))];
  return Promise.all(
    names.map(async (name): Promise<Specimen> => {
      const parts = await Promise.all(
        fixtureFiles(`bundles/${name}`).map(async (one) => fromLines(one.path, linesOf(await textOf(one)))),
      );
      const small = await Promise.all(
        fixtureFiles(`bundles/${name}`).map(async (one) => {
          const lines = linesOf(await textOf(one));
          return file(one.path, `${(isLines(one.path) ? lines.slice(0, LINES) : lines).join('\n')}\n`);
        }),
      );
      return {
        name: `bundles/${name}`,
        changed: (random) => {
          const target = random.below(parts.length);
          return small.map((one, at) =>
            at === target ? ((parts[at] as Specimen).changed(random)[0] as SourceFile) : one,
          );
        },
      };
    }),
  );
}

/** Zips, gzip, and what is inside them. */
export async function archiveSpecimens(): Promise<readonly Specimen[]> {
  const zips = await Promise.all(
    fixtureFiles('zips').map(async (one) => ({ path: one.path, bytes: await bytesOf(one) })),
  );
  const [session] = fixtureFiles('sessions/handmade/legacy-v1.jsonl');
  const gzip = { path: 'session.jsonl.gz', bytes: new Uint8Array(gzipSync(await bytesOf(session as SourceFile))) };
  const text = await textOf(session as SourceFile);
  const packed = { path: 'session.tar', bytes: tar([{ name: 'session.jsonl', data: text }]) };
  const frame = { path: 'session.jsonl.zst', bytes: zstd(text) };
  return [...zips, gzip, packed, frame].map(({ path, bytes }) => ({
    name: path,
    changed: (random) => [
      file(path, random.below(2) === 0 ? mutateBytes(bytes, random) : scatter(bytes, random.below(2) + 1, random)),
    ],
  }));
}

/** Databases with their logs; scattered, since a page that moved is nothing to read. */
export async function databaseSpecimens(): Promise<readonly Specimen[]> {
  const unpacked = async (path: string) => {
    const [found] = fixtureFiles(path);
    return new Uint8Array(gunzipSync(await bytesOf(found as SourceFile)));
  };
  const [small, log] = [await unpacked('db/small-agent.sqlite.gz'), await unpacked('db/small-agent.sqlite-wal.gz')];
  return [
    {
      name: 'db/small-agent.sqlite with its log',
      changed: (random) => {
        const inLog = random.below(2) === 0;
        const count = random.below(40) + 1;
        return [
          file('agent.sqlite', inLog ? small : scatter(small, count, random)),
          file('agent.sqlite-wal', inLog ? scatter(log, count, random) : log),
        ];
      },
    },
  ];
}

/** One file a neighbour's format: nothing of them is among the fixtures. */
export function samples(): readonly SourceFile[] {
  const jsonl = (path: string, ...rows: readonly JsonObject[]) =>
    file(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const chat: readonly JsonObject[] = [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Read the note.' },
    {
      role: 'assistant',
      content: '',
      tool_calls: [{ id: 'c1', type: 'function', function: { name: 'read', arguments: '{"path":"note"}' } }],
    },
    { role: 'tool', content: '[trimmed by self] tea', tool_call_id: 'c1' },
    { role: 'assistant', content: 'Tea.', reasoning_content: 'It says tea.', weight: 1 },
  ];
  return [
    jsonl(
      'claude.jsonl',
      {
        type: 'user',
        sessionId: 's',
        uuid: '1',
        parentUuid: null,
        timestamp: '2026-01-01T00:00:00Z',
        message: { role: 'user', content: 'q' },
      },
      {
        type: 'assistant',
        sessionId: 's',
        uuid: '2',
        parentUuid: '1',
        timestamp: '2026-01-01T00:00:01Z',
        message: {
          role: 'assistant',
          content: [{ type: 'tool_use', id: 't', name: 'Bash', input: { command: 'ls' } }],
        },
      },
      {
        type: 'user',
        sessionId: 's',
        uuid: '3',
        parentUuid: '2',
        timestamp: '2026-01-01T00:00:02Z',
        message: { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't', content: 'a\nb' }] },
      },
      {
        type: 'assistant',
        sessionId: 's',
        uuid: '4',
        parentUuid: '3',
        timestamp: '2026-01-01T00:00:03Z',
        message: { role: 'assistant', content: [{ type: 'text', text: 'Two.' }], stop_reason: 'end_turn' },
      },
    ),
    jsonl(
      'codex.jsonl',
      { timestamp: '2026-01-01T00:00:00Z', type: 'session_meta', payload: { id: 'x', cli_version: '1' } },
      {
        timestamp: '2026-01-01T00:00:01Z',
        type: 'response_item',
        payload: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'q' }] },
      },
      {
        timestamp: '2026-01-01T00:00:02Z',
        type: 'response_item',
        payload: { type: 'function_call', name: 'shell', arguments: '{"command":["ls"]}', call_id: 'c' },
      },
      {
        timestamp: '2026-01-01T00:00:03Z',
        type: 'response_item',
        payload: { type: 'function_call_output', call_id: 'c', output: '{"output":"a"}' },
      },
      {
        timestamp: '2026-01-01T00:00:04Z',
        type: 'response_item',
        payload: { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'One.' }] },
      },
    ),
    jsonl(
      'rows.jsonl',
      { messages: chat, tools: [] },
      {
        conversations: [
          { from: 'human', value: 'q' },
          { from: 'function_call', value: '{"name":"f","arguments":{}}' },
          { from: 'observation', value: 'r' },
          { from: 'gpt', value: 'a' },
        ],
      },
      { instruction: 'Say hi.', input: 'To Sam.', output: 'Hi Sam.', history: [['a', 'b']] },
      { prompt: chat.slice(0, 2), completion: chat.slice(4) },
      { user: 'q', assistant: 'a', task_category: 'x', source: 'trace' },
    ),
    jsonl('atif.jsonl', {
      schema_version: 'ATIF-v1.2',
      session_id: 'at',
      agent: { name: 'a', model_name: 'm' },
      steps: [
        { source: 'user', message: 'q', timestamp: '2026-01-01T00:00:00Z' },
        {
          source: 'agent',
          message: '',
          tool_calls: [{ tool_call_id: 'c', function_name: 'f', arguments: {} }],
          observation: { results: [{ source_call_id: 'c', content: 'r' }] },
        },
        { source: 'agent', message: 'a' },
      ],
    }),
    jsonl(
      'claude-links.jsonl',
      { type: 'summary', summary: 'A title', leafUuid: '5' },
      {
        ...{
          type: 'user',
          session_id: 's',
          uuid: '1',
          message: { role: 'user', content: [{ type: 'text', text: 'q' }] },
        },
      },
      { type: 'progress', sessionId: 's', uuid: '2', parentUuid: '1' },
      {
        ...{ type: 'assistant', sessionId: 's', uuid: '3', parentUuid: '2' },
        message: { id: 'm', role: 'assistant', content: [{ type: 'text', text: 'a' }], stop_reason: null },
      },
      {
        type: 'user',
        sessionId: 's',
        uuid: '4',
        parentUuid: '3',
        message: { content: '[Request interrupted by user]' },
      },
      {
        type: 'attachment',
        sessionId: 's',
        uuid: '5',
        parentUuid: '4',
        attachment: { type: 'queued_command', prompt: 'r' },
      },
      {
        ...{ type: 'assistant', sessionId: 's', uuid: '6', parentUuid: '5' },
        message: { id: 'n', role: 'assistant', content: 'b', stop_reason: 'end_turn' },
      },
    ),
    jsonl(
      'codex-bare.jsonl',
      { id: 'x', timestamp: '2025-06-01T00:00:00Z', git: {}, instructions: 'i' },
      { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'q' }] },
      { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'a' }] },
      { timestamp: '2025-06-01T00:00:00Z', type: 'event_msg', payload: { type: 'thread_rolled_back', num_turns: 1 } },
      {
        timestamp: '2025-06-01T00:00:00Z',
        type: 'compacted',
        payload: { message: 's', replacement_history: [{ type: 'message', role: 'user', content: 'k' }] },
      },
      { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'r' }] },
      { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'b' }] },
    ),
    jsonl(
      'tags.jsonl',
      {
        conversations: [
          { from: 'system', value: '<tools>[{"name":"f"}]</tools>' },
          { from: 'human', value: 'q' },
          { from: 'gpt', value: '<tool_call>{"name":"f","arguments":{}}</tool_call>' },
          { from: 'tool', value: '<tool_response>r</tool_response>' },
          { from: 'gpt', value: 'a' },
        ],
      },
      { prompt: 'q', chosen: [{ role: 'assistant', content: 'a' }], rejected: [] },
      {
        messages: [
          { role: 'user', content: 'q' },
          { role: 'assistant', function_call: { name: 'f', arguments: '{}' } },
        ],
      },
    ),
    file(LIST, `[\n${JSON.stringify({ messages: chat })},\n${JSON.stringify({ question: 'q', answer: 'a' })}\n]\n`),
    jsonl('canonical.jsonl', {
      schema: 'oc.row/1',
      id: 'i',
      messages: chat,
      tools: '[]',
      provenance: '{}',
      tags: ['t'],
    }),
  ];
}

export const seeded = (seed: number, name: string): Random => createRandom(seed, name);
