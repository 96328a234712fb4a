import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyEpisode, assistant, call, episode, listEpisode, result, user } from '../testing/episodes.ts';
import { createHashes } from '../text/hash.ts';
import type { Episode } from '../types.ts';
import { checkRow, looksLikeTrace, ROW_KEYS, TRACE_KEY_SETS } from './check-row.ts';
import { parseRow, rowEpisode } from './parse-row.ts';
import { type Row, renderContent, renderRow, rowId, serialiseRow } from './row.ts';

const hashes = await createHashes();

const render = (of: Episode): Row =>
  renderRow(of, {
    id: rowId(renderContent(of), hashes),
    sessionId: 's_7f3a',
    groupId: 'g_7f3a',
    provenance: { source: 'abc' },
    redactions: { email: 1 },
  });

describe('canonical row', () => {
  test('is the published example, byte by byte', () => {
    const id = render(listEpisode).id;
    expect(serialiseRow(render(listEpisode))).toBe(
      String.raw`{"schema":"oc.row/1","id":"ID","harness":"openclaw","origin":"real","session_id":"s_7f3a","group_id":"g_7f3a","messages":[{"role":"system","content":"You are a helpful assistant.","reasoning_content":"","name":"","tool_call_id":"","tool_calls":[],"weight":0},{"role":"user","content":"What is on my list?","reasoning_content":"","name":"","tool_call_id":"","tool_calls":[],"weight":0},{"role":"assistant","content":"","reasoning_content":"The list is in notes.","name":"","tool_call_id":"","tool_calls":[{"id":"call_1","type":"function","function":{"name":"read","arguments":"{\"path\":\"notes/list.md\"}"}}],"weight":1},{"role":"tool","content":"- tea","reasoning_content":"","name":"read","tool_call_id":"call_1","tool_calls":[],"weight":0},{"role":"assistant","content":"One item: tea.","reasoning_content":"","name":"","tool_call_id":"","tool_calls":[],"weight":1}],"tools":"[{\"type\":\"function\",\"function\":{\"name\":\"read\",\"description\":\"Read a text file.\",\"parameters\":{\"type\":\"object\",\"properties\":{\"path\":{\"type\":\"string\"}},\"required\":[\"path\"]}}}]","parallel_tool_calls":false,"outcome":"success","n_messages":5,"n_tool_calls":1,"n_chars":111,"tags":["files"],"provenance":"{\"source\":\"abc\",\"line\":12,\"parser\":\"openclaw-session/3\",\"created_ms\":1767225600000}","redactions":"{\"email\":1}"}`.replace(
        'ID',
        id,
      ),
    );
    expect(id).toMatch(/^oc_[a-z2-7]{26}$/);
  });

  test('is well-formed for every episode, and reads back as the same row', () => {
    fc.assert(
      fc.property(anyEpisode, (of) => {
        const row = render(of);
        const line = serialiseRow(row);
        expect(checkRow(row)).toEqual([]);
        expect(parseRow(line)).toEqual(row);
        expect(line).not.toContain('\n');
        const again = { ...of, ...rowEpisode(row) };
        expect(render({ ...again, damage: of.damage, provenance: of.provenance })).toEqual({
          ...row,
          provenance: expect.any(String),
        });
      }),
    );
  });

  test('keeps messages, calls, weights, failures and tools of an episode', () => {
    const of = episode({
      messages: [
        user('Look.'),
        assistant('I look.', {
          toolCalls: [call('a', 'read', { path: 'x' }), call('b', 'exec', { command: 'ls' })],
          weight: 0,
        }),
        result('b', 'no', { name: 'exec', isError: true }),
        result('a', 'yes'),
        assistant('Seen.', { reasoning: 'Well.' }),
      ],
      tools: listEpisode.tools,
    });
    const back = rowEpisode(render(of));
    expect(back.messages).toEqual(of.messages);
    expect(back.tools).toEqual(of.tools);
    expect(render(of).parallel_tool_calls).toBe(true);
  });

  test('names the tool of a result that carries no name', () => {
    const { name: _, ...unnamed } = result('a', 'yes');
    const of = episode({
      messages: [user('Look.'), assistant('', { toolCalls: [call('a', 'exec', {})] }), unnamed, assistant('Seen.')],
    });
    expect(render(of).messages[2]?.name).toBe('exec');
  });

  test('puts a placeholder and a count where images were', () => {
    const image = { type: 'image', mimeType: 'image/png', bytes: 9 } as const;
    const of = episode({
      messages: [{ role: 'user', content: [{ type: 'text', text: 'See' }, image], weight: 0 }, assistant('A cat.')],
    });
    expect(render(of).messages[0]?.content).toBe('See\n[image: image/png]');
    expect(JSON.parse(render(of).provenance)).toMatchObject({ images: 1 });
  });

  test('takes thinking in front of an answer out of the content', () => {
    const of = episode({ messages: [user('Why?'), assistant('<think>\nHm.\n</think>\n\nBecause of <think> tags.')] });
    expect(render(of).messages[1]).toMatchObject({ content: 'Because of <think> tags.', reasoning_content: 'Hm.' });
    expect(checkRow(render(of))).toEqual([]);
  });

  test('replaces half surrogate pairs, which are no UTF-8', () => {
    const half = '\ud83d';
    const of = episode({
      messages: [
        user(`a${half}b`),
        assistant('ok', { toolCalls: [call('a', 'exec', { [half]: [half] })] }),
        result('a', String.raw`literal \ud83d stays`),
        assistant('😀'),
      ],
    });
    const row = render(of);
    expect(checkRow(row)).toEqual([]);
    expect(row.messages[0]?.content).toBe('a\ufffdb');
    expect(row.messages[1]?.tool_calls[0]?.function.arguments).toBe('{"\ufffd":["\ufffd"]}');
    expect(row.messages[2]?.content).toBe(String.raw`literal \ud83d stays`);
    expect(row.messages[3]?.content).toBe('😀');
  });

  test('holds no key set that loaders take for an agent trace', () => {
    expect(ROW_KEYS).toEqual(Object.keys(render(listEpisode)));
    expect(looksLikeTrace(render(listEpisode))).toBe(false);
    for (const keys of TRACE_KEY_SETS) {
      const trap = { ...render(listEpisode), ...Object.fromEntries(keys.map((key) => [key, ''])) };
      expect(checkRow(trap)).toContain('trace_keys');
    }
  });

  test('never changes the episode', () => {
    const frozen = deepFreeze(structuredClone(listEpisode));
    expect(() => render(frozen)).not.toThrow();
  });
});

describe('row check', () => {
  const row = render(listEpisode);
  const [, asked, called, answered, said] = row.messages as Required<Row>['messages'];
  const withMessages = (...messages: unknown[]) => ({ ...row, messages });
  const cases: readonly [name: string, value: unknown, fault: string][] = [
    ['a list', [], 'not_an_object'],
    ['a null', { ...row, tags: [null] }, 'null'],
    ['another key order', Object.fromEntries(Object.entries(row).reverse()), 'row_keys'],
    ['a free object', { ...row, provenance: {} }, 'provenance'],
    ['a count that is none', { ...row, redactions: '{"email":"1"}' }, 'redactions'],
    ['blank tools', { ...row, tools: '' }, 'tools'],
    ['a wrong total', { ...row, n_chars: 0 }, 'counts'],
    ['an unknown outcome', { ...row, outcome: 'done' }, 'outcome'],
    ['a short id', { ...row, id: 'oc_4k2m9x7q1v8c' }, 'id'],
    ['a call without result', withMessages(asked, called, said), 'unanswered_call'],
    ['a result without call', withMessages(asked, answered, said), 'orphan_result'],
    ['a result that comes twice', withMessages(asked, called, answered, answered, said), 'orphan_result'],
    ['no answer at the end', withMessages(asked, called, answered), 'no_assistant_last'],
    ['no question', withMessages(said), 'no_user_first'],
    ['no messages', withMessages(), 'no_user_first'],
    ['a late system message', withMessages(asked, said, row.messages[0], said), 'system_not_first'],
    ['a trained question', withMessages({ ...asked, weight: 1 }, said), 'weight'],
    ['a named answer', withMessages(asked, { ...said, name: 'x' }), 'result_keys'],
    ['thinking in the text', withMessages(asked, { ...said, content: '<think>x</think>y' }), 'reasoning_in_content'],
    ['half a surrogate pair', withMessages({ ...asked, content: '\udc00' }, said), 'lone_surrogate'],
    [
      'arguments that are a list',
      withMessages(asked, {
        ...called,
        tool_calls: [{ id: 'a', type: 'function', function: { name: 'x', arguments: '[]' } }],
      }),
      'args_not_object',
    ],
  ];
  test.each(cases)('names %s', (_, value, fault) => expect(checkRow(value)).toContain(fault));

  test('does not exhaust the stack over a text of brackets', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const args = `{"a":${deep}}`;
    const calling = {
      ...called,
      tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'x', arguments: args } }],
    };
    expect(checkRow(withMessages(asked, calling, answered, said))).toEqual(['too_deep']);
    expect(checkRow({ ...row, tags: JSON.parse(deep) })).toEqual(['too_deep']);
  });

  test('tells nothing of the text', () => {
    const faults = checkRow(withMessages({ ...asked, content: 'private words' }));
    expect(JSON.stringify(faults)).not.toContain('private');
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
