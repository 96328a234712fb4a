import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../types.ts';
import { dropsOf, episodesOf, file, readDrop } from './testing/drops.ts';
import { expectWellFormed } from './testing/well-formed-checks.ts';

const HEADER = { type: 'session', version: 3, id: 's1', timestamp: '2026-05-01T00:00:00.000Z', cwd: '/w' };
const said = (text: string): JsonObject => ({ type: 'text', text });
const user = (content: JsonValue): JsonObject => ({ role: 'user', content });
const answer = (content: JsonValue = [said('a')], more: JsonObject = {}): JsonObject => ({
  ...{ role: 'assistant', provider: 'acme', model: 'm', stopReason: 'stop' },
  content,
  ...more,
});
const call = (id: string): JsonObject => ({ type: 'toolCall', id, name: 'f', arguments: {} });
const result = (id: string, content: JsonValue = [said('r')]): JsonObject => ({
  ...{ role: 'toolResult', toolCallId: id, toolName: 'f' },
  content,
});

/** Messages in a row, or whole entries where they have a type. */
const entries = (items: readonly JsonObject[]) =>
  items.map((item, at) => {
    const place = {
      id: `e${at}`,
      parentId: at === 0 ? null : `e${at - 1}`,
      timestamp: `2026-05-01T00:00:${10 + at}.000Z`,
    };
    return item.type === undefined ? { type: 'message', ...place, message: item } : { ...place, ...item };
  });
async function read(items: readonly JsonObject[], header: JsonObject = HEADER) {
  const text = [header, ...entries(items)].map((row) => `${JSON.stringify(row)}\n`).join('');
  const { parsed, findings } = await readDrop([file('s.jsonl', text)]);
  for (const episode of episodesOf(parsed)) expectWellFormed(episode);
  const [episode] = episodesOf(parsed);
  return {
    episodes: episodesOf(parsed),
    shape: episode?.messages.map(({ role, weight }) => role.slice(0, 1) + weight).join(' '),
    messages: episode?.messages ?? [],
    damage: episode?.damage,
    text: JSON.stringify(episode?.messages),
    drops: dropsOf(parsed),
    codes: findings.map(({ code }) => code),
  };
}

describe('what a model did not say', () => {
  test.each([
    ['an error', answer([], { stopReason: 'error' })],
    [
      'the text of a failure that older releases wrote',
      answer([said('[assistant turn failed before producing content]')]),
    ],
    ['a refusal', answer([said('I')], { stopReason: 'refusal' })],
    ['a filtered answer', answer([said('I')], { stopReason: 'content_filter' })],
  ])('%s fails its turn', async (_, failed) => {
    const { shape, damage } = await read([user('q'), answer(), user('again'), failed]);
    expect([shape, damage]).toEqual(['u0 a1', { failed_turn: 1 }]);
  });

  test.each(['delivery-mirror', 'gateway-injected', 'a name of a later release'])(
    '%s by openclaw is a mirror',
    async (model) => {
      const mirror = answer([said('mirrored')], { provider: 'openclaw', model });
      const { shape, damage, text } = await read([user('q'), answer(), mirror, user('r'), answer()]);
      expect([shape, damage]).toEqual(['u0 a1 u0 a1', { delivery_mirror: 1 }]);
      expect(text).not.toContain('mirrored');
    },
  );

  test.each(['', '[openclaw] ', '[lossless-claw] '])('a result invented by %j for a repair is none', async (by) => {
    const repair = 'missing tool result in session history; inserted synthetic error result for transcript repair.';
    const { damage, text } = await read([
      ...[user('q'), answer([said('x'), call('c')]), result('c', [said(by + repair)]), answer()],
    ]);
    expect(damage).toMatchObject({ unanswered_call: 1 });
    expect(text).not.toContain('synthetic');
  });

  test('a message whose call was left out of the file is context', async () => {
    const items = [user('q'), answer([said('Let me.')], { stopReason: 'toolUse' }), result('gone'), answer()];
    const { shape, damage } = await read(items);
    expect([shape, damage]).toEqual(['u0 a0 a1', { lost_call: 1, masked_answer: 1, orphan_result: 1 }]);
  });

  test.each(['length', 'max_tokens', 'MAX_TOKENS', 'model_context_window_exceeded'])(
    '%s cuts an answer',
    async (stopReason) => {
      const { shape } = await read([user('q'), answer(), user('r'), answer([said('cut')], { stopReason })]);
      expect(shape).toBe('u0 a1 u0 a0');
    },
  );
});

describe('a person', () => {
  test('who says nothing still begins a turn', async () => {
    const { shape, damage, text } = await read([user('q'), answer(), user([]), answer([said('to nothing')])]);
    expect([shape, damage]).toEqual(['u0 a1', { empty_message: 1 }]);
    expect(text).not.toContain('to nothing');
  });

  test('is shown a shell command with its end and where the rest of it is', async () => {
    const shell = (more: JsonObject) => ({ role: 'bashExecution', command: 'ls', output: 'x', ...more });
    const rest = { truncated: true, fullOutputPath: '/tmp/all.log', exitCode: 2 };
    const { text } = await read([
      shell(rest),
      shell({ output: 'hidden', excludeFromContext: true }),
      user('q'),
      answer(),
    ]);
    expect(text).toContain('Command exited with code 2\\n\\n[Output truncated. Full output: /tmp/all.log]');
    expect(text).not.toContain('hidden');
    expect((await read([shell({ output: '', cancelled: true }), user('q'), answer()])).text).toContain(
      '(no output)\\n\\n(command cancelled)',
    );
  });
});

describe('blocks', () => {
  test('of other programs are calls, results and pictures', async () => {
    const { messages } = await read([
      user([{ type: 'image', data: 'QUJD', mimeType: 'image/png' }, said('q')]),
      answer([{ type: 'tool_use', id: 'a', name: 'f', input: { x: 1 } }]),
      { role: 'tool', tool_use_id: 'a', content: 'plain' },
      answer([{ type: 'functionCall', id: 'b|fc_1', name: 'g', parameters: '{"y":2}' }]),
      result('b|fc_1', [
        { type: 'image', data: '<redacted>', bytes: 99, sha256: 'x', mimeType: 'image/png' },
        { type: 'image', mimeType: 'image/png', bytes: 5, omitted: true },
      ]),
      answer([{ type: 'thinking', thinking: '', redacted: true }, said('a')]),
    ]);
    expect(messages[0]?.content).toEqual([
      { type: 'image', mimeType: 'image/png', bytes: 3 },
      { type: 'text', text: 'q' },
    ]);
    expect(messages.flatMap(({ toolCalls }) => toolCalls ?? [])).toEqual([
      { id: 'a', name: 'f', arguments: { x: 1 } },
      { id: 'b|fc_1', name: 'g', arguments: { y: 2 } },
    ]);
    expect(messages[4]?.content.map((part) => part.type === 'image' && part.bytes)).toEqual([99, 5]);
    expect(messages.at(-1)).not.toHaveProperty('reasoning');
  });

  test('epoch times and ISO times of entries are the same', async () => {
    const items = [user('q'), answer()].map((message) => ({ type: 'message', timestamp: 1_777_593_600_000, message }));
    const { episodes } = await read(items);
    expect(episodes[0]?.provenance.createdMs).toBe(Date.parse('2026-05-01T00:00:00.000Z'));
  });

  test('masks and prunings are told, are no loss, and bar nothing', async () => {
    const masked = ['key ', 'abc', 'd-1', '\u2026', 'wx', '9z'].join('');
    const { shape, damage } = await read([
      user(masked),
      answer([call('a')]),
      result('a', [said('[Old tool result content cleared]')]),
      answer([call('b')]),
      result('b', [
        said('x\n...\ny\n\n[Tool result trimmed: kept first 1500 chars and last 1500 chars of 9000 chars.]'),
      ]),
      answer([said('The password is *** and <redacted-email>.')]),
    ]);
    expect(shape).toBe('u0 a1 t0 a1 t0 a1');
    expect(damage).toEqual({ half_masked_text: 1, masked_text: 1, pruned_text: 2, tool_schema_missing: 1 });
    expect((await read([user('***bold***\n\n***\n\nwait\u2026then'), answer()])).damage).toEqual({});
  });
});

describe('windows', () => {
  const compaction = (firstKeptEntryId: string, summary: JsonValue = 'S'): JsonObject => ({
    ...{ type: 'compaction', firstKeptEntryId, tokensBefore: 1 },
    summary,
  });

  test('several compactions: each shows its own summary, and what it kept from any entry on', async () => {
    const { episodes, codes } = await read([
      ...[user('one'), answer([said('1')]), { type: 'custom', customType: 'openclaw.cache-ttl' }],
      ...[user('two'), answer([said('2')]), compaction('e2', 'first'), user('three'), answer([said('3')])],
      ...[compaction('lost', 'second'), user('four'), answer([said('4')])],
    ]);
    const texts = episodes.map(({ messages }) => messages.map(({ content }) => (content[0] as { text: string }).text));
    expect(texts[1]).toEqual([expect.stringMatching(/first\n<\/summary>\n\ntwo$/), '2', 'three', '3']);
    expect(texts[2]).toEqual([expect.stringMatching(/second\n<\/summary>\n\nfour$/), '4']);
    expect(texts[2]?.[0]).not.toContain('first');
    expect(codes).toEqual(['kept_entry_unknown']);
  });

  test('a summary that was lost is told', async () => {
    const lost = { truncated: true, reason: 'trajectory-field-size-limit', originalChars: 40_000, limitChars: 32_768 };
    const { episodes } = await read([user('one'), answer(), compaction('e0', lost), user('two'), answer()]);
    expect(episodes.map(({ damage }) => damage)).toEqual([{}, { size_limit: 1 }]);
  });

  test('messages of branches that were left are counted once and shown nowhere', async () => {
    const { damage, text } = await read([
      ...[user('q'), answer([said('left')]), { type: 'message', parentId: 'e0', message: answer([said('right')]) }],
    ]);
    expect(damage).toEqual({ side_branch: 1 });
    expect(text).not.toContain('left');
  });

  test('headers of versions none to 4, and hooks of older ones', async () => {
    for (const version of [undefined, 1, 2, 3, 4]) {
      const { version: _, ...bare } = HEADER;
      const header = version === undefined ? bare : { ...bare, version };
      const { episodes } = await read(
        [user('q'), { role: 'hookMessage', customType: 'h', content: 'Hook says hi.' }, answer()],
        header,
      );
      expect(episodes[0]?.provenance.parser).toBe(`openclaw-session/${version ?? 1}`);
      expect(JSON.stringify(episodes)).toContain('Hook says hi.');
    }
  });
});
