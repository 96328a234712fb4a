import type { JsonObject, JsonValue } from '../../types.ts';
import { openDrop } from '../drop.ts';
import { createIssues } from '../issues.ts';
import { loadSessions } from '../load.ts';
import { recordedSnapshot, transcriptSnapshot } from '../training-export/snapshot.ts';
import { each, fixtureFiles, testContext } from './drops.ts';

/** A conversation of the agent to convert as OpenClaw's training export does. */
export interface ExportCase {
  readonly name: string;
  readonly messages: readonly JsonValue[];
  readonly systemPrompt?: string;
  readonly compat?: JsonObject;
  readonly model?: string;
}

/** Every conversation of the fixtures: as recorded while it ran, and as the transcript has it. */
export async function fixtureCases(): Promise<readonly ExportCase[]> {
  const ctx = testContext();
  const files = fixtureFiles('bundles', 'sessions', 'db/openclaw-agent.sqlite.gz', 'db/small-agent.sqlite.gz');
  const drop = await openDrop(each(files), ctx);
  const cases: ExportCase[] = [];
  for (const source of drop.sources)
    for await (const { id, path, recorded } of loadSessions(source, ctx, createIssues(source.path))) {
      const snapshots = { recording: recordedSnapshot(recorded ?? {}), transcript: transcriptSnapshot(id, path) };
      for (const [from, snapshot] of Object.entries(snapshots)) {
        if (typeof snapshot === 'string') continue;
        const { systemPrompt, messages } = snapshot;
        const prompt = systemPrompt === undefined ? {} : { systemPrompt };
        cases.push({ name: `${from} of ${source.path} ${id}`, messages, ...prompt });
      }
    }
  return cases;
}

const said = (text: JsonValue): JsonObject => ({ type: 'text', text });
const thought = (thinking: string, more: JsonObject = {}): JsonObject => ({ type: 'thinking', thinking, ...more });
const call = (id: string, name = 'exec', args: JsonValue = { command: 'ls' }): JsonObject => ({
  type: 'toolCall',
  id,
  name,
  arguments: args,
});
const image: JsonObject = { type: 'image', data: 'AAAA', mimeType: 'image/png' };
const user = (content: JsonValue): JsonObject => ({ role: 'user', content, timestamp: 1 });
const model = (content: JsonValue, more: JsonObject = {}): JsonObject => ({
  role: 'assistant',
  content,
  provider: 'anthropic',
  api: 'anthropic-messages',
  model: 'claude',
  stopReason: 'stop',
  timestamp: 2,
  ...more,
});
const result = (toolCallId: string, content: JsonValue, more: JsonObject = {}): JsonObject => ({
  role: 'toolResult',
  toolCallId,
  toolName: 'exec',
  content,
  isError: false,
  timestamp: 3,
  ...more,
});
const HIGH = '\ud83d';
const own = { provider: 'openai', api: 'openai-completions', model: 'gpt-5' };
const LONG = 'call_0123456789012345678901234567890123456789_';
const TRUNCATED = { truncated: true, reason: 'trajectory-field-size-limit', originalChars: 40000, limitChars: 32768 };

/** One case a quirk of the conversion (training-export.md sections 3 to 5, 8 and 9). */
export const QUIRKS: readonly ExportCase[] = [
  { name: 'plain', messages: [user('hi'), model([said('hello')])], systemPrompt: 'SYS' },
  { name: 'empty prompt', messages: [user('hi'), model([said('hello')])], systemPrompt: '' },
  { name: 'empty user text', messages: [user(''), model([said('hello')])] },
  { name: 'user parts', messages: [user([said('a'), said('b')]), model([said('x'), said('  '), said('y')])] },
  { name: 'user without parts', messages: [user([]), user('q'), model([said('x')])] },
  { name: 'only a user without parts', messages: [user([]), model([said('x')])] },
  { name: 'lone surrogates', messages: [user(`a${HIGH}b`), model([said(`${HIGH}c`)])], systemPrompt: `s${HIGH}` },
  { name: 'astral letters', messages: [user('😀'), model([said('𝒳')])] },
  { name: 'images', messages: [user([image, image, said('see'), image]), model([said('x')])] },
  { name: 'text like an image', messages: [user([said('(image omitted: model does not support images)'), image])] },
  {
    name: 'image results',
    messages: [user('q'), model([call('a')]), result('a', [image, image, said('t')]), model([said('x')])],
  },
  { name: 'empty result', messages: [user('q'), model([call('a')]), result('a', []), model([said('x')])] },
  { name: 'result as text', messages: [user('q'), model([call('a')]), result('a', 'plain'), model([said('x')])] },
  {
    name: 'results joined',
    messages: [user('q'), model([call('a')]), result('a', [said(' a '), said('')]), model([said('x')])],
  },
  {
    name: 'truncated result',
    messages: [user('q'), model([call('a')]), result('a', [said(TRUNCATED)]), model([said('x')])],
  },
  { name: 'truncated user', messages: [user([said(TRUNCATED)]), model([said('x')])] },
  { name: 'truncated answer', messages: [user('q'), model([said(TRUNCATED)])] },
  { name: 'answer as text', messages: [user('q'), model('plain')] },
  { name: 'user without content', messages: [{ role: 'user' }, model([said('x')])] },
  {
    name: 'result without content',
    messages: [user('q'), { role: 'toolResult', toolCallId: 'a' }, model([said('x')])],
  },
  { name: 'null block', messages: [user('q'), model([null, said('x')])] },
  { name: 'null message', messages: [user('q'), null, model([said('x')])] },
  { name: 'text for a message', messages: [user('q'), '[Truncated]', model([said('x')])] },
  {
    name: 'tool only, unanswered at the end',
    messages: [user('q'), model([said('x')]), user('r'), model([call('a')])],
  },
  {
    name: 'unanswered before a user',
    messages: [user('q'), model([call('a'), call('b')]), result('b', [said('t')]), user('r'), model([said('x')])],
  },
  { name: 'unanswered before an answer', messages: [user('q'), model([call('a')]), model([said('x')])] },
  {
    name: 'answered too late',
    messages: [user('q'), model([call('a')]), user('r'), result('a', [said('t')]), model([said('x')])],
  },
  { name: 'orphan', messages: [user('q'), result('zz', [said('t')]), model([said('x')])] },
  {
    name: 'failed answer',
    messages: [
      user('q'),
      model([thought('E'), call('a')], { stopReason: 'error' }),
      result('a', [said('t')]),
      model([thought('G'), said('x')]),
    ],
  },
  {
    name: 'stopped answer',
    messages: [user('q'), model([said('par')], { stopReason: 'aborted' }), user('r'), model([said('x')])],
  },
  {
    name: 'thinking only',
    messages: [user('q'), model([thought('T')]), model([said('x')]), user('r'), model([said('y')])],
  },
  { name: 'blank thinking', messages: [user('q'), model([thought('  '), thought(' a '), thought('b'), said('x')])] },
  {
    name: 'hidden thinking',
    messages: [user('q'), model([thought('[Reasoning redacted]', { redacted: true }), said('x')])],
  },
  {
    name: 'signed thinking',
    messages: [user('q'), model([thought('T', { thinkingSignature: 'reasoning_content' }), said('x')], own)],
  },
  {
    name: 'other roles',
    messages: [
      user('q'),
      { role: 'branchSummary', summary: 's' },
      { role: 'custom', content: 'c' },
      { role: 'bashExecution', command: 'ls', output: '' },
      TRUNCATED,
      model([said('x')]),
    ],
  },
  {
    name: 'compaction',
    messages: [{ role: 'compactionSummary', summary: 'done', tokensBefore: 5 }, user('q'), model([said('x')])],
  },
  { name: 'blank compaction', messages: [{ role: 'compactionSummary', summary: '  ' }, user('q'), model([said('x')])] },
  {
    name: 'long ids',
    messages: [
      user('q'),
      model([call(`${LONG}1`), call(`${LONG}2`)]),
      result(`${LONG}1`, [said('1')]),
      result(`${LONG}2`, [said('2')]),
      model([said('x')]),
    ],
  },
  {
    name: 'ids with a bar',
    messages: [user('q'), model([call('call+1/2|fc_9')]), result('call+1/2|fc_9', [said('1')]), model([said('x')])],
  },
  {
    name: 'ids with a bar of its own model',
    messages: [
      user('q'),
      model([call('call+1/2|fc_9')], own),
      result('call+1/2|fc_9', [said('1')]),
      model([said('x')]),
    ],
  },
  {
    name: 'id of a bar alone',
    messages: [user('q'), model([call('|fc')]), result('|fc', [said('1')]), model([said('x')])],
  },
  {
    name: 'call without id',
    messages: [user('q'), model([{ type: 'toolCall', name: 'exec', arguments: {} }]), model([said('x')])],
  },
  {
    name: 'call without arguments',
    messages: [
      user('q'),
      model([{ type: 'toolCall', id: 'a', name: 'exec' }]),
      result('a', [said('t')]),
      model([said('x')]),
    ],
  },
  {
    name: 'foreign call blocks',
    messages: [user('q'), model([{ type: 'tool_use', id: 'a', name: 'exec', input: {} }, said('x')])],
  },
  { name: 'nothing of the model', messages: [user('q'), model([])] },
  { name: 'nothing of a user', messages: [model([said('x')])] },
  { name: 'no messages', messages: [] },
  {
    name: 'bridge',
    compat: { requiresAssistantAfterToolResult: true },
    messages: [
      user('q'),
      model([thought('A'), call('a')]),
      result('a', [said('t')]),
      user('r'),
      model([thought('B'), said('x')]),
    ],
  },
  {
    name: 'bridge before a user without parts',
    compat: { requiresAssistantAfterToolResult: true },
    messages: [user('q'), model([call('a')]), result('a', [said('t')]), user([]), model([said('x')])],
  },
  {
    name: 'tool names',
    compat: { requiresToolResultName: true },
    messages: [
      user('q'),
      model([call('a')]),
      result('a', [said('t')]),
      result('b', [said('t')], { toolName: '' }),
      model([call('c')]),
      model([said('x')]),
    ],
  },
  ...(
    [
      'supportsStore',
      'supportsDeveloperRole',
      'supportsReasoningEffort',
      'supportsUsageInStreaming',
      'supportsStrictMode',
    ] as const
  ).map((flag) => ({
    name: `without ${flag}`,
    compat: { [flag]: false },
    systemPrompt: 'SYS',
    messages: [user('q'), model([thought('A'), said('x')])],
  })),
  ...(
    [
      'requiresThinkingAsText',
      'requiresReasoningContentOnAssistantMessages',
      'requiresStringContent',
      'strictMessageKeys',
    ] as const
  ).map((flag) => ({
    name: `with ${flag}`,
    compat: { [flag]: true },
    systemPrompt: 'SYS',
    messages: [user('q'), model([thought('A'), said('x')])],
  })),
  {
    name: 'the model of the configuration',
    model: 'claude',
    messages: [
      user('q'),
      model([call(`${LONG}1`)], { provider: 'openai', api: 'openai-completions' }),
      result(`${LONG}1`, [said('1')]),
      model([said('x')]),
    ],
  },
];
