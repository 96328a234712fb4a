import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../types.ts';
import { openDrop, readEpisodes } from './index.ts';
import type { Source } from './source.ts';
import { dropsOf, each, episodesOf, file, readDrop, testContext } from './testing/drops.ts';
import { expectWellFormed } from './testing/well-formed-checks.ts';

const jsonl = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const read = async (name: string, content: string) => {
  const { parsed, findings, drop } = await readDrop([file(name, content)]);
  for (const episode of episodesOf(parsed)) expectWellFormed(episode);
  return {
    episodes: episodesOf(parsed),
    drops: dropsOf(parsed),
    kinds: drop.sources.map(({ kind }) => kind),
    codes: findings.map(({ code }) => code),
  };
};
const shape = (messages: readonly { readonly role: string; readonly weight: number }[] | undefined) =>
  messages?.map(({ role, weight }) => `${role}${weight}`).join(' ');

describe('Claude Code', () => {
  let clock = 0;
  const line = (
    type: string,
    uuid: string,
    parentUuid: string | null,
    message: JsonValue,
    more: JsonObject = {},
  ): JsonObject => ({
    ...{
      parentUuid,
      isSidechain: false,
      userType: 'external',
      cwd: '/home/u/p',
      sessionId: 'cc-1',
      version: '2.1.0',
      type,
      message,
      uuid,
    },
    timestamp: new Date(1_780_000_000_000 + clock++ * 1000).toISOString(),
    ...more,
  });
  const user = (uuid: string, parent: string | null, content: JsonValue, more: JsonObject = {}) =>
    line('user', uuid, parent, { role: 'user', content }, more);
  const answer = (uuid: string, parent: string, id: string, block: JsonObject, more: JsonObject = {}) =>
    line(
      'assistant',
      uuid,
      parent,
      { id, role: 'assistant', model: 'claude-x', content: [block], stop_reason: null, usage: {} },
      more,
    );
  const text = (value: string) => ({ type: 'text', text: value });
  const use = (id: string) => ({ type: 'tool_use', id, name: 'Bash', input: { command: id } });
  const result = (uuid: string, parent: string, id: string) =>
    user(uuid, parent, [{ type: 'tool_result', tool_use_id: id, content: [text(`out ${id}`)] }], {
      toolUseResult: { stdout: 'again' },
    });

  const conversation = [
    { type: 'summary', summary: 'A title', leafUuid: 'z' },
    user('u1', null, 'Run both.'),
    answer('a1', 'u1', 'msg1', { type: 'thinking', thinking: 'Both at once.', signature: 'sig' }),
    answer('a2', 'a1', 'msg1', use('t1')),
    answer('a3', 'a2', 'msg1', use('t2')),
    result('r1', 'a2', 't1'),
    result('r2', 'a3', 't2'),
    user('abandoned', 'r2', 'Typed and taken back, xyz-abandoned.'),
    answer('a4', 'r2', 'msg2', text('Done.')),
  ];

  test('lines of one answer are one message, and parallel results stay with it', async () => {
    const { episodes, kinds, codes } = await read('cc.jsonl', jsonl(conversation));
    expect(kinds).toEqual(['claude-code']);
    expect(codes).toEqual([]);
    expect(shape(episodes[0]?.messages)).toBe('user0 assistant1 tool0 tool0 assistant1');
    expect(episodes[0]).toMatchObject({
      harness: 'claude-code',
      sessionId: 'cc-1',
      provenance: { parser: 'claude-code/2.1.0', model: 'claude-x' },
    });
    expect(episodes[0]?.messages[1]).toMatchObject({
      reasoning: 'Both at once.',
      toolCalls: [{ id: 't1' }, { id: 't2' }],
    });
    expect(JSON.stringify(episodes)).not.toMatch(/xyz-abandoned|toolUseResult|"again"|sig/);
  });

  test('a compaction starts a window, and what precedes it is kept', async () => {
    const after = [
      { ...line('system', 'b1', null, null), subtype: 'compact_boundary', logicalParentUuid: 'a4' },
      user('s1', 'b1', 'This session is being continued from a previous conversation.', { isCompactSummary: true }),
      answer('a5', 's1', 'msg3', text('Going on.')),
    ];
    const { episodes } = await read('cc.jsonl', jsonl([...conversation, ...after]));
    expect(episodes.map(({ messages }) => shape(messages))).toEqual([
      'user0 assistant1 tool0 tool0 assistant1',
      'user0 assistant1',
    ]);
  });

  test('sub-agents are sessions of their own in the same family', async () => {
    const side = [
      user('x1', null, 'Look it up.', { isSidechain: true }),
      answer('x2', 'x1', 'msg9', text('Found.'), { isSidechain: true }),
    ];
    const { episodes } = await read('cc.jsonl', jsonl([...conversation, ...side]));
    expect(episodes.map(({ sessionId, groupKey }) => [sessionId, groupKey])).toEqual([
      ['cc-1', 'cc-1'],
      ['cc-1/x1', 'cc-1'],
    ]);
  });

  test('an error of the service is a failed turn', async () => {
    const failed = [
      user('u2', 'a4', 'More.'),
      line(
        'assistant',
        'a9',
        'u2',
        { id: 'e', role: 'assistant', model: '<synthetic>', content: [text('API Error')] },
        { isApiErrorMessage: true },
      ),
    ];
    const { episodes } = await read('cc.jsonl', jsonl([...conversation, ...failed]));
    expect(episodes[0]?.damage).toMatchObject({ failed_turn: 1 });
  });
});

describe('Codex', () => {
  const line = (type: string, payload: JsonObject): JsonObject => ({
    timestamp: '2026-03-01T10:00:00.000Z',
    type,
    payload,
  });
  const item = (payload: JsonObject) => line('response_item', payload);
  const said = (role: string, text: string) =>
    item({ type: 'message', role, content: [{ type: role === 'assistant' ? 'output_text' : 'input_text', text }] });
  const rollout = [
    line('session_meta', {
      id: 'cx-1',
      cwd: '/home/u/p',
      cli_version: '0.90.0',
      base_instructions: { text: 'You are Codex.' },
    }),
    line('turn_context', { cwd: '/home/u/p', model: 'gpt-x' }),
    said('user', '<environment_context>linux</environment_context>'),
    said('user', 'List the files.'),
    line('event_msg', { type: 'user_message', message: 'List the files.' }),
    item({ type: 'reasoning', summary: [{ type: 'summary_text', text: 'Listing.' }], encrypted_content: 'gAAAA' }),
    item({ type: 'function_call', name: 'shell', arguments: '{"command":["ls"]}', call_id: 'c1' }),
    item({
      type: 'custom_tool_call',
      name: 'apply_patch',
      input: '*** Begin Patch',
      call_id: 'c2',
      status: 'completed',
    }),
    item({ type: 'function_call_output', call_id: 'c1', output: '{"output":"a.txt","metadata":{"exit_code":0}}' }),
    item({ type: 'custom_tool_call_output', call_id: 'c2', output: 'Success' }),
    said('assistant', 'One file.'),
    line('event_msg', { type: 'agent_message', message: 'One file.' }),
  ];

  test('items of the model up to a result are one message', async () => {
    const { episodes, kinds } = await read('rollout-x.jsonl', jsonl(rollout));
    expect(kinds).toEqual(['codex']);
    expect(shape(episodes[0]?.messages)).toBe('system0 user0 assistant1 tool0 tool0 assistant1');
    expect(episodes[0]).toMatchObject({
      harness: 'codex',
      sessionId: 'cx-1',
      provenance: { parser: 'codex/0.90.0', model: 'gpt-x' },
    });
    expect(episodes[0]?.messages[2]).toMatchObject({
      reasoning: 'Listing.',
      toolCalls: [
        { name: 'shell', arguments: { command: ['ls'] } },
        { name: 'apply_patch', arguments: { input: '*** Begin Patch' } },
      ],
    });
    expect(episodes[0]?.messages[3]).toMatchObject({ content: [{ text: 'a.txt' }] });
    expect(JSON.stringify(episodes)).not.toContain('gAAAA');
  });

  test('a stopped turn goes, a compaction starts a window', async () => {
    const more = [
      said('user', 'Again.'),
      said('assistant', 'I will'),
      line('event_msg', { type: 'turn_aborted', reason: 'interrupted' }),
      line('compacted', { message: 'Files were listed.' }),
      said('user', 'And now?'),
      said('assistant', 'Nothing left.'),
    ];
    const { episodes } = await read('r.jsonl', jsonl([...rollout, ...more]));
    expect(episodes.map(({ damage }) => damage.aborted_turn)).toEqual([1, undefined]);
    expect(JSON.stringify(episodes[1]?.messages)).toContain('Files were listed.');
  });
});

describe('ATIF', () => {
  const trajectory = {
    schema_version: 'ATIF-v1.5',
    session_id: 'at-1',
    agent: {
      name: 'harbor-agent',
      version: '1',
      model_name: 'm',
      tool_definitions: [{ type: 'function', function: { name: 'run', parameters: { type: 'object' } } }],
    },
    steps: [
      { step_id: 1, source: 'system', message: 'Be brief.' },
      { step_id: 2, source: 'user', message: 'Go.', is_copied_context: true },
      { step_id: 3, source: 'agent', message: 'Old.', is_copied_context: true },
      { step_id: 4, source: 'user', message: 'Count.' },
      {
        ...{ step_id: 5, source: 'agent', message: '', reasoning_content: 'wc', timestamp: '2026-03-01T10:00:00Z' },
        tool_calls: [{ tool_call_id: 'k', function_name: 'run', arguments: { cmd: 'wc' } }],
        observation: { results: [{ source_call_id: 'k', content: '3' }] },
      },
      { step_id: 6, source: 'agent', message: 'Three.' },
    ],
    final_metrics: {},
  };

  test('one object over several lines; copied steps are context', async () => {
    const { episodes, kinds } = await read('trajectory.json', JSON.stringify(trajectory, null, 2));
    expect(kinds).toEqual(['atif']);
    expect(shape(episodes[0]?.messages)).toBe('system0 user0 assistant0 user0 assistant1 tool0 assistant1');
    expect(episodes[0]).toMatchObject({
      harness: 'harbor-agent',
      sessionId: 'at-1',
      tools: [{ name: 'run' }],
      provenance: { parser: 'atif/1.5' },
    });
  });

  test('as lines', async () => {
    expect((await read('t.jsonl', jsonl([trajectory, { ...trajectory, session_id: 'at-2' }]))).episodes).toHaveLength(
      2,
    );
  });
});

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
      const { episodes, kinds } = await read(name, content);
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
    const { episodes } = await read('train.jsonl', jsonl([row]));
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
});

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
