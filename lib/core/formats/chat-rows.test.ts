import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../types.ts';
import { jsonl, readFile, shape } from './testing/read-file.ts';

describe('chat rows', () => {
  const rows: JsonObject[] = [
    {
      conversations: [
        { from: 'system', value: 'S' },
        { from: 'human', value: 'q' },
        { from: 'gpt', value: 'a' },
      ],
    },
    {
      conversations: [
        { from: 'human', value: 'q' },
        { from: 'function_call', value: '{"name":"f","arguments":{"x":1}}' },
        { from: 'observation', value: 'r' },
        { from: 'gpt', value: 'a' },
      ],
      system: 'S',
      tools: '[{"name":"f","description":"d","parameters":{"type":"object"}}]',
    },
    { instruction: 'Add.', input: '1 2', output: '3', history: [['hi', 'hello']] },
    { question: 'q', response: 'a', system_prompt: 'S' },
    { prompt: 'q', completion: 'a' },
    { prompt: [{ role: 'user', content: 'q' }], completion: [{ role: 'assistant', content: 'a' }] },
  ];
  const expected = [
    'system0 user0 assistant1',
    'system0 user0 assistant1 tool0 assistant1',
    'user0 assistant1 user0 assistant1',
    'system0 user0 assistant1',
    'user0 assistant1',
    'user0 assistant1',
  ];

  test('in six shapes, as lines and as one array', async () => {
    for (const [name, content] of [
      ['rows.jsonl', jsonl(rows)],
      ['rows.json', JSON.stringify(rows, null, 1)],
      ['one.json', JSON.stringify(rows)],
    ] as const) {
      const { episodes, kinds } = await readFile(name, content);
      expect(kinds).toEqual(['chat-rows']);
      expect(episodes.map(({ messages }) => shape(messages))).toEqual(expected);
      expect(episodes[1]?.messages[2]).toMatchObject({ toolCalls: [{ name: 'f', arguments: { x: 1 } }] });
      expect(episodes[1]?.tools).toMatchObject([{ name: 'f', description: 'd' }]);
    }
  });

  test('rows of this program come back as they were', async () => {
    const blank = { content: '', reasoning_content: '', name: '', tool_call_id: '', tool_calls: [], weight: 0 };
    const row = {
      ...{
        schema: 'oc.row/1',
        id: 'oc_x',
        harness: 'openclaw',
        origin: 'synthetic',
        session_id: 's_1',
        group_id: 'g_1',
        outcome: 'success',
      },
      messages: [
        { ...blank, role: 'system', content: 'S' },
        { ...blank, role: 'user', content: 'q' },
        { ...blank, role: 'assistant', weight: 0, content: 'context' },
        { ...blank, role: 'user', content: 'q' },
        {
          ...blank,
          role: 'assistant',
          weight: 1,
          reasoning_content: 'r',
          tool_calls: [{ id: 'c', type: 'function', function: { name: 'read', arguments: '{"p":1}' } }],
        },
        { ...blank, role: 'tool', content: 't', name: 'read', tool_call_id: 'c' },
        { ...blank, role: 'assistant', weight: 1, content: 'a' },
      ],
      tools: '[{"type":"function","function":{"name":"read","description":"d","parameters":{"type":"object"}}}]',
      tags: ['files'],
      provenance: '{"created_ms":5,"model":"m"}',
    };
    const { episodes } = await readFile('train.jsonl', jsonl([row]));
    expect(shape(episodes[0]?.messages)).toBe('system0 user0 assistant0 user0 assistant1 tool0 assistant1');
    expect(episodes[0]).toMatchObject({
      origin: 'synthetic',
      groupKey: 'g_1',
      outcome: 'success',
      tags: ['files'],
      damage: {},
      tools: [{ description: 'd' }],
    });
  });

  const said = (messages: Awaited<ReturnType<typeof readFile>>['episodes'][number]['messages'] | undefined) =>
    messages?.map(({ role, content, toolCalls }) => [
      role,
      content.map((part) => (part.type === 'text' ? part.text : part.mimeType)).join(),
      ...(toolCalls ?? []).map(({ name, arguments: args }) => `${name} ${JSON.stringify(args)}`),
    ]);
  const asked = { role: 'user', content: 'q' };
  const answered = { role: 'assistant', content: 'a' };
  const played = [
    ['user', 'q'],
    ['assistant', '', 'f {"x":1}'],
    ['tool', 'r'],
    ['assistant', 'a'],
  ];

  test.each<[string, JsonObject]>([
    [
      'the function call of older APIs',
      {
        messages: [
          asked,
          { role: 'assistant', content: null, function_call: { name: 'f', arguments: '{"x":1}' } },
          { role: 'function', name: 'f', content: 'r' },
          answered,
        ],
      },
    ],
    [
      'calls and results without ids',
      {
        messages: [
          asked,
          { role: 'assistant', content: '', tool_calls: [{ function: { name: 'f', arguments: { x: 1 } } }] },
          { role: 'tool', content: 'r' },
          answered,
        ],
      },
    ],
    [
      'calls as the text of a list',
      {
        messages: JSON.stringify([
          asked,
          {
            role: 'assistant',
            content: '',
            tool_calls: '[{"id":"c","function":{"name":"f","arguments":"{\\"x\\":1}"}}]',
          },
          { role: 'tool', tool_call_id: 'c', content: 'r' },
          answered,
        ]),
      },
    ],
    [
      'blocks of calls and results',
      {
        messages: [
          asked,
          { role: 'assistant', content: [{ type: 'tool_use', id: 'c', name: 'f', input: { x: 1 } }] },
          {
            role: 'user',
            content: [{ type: 'tool_result', tool_use_id: 'c', content: [{ type: 'text', text: 'r' }] }],
          },
          answered,
        ],
      },
    ],
    [
      'tags in texts',
      {
        conversations: [
          { from: 'human', value: 'q' },
          { from: 'gpt', value: '<tool_call>\n{"name": "f", "arguments": {"x": 1}}\n</tool_call>' },
          { from: 'tool', value: '<tool_response>\nr\n</tool_response>' },
          { from: 'gpt', value: 'a' },
        ],
      },
    ],
    [
      'a list of calls as one turn',
      {
        conversations: [
          { from: 'user', value: 'q' },
          { from: 'function_call', value: '[{"name":"f","arguments":{"x":1}}]' },
          { from: 'function_response', value: 'r' },
          { from: 'assistant', value: 'a' },
        ],
      },
    ],
  ])('%s are calls with their results', async (_, row) => {
    const { episodes, codes } = await readFile('rows.jsonl', jsonl([row]));
    expect(said(episodes[0]?.messages)).toEqual(played);
    expect(codes).toEqual([]);
  });

  test('two results without ids answer two calls in their order, or by the name they give', async () => {
    const calls = ['f', 'g'].map((name) => ({ function: { name, arguments: '{}' } }));
    const rows = [
      [{ content: 'of f' }, { content: 'of g' }],
      [{ content: 'of g', name: 'g' }, { content: 'of f' }],
    ].map((results) => ({
      messages: [
        asked,
        { role: 'assistant', content: '', tool_calls: calls },
        ...results.map((result) => ({ role: 'tool', ...result })),
        answered,
      ],
    }));
    const { episodes } = await readFile('rows.jsonl', jsonl(rows));
    for (const { messages } of episodes)
      expect(messages.filter(({ role }) => role === 'tool').map(({ content, name }) => [name, content])).toEqual([
        ['f', [{ type: 'text', text: 'of f' }]],
        ['g', [{ type: 'text', text: 'of g' }]],
      ]);
  });

  test('tools are found as text, under their older name, and in the prompt', async () => {
    const tool = { name: 'f', description: 'd', parameters: { type: 'object' } };
    const wrapped = { type: 'function', function: tool };
    const messages = [asked, answered];
    const { episodes } = await readFile(
      'rows.jsonl',
      jsonl([
        { messages, tools: JSON.stringify([wrapped]) },
        { messages, functions: [tool] },
        { messages: [{ role: 'system', content: `<tools>\n${JSON.stringify(wrapped)}\n</tools>` }, ...messages] },
        {
          conversations: [
            { from: 'system', value: `<tools>${JSON.stringify([tool])}</tools>` },
            { from: 'human', value: 'q' },
            { from: 'gpt', value: 'a' },
          ],
        },
      ]),
    );
    expect(episodes.map(({ tools }) => tools)).toEqual([[tool], [tool], [tool], [tool]]);
  });

  test.each<[string, JsonObject, string]>([
    ['a prompt and lists of one answer', { prompt: 'q', chosen: [answered], rejected: [asked] }, 'user0 assistant1'],
    ['a prompt and whole conversations', { prompt: 'q', chosen: [asked, answered], rejected: [] }, 'user0 assistant1'],
    ['whole conversations alone', { chosen: [asked, answered], rejected: [asked, answered] }, 'user0 assistant1'],
    ['messages and a text', { prompt: [asked], completion: 'a' }, 'user0 assistant1'],
    ['an instruction with its context', { instruction: 'q', context: 'c', response: 'a' }, 'user0 assistant1'],
    ['a problem and its solution', { problem: 'q', solution: 'a' }, 'user0 assistant1'],
    [
      'turns under another name',
      {
        conversation: [
          { from: 'human', value: 'q' },
          { from: 'gpt', value: 'a' },
        ],
      },
      'user0 assistant1',
    ],
    [
      'a system that speaks in between',
      { messages: [asked, answered, { role: 'system', content: 's' }, answered] },
      'user0 assistant1 user0 assistant1',
    ],
  ])('%s', async (_, row, expected) => {
    const { episodes } = await readFile('rows.jsonl', jsonl([row]));
    expect(shape(episodes[0]?.messages)).toBe(expected);
  });

  test('a list of any length is read item by item, and a broken item costs itself', async () => {
    const row = JSON.stringify({ messages: [asked, answered], note: '"] , [{' });
    const { episodes, codes } = await readFile(
      'rows.json',
      `\ufeff[\n${row},\n{"broken": },\n${row},\n${row.slice(0, 40)}`,
    );
    expect(episodes).toHaveLength(2);
    expect(codes).toEqual(['line_broken', 'line_cut']);
  });
});
