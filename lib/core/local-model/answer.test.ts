import { describe, expect, test } from 'vitest';
import { isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { createAnswerBuilder, readWhole } from './answer.ts';

const build = (chunks: readonly JsonValue[]) => {
  const builder = createAnswerBuilder();
  for (const chunk of chunks) builder.add(chunk);
  return builder.build();
};
const delta = (said: JsonObject, finish: string | null = null): JsonObject => ({
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta: said, finish_reason: finish }],
});
const call = (fields: JsonObject): JsonObject => delta({ tool_calls: [fields] });

/** The same answer as each server streams it. */
const DIALECTS: Readonly<Record<string, readonly JsonObject[]>> = {
  Ollama: [
    delta({ role: 'assistant', content: '', reasoning: 'Look' }),
    delta({ role: 'assistant', content: '', reasoning: ' first.' }),
    delta({
      role: 'assistant',
      content: '',
      tool_calls: [
        { id: 'call_wteop8bt', index: 0, type: 'function', function: { name: 'exec', arguments: '{"command":"ls"}' } },
      ],
    }),
    delta({ role: 'assistant', content: '' }, 'tool_calls'),
  ],
  'LM Studio': [
    delta({ role: 'assistant', reasoning_content: 'Look first.' }),
    call({ index: 0, id: '482917', type: 'function', function: { name: 'exec', arguments: '' } }),
    call({ index: 0, type: 'function', function: { name: '', arguments: '{"command' } }),
    call({ index: 0, type: 'function', function: { name: '', arguments: '":"ls"}' } }),
    delta({}, 'tool_calls'),
  ],
  'llama.cpp': [
    delta({ role: 'assistant', content: null }),
    delta({ reasoning_content: 'Look first.' }),
    call({ index: 0, id: 'XUcMOvy0', type: 'function', function: { name: 'exec', arguments: '' } }),
    call({ index: 0, function: { arguments: '{"command":' } }),
    call({ index: 0, function: { arguments: '"ls"}' } }),
    delta({}, 'tool_calls'),
    { object: 'chat.completion.chunk', choices: [], usage: { total_tokens: 9 }, timings: {} },
  ],
  'llama.cpp of spring 2025': [
    call({ index: 0, function: { id: 'a', name: 'exec', arguments: '' } }),
    call({ index: 0, function: { id: 'a', name: 'exec', arguments: '{"command":' } }),
    call({ index: 0, function: { id: 'a', name: 'exec', arguments: '"ls"}' } }),
    delta({ reasoning_content: 'Look first.' }, 'tool'),
  ],
  vLLM: [
    delta({ role: 'assistant', content: '' }),
    delta({ reasoning: 'Look first.' }),
    call({ id: 'chatcmpl-tool-1', type: 'function', index: 0, function: { name: 'exec' } }),
    call({ index: 0, function: { arguments: '{"command": "' } }),
    call({ index: 0, function: { arguments: 'ls"}' } }),
    delta({ content: '' }, 'stop'),
  ],
  'a server that knows no reasoning field': [
    delta({ content: '<think>Look ' }),
    delta({ content: 'first.</think>\n' }),
    delta({ function_call: { name: 'exec', arguments: '{"command":"ls"}' } }),
    delta({}, 'function_call'),
  ],
};

test.each(Object.entries(DIALECTS))('%s is understood', (_, chunks) => {
  const { content, reasoning, calls } = build(chunks);
  expect({ content, reasoning }).toEqual({ content: '', reasoning: 'Look first.' });
  expect(calls.map(({ name, arguments: text }) => [name, JSON.parse(text)])).toEqual([['exec', { command: 'ls' }]]);
});

describe('how an answer ended', () => {
  test.each([
    ['stop', 'done'],
    ['end_turn', 'done'],
    ['eos', 'done'],
    ['length', 'cut'],
    ['max_tokens', 'cut'],
    ['content_filter', 'filtered'],
  ])('%s is %s', (reason, finish) => {
    expect(build([delta({ content: 'a' }, reason)]).finish).toBe(finish);
  });
});

test('content in parts is joined', () => {
  expect(
    build([
      delta(
        {
          content: [
            { type: 'text', text: 'a' },
            { type: 'text', text: 'b' },
          ],
        },
        'stop',
      ),
    ]).content,
  ).toBe('ab');
});

test.each([
  [{ error: 'out of memory' }, 'out of memory'],
  [{ error: { message: 'Compute error.' }, message: 'Compute error.' }, 'Compute error.'],
])('trouble inside a stream is trouble: %j', (chunk, detail) => {
  expect(() => build([chunk])).toThrow(expect.objectContaining({ failure: 'server', detail }));
});

test('a body of one chunk a line is read like a stream', () => {
  const lines = [delta({ content: 'a' }), delta({ content: 'b' }, 'stop')].filter(isJsonObject);
  expect(readWhole(lines.map((line) => `${JSON.stringify(line)}\n`).join('')).content).toBe('ab');
});
