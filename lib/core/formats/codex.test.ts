import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../types.ts';
import { jsonl, readFile, shape } from './testing/read-file.ts';

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
    const { episodes, kinds } = await readFile('rollout-x.jsonl', jsonl(rollout));
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
    const { episodes } = await readFile('r.jsonl', jsonl([...rollout, ...more]));
    expect(episodes.map(({ damage }) => damage.aborted_turn)).toEqual([1, undefined]);
    expect(JSON.stringify(episodes[1]?.messages)).toContain('Files were listed.');
  });

  test('turns that the person took back leave nothing behind', async () => {
    const more = [
      said('user', 'Delete xyz-taken-back.'),
      item({ type: 'function_call', name: 'shell', arguments: '{}', call_id: 'c3' }),
      item({ type: 'function_call_output', call_id: 'c3', output: 'gone xyz-taken-back' }),
      said('assistant', 'Deleted.'),
      line('event_msg', { type: 'thread_rolled_back', num_turns: 1 }),
      said('user', 'Keep it.'),
      said('assistant', 'Kept.'),
    ];
    const { episodes } = await readFile('r.jsonl', jsonl([...rollout, ...more]));
    expect(shape(episodes[0]?.messages)).toBe('system0 user0 assistant1 tool0 tool0 assistant1 user0 assistant1');
    expect(JSON.stringify(episodes)).not.toContain('xyz-taken-back');
  });

  test('what a compaction left in view is context of the next window, also in the middle of a turn', async () => {
    const kept = (text: string) => ({ type: 'message', role: 'user', content: [{ type: 'input_text', text }] });
    const more = [
      said('user', 'Fix all.'),
      line('compacted', {
        message: '',
        replacement_history: [
          kept('Fix all.'),
          kept('So far: one fixed.'),
          { type: 'compaction', encrypted_content: 'gA' },
        ],
      }),
      said('assistant', 'All fixed.'),
    ];
    const { episodes } = await readFile('r.jsonl', jsonl([...rollout, ...more]));
    expect(shape(episodes[1]?.messages)).toBe('system0 user0 assistant1');
    expect(JSON.stringify(episodes[1]?.messages)).toContain('So far: one fixed.');
  });

  test('rollouts of the first releases, without a wrapper', async () => {
    const bare = [
      { id: 'old-1', timestamp: '2025-06-01T10:00:00.000Z', instructions: 'You are Codex.', git: {} },
      { record_type: 'state' },
      { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'List.' }] },
      { type: 'reasoning', summary: [{ type: 'summary_text', text: 'Listing.' }], id: 'rs' },
      { type: 'function_call', name: 'shell', arguments: '{"command":["ls"]}', call_id: 'c1', id: 'fc' },
      { type: 'function_call_output', call_id: 'c1', output: '{"output":"a","metadata":{"exit_code":0}}' },
      { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'One.' }] },
    ];
    const { episodes, kinds } = await readFile('rollout-old.jsonl', jsonl(bare));
    expect(kinds).toEqual(['codex']);
    expect(shape(episodes[0]?.messages)).toBe('system0 user0 assistant1 tool0 assistant1');
    expect(episodes[0]?.sessionId).toBe('old-1');
  });

  test('results in every shape: text, wrapped text, blocks, blocks in a wrapper', async () => {
    const outputs: JsonValue[] = [
      'plain',
      '{"output":"plain","metadata":{}}',
      [{ type: 'input_text', text: 'plain' }],
      { content: [{ type: 'input_text', text: 'plain' }], success: true },
      { content: 'plain', success: false },
    ];
    const rows = outputs.flatMap((output, at) => [
      item({
        type: 'local_shell_call',
        call_id: `s${at}`,
        status: 'completed',
        action: { type: 'exec', command: ['ls'] },
      }),
      item({ type: 'function_call_output', call_id: `s${at}`, output }),
    ]);
    const { episodes } = await readFile('r.jsonl', jsonl([said('user', 'Go.'), ...rows, said('assistant', 'Done.')]));
    const results = episodes[0]?.messages.filter(({ role }) => role === 'tool');
    expect(results?.map(({ content }) => content)).toEqual(outputs.map(() => [{ type: 'text', text: 'plain' }]));
    expect(results?.map(({ isError }) => isError ?? false)).toEqual([false, false, false, false, true]);
  });
});
