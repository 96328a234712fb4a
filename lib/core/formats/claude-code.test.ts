import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../types.ts';
import { jsonl, readFile, shape } from './testing/read-file.ts';

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
    const { episodes, kinds, codes } = await readFile('cc.jsonl', jsonl(conversation));
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
    const { episodes } = await readFile('cc.jsonl', jsonl([...conversation, ...after]));
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
    const { episodes } = await readFile('cc.jsonl', jsonl([...conversation, ...side]));
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
    const { episodes } = await readFile('cc.jsonl', jsonl([...conversation, ...failed]));
    expect(episodes[0]?.damage).toMatchObject({ failed_turn: 1 });
  });

  test('the way back leads over lines that hold no message', async () => {
    const link = (type: string, uuid: string, parentUuid: string, more: JsonObject = {}) => ({
      ...{ type, uuid, parentUuid, sessionId: 'cc-1', isSidechain: false },
      ...more,
    });
    const { episodes } = await readFile(
      'cc.jsonl',
      jsonl([
        user('u1', null, 'Run it.'),
        link('attachment', 'x1', 'u1', { attachment: { type: 'todo_reminder' } }),
        answer('a1', 'x1', 'm1', use('t1')),
        link('progress', 'x2', 'a1', { data: { type: 'hook_progress' } }),
        result('r1', 'x2', 't1'),
        link('system', 'x3', 'r1', { subtype: 'turn_duration' }),
        answer('a2', 'x3', 'm2', text('Ran.')),
        link('progress', 'x4', 'a2'),
      ]),
    );
    expect(shape(episodes[0]?.messages)).toBe('user0 assistant1 tool0 assistant1');
  });

  test('a line whose parent is lost goes on from the message before it', async () => {
    const lost = [...conversation.slice(1, 7), answer('a4', 'gone', 'msg2', text('Done.'))];
    expect(shape((await readFile('cc.jsonl', jsonl(lost))).episodes[0]?.messages)).toBe(
      'user0 assistant1 tool0 tool0 assistant1',
    );
  });

  test('the summary of a compaction is in view, though it is shown in the transcript only', async () => {
    const after = [
      { ...line('system', 'b1', null, null), subtype: 'compact_boundary', logicalParentUuid: 'a4' },
      user('s1', 'b1', 'What went before.', { isCompactSummary: true, isVisibleInTranscriptOnly: true }),
      answer('a5', 's1', 'msg3', text('Going on.')),
    ];
    const { episodes } = await readFile('cc.jsonl', jsonl([...conversation, ...after]));
    expect(episodes[1]?.messages[0]).toMatchObject({ role: 'user', content: [{ text: 'What went before.' }] });
  });

  test('an answer that the person stopped is not trained on, and the mark of it is nobody’s words', async () => {
    const stopped = [
      user('u2', 'a4', 'Tell a story.'),
      answer('a5', 'u2', 'msg3', text('Once upon')),
      user('u3', 'a5', [text('[Request interrupted by user]')]),
      user('u4', 'u3', 'Shorter.'),
      answer('a6', 'u4', 'msg4', text('The end.')),
    ];
    const { episodes } = await readFile('cc.jsonl', jsonl([...conversation, ...stopped]));
    expect(episodes[0]?.damage).toMatchObject({ aborted_turn: 1 });
    expect(JSON.stringify(episodes)).not.toMatch(/Once upon|interrupted/);
  });

  test('the last line of an answer tells that it was cut', async () => {
    const cut = [
      user('u1', null, 'List all.'),
      answer('a1', 'u1', 'm1', { type: 'thinking', thinking: 'Many.' }),
      answer('a2', 'a1', 'm1', text('One, two')),
    ];
    const [, , last] = cut;
    const rows = [
      ...cut.slice(0, 2),
      { ...last, message: { ...(last?.message as JsonObject), stop_reason: 'max_tokens' } },
    ];
    const { episodes, drops } = await readFile('cc.jsonl', jsonl(rows));
    expect([episodes.length, drops]).toEqual([0, ['nothing_to_train cc-1/1']]);
  });

  test('lines that were written twice are one', async () => {
    const { episodes } = await readFile('cc.jsonl', jsonl([...conversation, ...conversation]));
    expect(shape(episodes[0]?.messages)).toBe('user0 assistant1 tool0 tool0 assistant1');
    expect(episodes[0]?.messages[1]?.toolCalls).toHaveLength(2);
  });

  test('what was typed while the agent was at work is said by the person', async () => {
    const queued = {
      ...{ type: 'attachment', uuid: 'q1', parentUuid: 'r2', sessionId: 'cc-1', isSidechain: false },
      attachment: { type: 'queued_command', prompt: 'And count them.' },
    };
    const rows = [...conversation.slice(1, 7), queued, answer('a4', 'q1', 'msg2', text('Two.'))];
    const { episodes } = await readFile('cc.jsonl', jsonl(rows));
    expect(shape(episodes[0]?.messages)).toBe('user0 assistant1 tool0 tool0 user0 assistant1');
    expect(JSON.stringify(episodes)).toContain('And count them.');
  });

  test('hundreds of titles, or a first message of hundreds of kilobytes, do not hide the format', async () => {
    const titles = Array.from({ length: 300 }, (_, at) => ({ type: 'summary', summary: `Title ${at}`, leafUuid: 'z' }));
    expect(await readFile('cc.jsonl', jsonl([...titles, ...conversation]))).toMatchObject({
      kinds: ['claude-code'],
      codes: [],
    });
    const picture = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'A'.repeat(300_000) } };
    const [first, ...rest] = conversation.slice(1);
    const shown = user('u1', null, [picture, text('Run both.')]);
    const { episodes, kinds } = await readFile(
      'cc.jsonl',
      jsonl([{ type: 'file-history-snapshot', snapshot: {} }, shown, ...rest]),
    );
    expect([first?.type, kinds]).toEqual(['user', ['claude-code']]);
    expect(episodes[0]?.messages[0]?.content).toMatchObject([{ type: 'image', bytes: 225_000 }, { text: 'Run both.' }]);
  });

  test('a title that the person or the program gave is the title', async () => {
    const title = { type: 'custom-title', customTitle: 'Two commands', sessionId: 'cc-1' };
    expect((await readFile('cc.jsonl', jsonl([...conversation, title]))).episodes[0]?.title).toBe('Two commands');
  });

  test('what the command line streams is read, too, and its sub-agents apart', async () => {
    const said = (type: string, content: JsonValue, parent: string | null = null) => ({
      ...{ type, session_id: 'st-1', parent_tool_use_id: parent },
      message: {
        role: type,
        content,
        ...(type === 'assistant' ? { id: JSON.stringify(content), model: 'claude-x' } : {}),
      },
    });
    const rows = [
      { type: 'system', subtype: 'init', session_id: 'st-1', tools: ['Bash'] },
      said('user', 'List.'),
      said('assistant', [use('t1')]),
      said('assistant', [text('Looking.')], 't1'),
      said('user', [{ type: 'tool_result', tool_use_id: 't1', content: 'a' }]),
      said('assistant', [text('One.')]),
      { type: 'result', subtype: 'success', session_id: 'st-1', result: 'One.' },
    ];
    const { episodes, kinds } = await readFile('stream.jsonl', jsonl(rows));
    expect(kinds).toEqual(['claude-code']);
    expect(episodes.map(({ sessionId, messages }) => [sessionId, shape(messages)])).toEqual([
      ['st-1', 'user0 assistant1 tool0 assistant1'],
    ]);
  });
});
