import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../types.ts';
import { dropsOf, episodesOf, file, readDrop } from './testing/drops.ts';
import { expectWellFormed } from './testing/well-formed-checks.ts';

const rows = async (...values: JsonObject[]) => {
  const { parsed, findings } = await readDrop([
    file('rows.jsonl', values.map((value) => `${JSON.stringify(value)}\n`).join('')),
  ]);
  const episodes = episodesOf(parsed);
  for (const episode of episodes) expectWellFormed(episode);
  return { episodes, drops: dropsOf(parsed), codes: findings.map(({ code }) => code) };
};
const chat: JsonObject[] = [
  { role: 'user', content: 'Restart the pod.' },
  { role: 'assistant', content: 'Done.' },
];

describe('protocol rows', () => {
  test('messages, conversation and user with assistant are the same row in three shapes', async () => {
    const found = await rows(
      { messages: chat, source: 'trace' },
      { conversation: chat },
      { user: 'Restart the pod.', assistant: 'Done.', task_category: 'unsafe_request', outcome: 'success' },
    );
    expect(found.episodes.map(({ messages }) => messages.map(({ role }) => role).join())).toEqual([
      'user,assistant',
      'user,assistant',
      'system,user,assistant',
    ]);
    expect(found.episodes[2]).toMatchObject({
      origin: 'adversarial',
      outcome: 'success',
      tags: ['category:unsafe_request', 'source:trace'],
    });
    expect(found.episodes[0]).toMatchObject({
      origin: 'real',
      outcome: 'unknown',
      tags: ['category:agent_task', 'source:trace'],
    });
  });

  test('null content is empty, arrays become text, tool fields stay', async () => {
    const { episodes } = await rows({
      messages: [
        {
          role: 'User',
          content: [
            { type: 'text', text: 'one' },
            { type: 'text', text: 'two' },
          ],
        },
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'c', type: 'function', function: { name: 'exec', arguments: '{"n":1}' } }],
        },
        { role: 'tool', tool_call_id: 'c', content: 'ok' },
        { role: 'assistant', content: 'Done.', reasoning_content: ' think ' },
      ],
    });
    expect(episodes[0]?.messages).toMatchObject([
      { content: [{ text: 'one\ntwo' }] },
      { content: [], toolCalls: [{ id: 'c', name: 'exec', arguments: { n: 1 } }] },
      { toolCallId: 'c', name: 'exec' },
      { reasoning: 'think' },
    ]);
  });

  test('thinking written in front of an answer is reasoning', async () => {
    const { episodes } = await rows({
      messages: [chat[0] ?? {}, { role: 'assistant', content: '<think>\nWhy.\n</think>\n\nDone.' }],
    });
    expect(episodes[0]?.messages[1]).toMatchObject({ reasoning: 'Why.', content: [{ text: 'Done.' }] });
  });

  test('rows without usable messages are dropped by name', async () => {
    const found = await rows(
      { messages: chat },
      { messages: [{ role: 'x', content: 'y' }] },
      { nothing: 1 },
      { user: '', assistant: '' },
    );
    expect(found.episodes).toHaveLength(1);
    expect(found.drops).toEqual([
      ...['malformed_row rows.jsonl:2', 'malformed_row rows.jsonl:3', 'no_complete_turn rows.jsonl:4'],
    ]);
  });
});

describe('training export', () => {
  const line = (messages: JsonObject[], meta: JsonObject = {}, tools: JsonObject[] = []) => ({
    messages,
    tools,
    meta: { episodeId: 'e', sessionId: 's', trajectory: {}, ...meta },
  });
  const callWith = (args: string): JsonObject => ({
    role: 'assistant',
    content: '',
    tool_calls: [{ id: 'c', type: 'function', function: { name: 'edit', arguments: args } }],
  });

  test('arguments lost to a size marker, or that are no JSON, are not trained on', async () => {
    for (const args of ['{"edits":{"truncated":true,"reason":"trajectory-depth-limit","limitDepth":6}}', '{"cut":']) {
      const { episodes } = await rows(
        line([
          { role: 'user', content: 'q' },
          callWith(args),
          { role: 'tool', tool_call_id: 'c', content: 'r' },
          { role: 'assistant', content: 'a' },
        ]),
      );
      expect(episodes[0]?.messages.filter(({ role }) => role === 'assistant').map(({ weight }) => weight)).toEqual([
        0, 1,
      ]);
      expect(episodes[0]?.damage.masked_answer).toBe(1);
    }
  });

  test('stand-ins of the exporter are recognised', async () => {
    const { episodes } = await rows(
      line([
        { role: 'system', content: 'You are\n<!-- OPENCLAW_CACHE_BOUNDARY -->\nhelpful.' },
        { role: 'user', content: 'q' },
        callWith('{}'),
        { role: 'tool', tool_call_id: 'c', content: '(see attached image)' },
        { role: 'assistant', content: 'I have processed the tool results.' },
        { role: 'user', content: 'more' },
        { role: 'assistant', content: 'a', reasoning_content: '[Reasoning redacted]' },
      ]),
    );
    expect(episodes[0]?.messages.map(({ role }) => role)).toEqual([
      'system',
      'user',
      'assistant',
      'tool',
      'user',
      'assistant',
    ]);
    expect(episodes[0]?.messages[0]?.content).toEqual([{ type: 'text', text: 'You are\nhelpful.' }]);
    expect(episodes[0]?.messages[3]?.content).toEqual([]);
    expect(episodes[0]?.messages.at(-1)).not.toHaveProperty('reasoning');
  });

  test('pictures that the exporter left out are pictures', async () => {
    const { episodes } = await rows(
      line([
        { role: 'user', content: 'Look:\n(image omitted: model does not support images)' },
        callWith('{}'),
        { role: 'tool', tool_call_id: 'c', content: '(tool image omitted: model does not support images)' },
        { role: 'assistant', content: 'It says (image omitted: model does not support images) here.' },
      ]),
    );
    const picture = { type: 'image', mimeType: 'image/*', bytes: 0 };
    expect(episodes[0]?.messages.map(({ content }) => content)).toEqual([
      [{ type: 'text', text: 'Look:' }, picture],
      [],
      [picture],
      [{ type: 'text', text: 'It says (image omitted: model does not support images) here.' }],
    ]);
  });

  test('a call whose result was made up counts as unanswered', async () => {
    const { episodes } = await rows(
      line([
        ...chat,
        { role: 'user', content: 'q' },
        callWith('{}'),
        { role: 'tool', tool_call_id: 'c', content: 'No result provided' },
        { role: 'assistant', content: 'a' },
      ]),
    );
    expect(episodes[0]?.damage).toMatchObject({ unanswered_call: 1 });
  });

  test('halves of a compaction without the other are told', async () => {
    const task = line(chat, { trigger: 'on_compaction' });
    const summary = line(chat, { trigger: 'on_compaction', compaction: { tokensBefore: 1 } });
    expect((await rows(task, summary)).codes).toEqual([]);
    expect((await rows(task, line(chat), summary)).codes).toEqual(['unpaired_compaction']);
    expect((await rows(line(chat), task)).codes).toEqual(['unpaired_compaction']);
  });

  test('summaries are told from tasks by meta, else by their layout', async () => {
    const summary = [
      { role: 'system', content: 'Summarise.' },
      { role: 'user', content: '<conversation>\n[User]: hi\n</conversation>' },
      { role: 'assistant', content: '## Goal' },
    ];
    const { episodes } = await rows(
      line(summary, { compaction: { tokensBefore: 1 } }),
      line(summary, { trajectory: {} }),
      { messages: summary, tools: [], meta: { episodeId: 'e' } },
    );
    expect(episodes.map(({ kind }) => kind)).toEqual(['compact-summary', 'task', 'compact-summary']);
  });
});
