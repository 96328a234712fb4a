import { describe, expect, test } from 'vitest';
import { DEFAULT_READING, type ReadingChoice } from '../recipe.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { trimmedBlocks } from './dynamic-trim.ts';
import { inspectSource } from './read.ts';
import { episodesOf, file, readDrop, testContext } from './testing/drops.ts';
import { expectWellFormed } from './testing/well-formed-checks.ts';

const FULL = 'src/app\nsrc/app/page.tsx';
const header = { type: 'session', version: 3, id: 'sess-trim', timestamp: '2026-06-05T09:00:00Z', cwd: '/w' };
const call = (id: string, name: string, args: JsonObject): JsonObject => ({
  type: 'toolCall',
  id,
  name,
  arguments: args,
});
const said = (text: string): JsonObject => ({ type: 'text', text });
const user = (text: string): JsonObject => ({ role: 'user', content: text });
const model = (...content: JsonObject[]): JsonObject => ({
  role: 'assistant',
  content,
  stopReason: content.some(({ type }) => type === 'toolCall') ? 'toolUse' : 'stop',
});
const result = (id: string, ...texts: string[]): JsonObject => ({
  role: 'toolResult',
  toolCallId: id,
  toolName: 'exec',
  content: texts.map(said),
  isError: false,
});
const session = (...messages: JsonObject[]) =>
  [
    header,
    ...messages.map((message, at) => ({
      type: 'message',
      id: `e${at}`,
      parentId: at ? `e${at - 1}` : null,
      timestamp: '2026-06-05T09:00:01Z',
      message,
    })),
  ]
    .map((row: JsonValue) => `${JSON.stringify(row)}\n`)
    .join('');

/** The example of dynamic-trim.md section 9 with a turn behind it; `trimmed` rewrites it as the tool does on disk. */
const conversation = (trimmed: boolean, rest = '902 files') =>
  session(
    user('Look around.'),
    model(call('call_ls_1', 'exec', { command: 'ls -R src' })),
    result('call_ls_1', trimmed ? `[trimmed by self]${rest === '' ? '' : ` ${rest}`}` : FULL),
    model(
      said('The router lives in src/app.'),
      call('call_trim_2', 'dynamic-trim', {
        tool_call_id: 'call_ls_1',
        ...(trimmed ? { _self_compacted: true } : { replacement: rest }),
      }),
    ),
    { ...result('call_trim_2', '{"ok":true,"status":"queued"}'), toolName: 'dynamic-trim' },
    model(said('Noted.')),
    user('And now?'),
    model(said('Next step.')),
  );

const read = async (...files: Parameters<typeof readDrop>[0]) => {
  const { parsed } = await readDrop(files);
  const [episode] = episodesOf(parsed);
  if (episode) expectWellFormed(episode);
  return {
    episode,
    text: JSON.stringify(episode),
    weights: episode?.messages.filter(({ role }) => role === 'assistant').map(({ weight }) => weight),
    damage: episode?.damage ?? {},
  };
};

describe('recognising', () => {
  test.each([
    [['[trimmed by self]'], ''],
    [['[trimmed by self] a note', '[trimmed by self] a note'], 'a note'],
    [['[trimmed by self] a note', 'real output'], undefined],
    [['file:\n[trimmed by self] quoted'], undefined],
    [['[trimmed by self]: no'], undefined],
    [['[Trimmed by self]'], undefined],
    [['[Old tool result content cleared]'], undefined],
    [[], undefined],
  ])('%j', (blocks, expected) => expect(trimmedBlocks(blocks)).toBe(expected));
});

test('without another copy exactly the messages between result and trim are masked', async () => {
  const { weights, damage, text } = await read(file('s.jsonl', conversation(true)));
  expect(weights).toEqual([1, 0, 1, 1]);
  expect(damage).toMatchObject({ trimmed_result: 1, trim_call: 1, trim_masked: 1 });
  expect(text).not.toContain('_self_compacted');
});

test('the faked arguments are rebuilt from what the trim left', async () => {
  const { episode } = await read(file('s.jsonl', conversation(true)));
  const calls = episode?.messages.flatMap(({ toolCalls }) => toolCalls ?? []);
  expect(calls?.[1]?.arguments).toEqual({ tool_call_id: 'call_ls_1', replacement: '902 files' });
});

test('without a replacement the call loses its flag and is not trained on', async () => {
  const { weights, text } = await read(file('s.jsonl', conversation(true, '')));
  expect(weights).toEqual([1, 0, 1, 1]);
  expect(text).not.toContain('_self_compacted');
});

test('the result is restored from another copy, and everything is trained on', async () => {
  const { weights, damage, text } = await read(
    file('s.jsonl', conversation(true).padEnd(5000, '\n')),
    file('s.jsonl.deleted.2026', conversation(false)),
  );
  expect(weights).toEqual([1, 1, 1, 1]);
  expect(damage).toMatchObject({ trimmed_result: 1, trim_restored: 1 });
  expect(text).toContain('src/app/page.tsx');
});

test('a restored result is told by inspect', async () => {
  const { drop } = await readDrop([
    file('s.jsonl', conversation(true).padEnd(5000, '\n')),
    file('s.jsonl.deleted.2026', conversation(false)),
  ]);
  const ctx = testContext();
  const reports = await Promise.all(drop.sources.map((source) => inspectSource(source, drop, ctx)));
  expect(reports[0]?.sessions[0]?.repaired).toEqual({ trimmed_result: 1 });
});

test('copies that disagree restore nothing and say so', async () => {
  const { weights, damage } = await read(
    file('s.jsonl', conversation(true).padEnd(5000, '\n')),
    file('s.jsonl.deleted.1', conversation(false)),
    file('s.jsonl.deleted.2', conversation(false).replace('page.tsx', 'other.tsx')),
  );
  expect(weights).toEqual([1, 0, 1, 1]);
  expect(damage).toMatchObject({ trim_conflict: 1 });
});

test('a trim that never happened is reported and nothing is masked', async () => {
  const { weights, damage } = await read(file('s.jsonl', conversation(false)));
  expect(weights).toEqual([1, 1, 1, 1]);
  expect(damage).toMatchObject({ trim_pending: 1 });
});

test('a trim without a call masks up to the end', async () => {
  const { weights, damage } = await read(
    file(
      's.jsonl',
      session(
        user('q'),
        model(call('a', 'exec', {})),
        result('a', '[trimmed by self] note'),
        model(said('x')),
        user('r'),
        model(said('y')),
      ),
    ),
  );
  expect(weights).toEqual([1, 0, 0]);
  expect(damage).toMatchObject({ trim_unexplained: 1, trim_masked: 2 });
});

test('of two trims of one target only the last is rebuilt, for only its text is left', async () => {
  const trim = (id: string) => call(id, 'dynamic-trim', { tool_call_id: 'a', _self_compacted: true });
  const { weights, text, damage } = await read(
    file(
      's.jsonl',
      session(
        user('q'),
        model(call('a', 'exec', {})),
        result('a', '[trimmed by self] last'),
        model(trim('t1'), trim('t2')),
        result('t1', 'queued'),
        result('t2', 'queued'),
        model(said('x')),
      ),
    ),
  );
  expect(weights).toEqual([1, 0, 1]);
  expect(damage).toMatchObject({ trim_call: 2 });
  expect(text).toContain('{"id":"t1","name":"dynamic-trim","arguments":{"tool_call_id":"a"}}');
  expect(text).toContain('{"id":"t2","name":"dynamic-trim","arguments":{"tool_call_id":"a","replacement":"last"}}');
});

test('an exported line with a cut id and arguments as text is treated alike', async () => {
  const id = 'call_0123456789012345678901234567890123456789_long|fc_1';
  const line = {
    messages: [
      user('q'),
      {
        role: 'assistant',
        content: '',
        tool_calls: [{ id: id.slice(0, 40), function: { name: 'exec', arguments: '{}' } }],
      },
      { role: 'tool', tool_call_id: id.slice(0, 40), content: '[trimmed by self] note' },
      {
        role: 'assistant',
        content: 'x',
        tool_calls: [
          {
            id: 't',
            function: {
              name: 'trim-tool-result',
              arguments: JSON.stringify({ tool_call_id: id, _self_compacted: true }),
            },
          },
        ],
      },
      { role: 'tool', tool_call_id: 't', content: 'queued' },
      { role: 'assistant', content: 'y' },
    ],
    tools: [],
    meta: { episodeId: 'e', sessionId: 's', trajectory: {} },
  };
  const { weights, text, damage } = await read(file('episodes.jsonl', `${JSON.stringify(line)}\n`));
  expect(weights).toEqual([1, 0, 1]);
  expect(damage).toMatchObject({ trimmed_result: 1 });
  expect(text).not.toContain('_self_compacted');
});

describe('what a trim left behind is counted', () => {
  const audit = async (choice: Partial<ReadingChoice>, ...files: Parameters<typeof readDrop>[0]) => {
    const { parsed } = await readDrop(files, {}, { ...DEFAULT_READING, ...choice });
    return parsed.find(({ trims }) => trims)?.trims;
  };
  const trimmed = () => file('s.jsonl', conversation(true).padEnd(5000, '\n'));
  const found = { results: 1, confirmed: 1, unexplained: 0, pending: 0, calls: 1, chars: 27, restored: 0, affected: 1 };

  test('whatever is done about it', async () => {
    for (const trims of ['mask', 'split', 'drop', 'keep'] as const)
      expect(await audit({ trims }, trimmed()), trims).toEqual(found);
    expect(await audit({ trimCalls: 'remove' }, trimmed())).toEqual(found);
  });
  test('and a restored result affects nothing', async () => {
    const untrimmed = file('s.jsonl.deleted.2026', conversation(false));
    expect(await audit({}, trimmed(), untrimmed)).toEqual({ ...found, restored: 1, affected: 0 });
  });
  test('a trim that never happened is pending, and nothing is told of a session without any', async () => {
    const pending = conversation(true)
      .replace('[trimmed by self] 902 files', FULL)
      .replace(/,"_self_compacted":true/, '');
    expect(await audit({}, file('s.jsonl', pending))).toMatchObject({ results: 0, pending: 1, calls: 0 });
    expect(await audit({}, file('s.jsonl', session(user('Hi.'), model(said('Hello.')))))).toBeUndefined();
  });
});

describe('context hygiene', () => {
  const tags = async (choice: Partial<ReadingChoice>, ...files: Parameters<typeof readDrop>[0]) => {
    const { parsed } = await readDrop(files, {}, { ...DEFAULT_READING, ...choice });
    return episodesOf(parsed).map((episode) => episode.tags);
  };
  const trimmed = () => file('s.jsonl', conversation(true).padEnd(5000, '\n'));
  const untrimmed = () => file('s.jsonl.deleted.2026', conversation(false));

  test('is the tag of an episode whose trim call was put back and is trained on', async () => {
    expect(await tags({}, trimmed(), untrimmed())).toEqual([['context-hygiene']]);
    expect(await tags({ trims: 'keep' }, trimmed())).toEqual([['context-hygiene']]);
  });
  test('is none where the call is context, taken out, or never was rewritten', async () => {
    expect(await tags({}, trimmed())).toEqual([[]]);
    expect(await tags({ trimCalls: 'mask' }, trimmed(), untrimmed())).toEqual([[]]);
    expect(await tags({ trimCalls: 'remove' }, trimmed(), untrimmed())).toEqual([[]]);
    expect(await tags({}, untrimmed())).toEqual([[]]);
  });
});

test('a call that is taken out before a compaction shifts no message of the window behind it', async () => {
  const rows = conversation(true).trimEnd().split('\n');
  const compaction = { type: 'compaction', id: 'c', parentId: 'e5', summary: 'They looked around.', tokensBefore: 9 };
  const [next = '', last = ''] = rows.slice(-2);
  const text = [...rows.slice(0, -2), JSON.stringify(compaction), next.replace('"e5"', '"c"'), last].join('\n');
  const { parsed } = await readDrop([file('s.jsonl', text)], {}, { ...DEFAULT_READING, trimCalls: 'remove' });
  expect(episodesOf(parsed).map(({ messages }) => messages.map(({ role }) => role))).toEqual([
    ['user', 'assistant', 'tool', 'assistant', 'assistant'],
    ['user', 'assistant'],
  ]);
  expect(JSON.stringify(episodesOf(parsed)[1]?.messages)).toContain('Next step.');
});

describe('by choice', () => {
  const choose = async (choice: Partial<ReadingChoice>, ...files: Parameters<typeof readDrop>[0]) => {
    const { parsed } = await readDrop(files, {}, { ...DEFAULT_READING, ...choice });
    const [episode] = episodesOf(parsed);
    if (episode) expectWellFormed(episode);
    const weights = episode?.messages.filter(({ role }) => role === 'assistant').map(({ weight }) => weight);
    return { parsed, weights, text: JSON.stringify(parsed), damage: episode?.damage };
  };
  const trimmed = () => file('s.jsonl', conversation(true).padEnd(5000, '\n'));
  const untrimmed = () => file('s.jsonl.deleted.2026', conversation(false));

  test('mask leaves the short form though another copy has the long one', async () => {
    const { weights, text } = await choose({ trims: 'mask' }, trimmed(), untrimmed());
    expect(weights).toEqual([1, 0, 1, 1]);
    expect(text).toContain('[trimmed by self] 902 files');
  });
  test('split trains on what comes after the trim only', async () => {
    expect((await choose({ trims: 'split' }, trimmed())).weights).toEqual([0, 0, 1, 1]);
  });
  test('drop leaves the episode out', async () => {
    expect((await choose({ trims: 'drop' }, trimmed())).parsed).toMatchObject([{ reason: 'damaged' }]);
    expect((await choose({ trims: 'drop' }, untrimmed())).weights).toEqual([1, 1, 1, 1]);
  });
  test('keep changes nothing but the flag', async () => {
    const { weights, text, damage } = await choose({ trims: 'keep' }, trimmed());
    expect(weights).toEqual([1, 1, 1, 1]);
    expect(text).not.toContain('_self_compacted');
    expect(damage).toMatchObject({ trimmed_result: 1 });
  });
  test('a call that is masked keeps no rebuilt argument', async () => {
    const { weights, text } = await choose({ trims: 'keep', trimCalls: 'mask' }, trimmed());
    expect(weights).toEqual([1, 0, 1, 1]);
    expect(text).not.toContain('"replacement"');
  });
  test('a call that is removed takes its result along, and its message is not trained on', async () => {
    const { weights, text } = await choose({ trims: 'keep', trimCalls: 'remove' }, trimmed());
    expect(weights).toEqual([1, 0, 1, 1]);
    expect(text).not.toMatch(/dynamic-trim|queued/);
    expect(text).toContain('The router lives in src/app.');
  });
  test('a message of nothing but the removed call goes with it', async () => {
    const bare = conversation(true).replace('{"type":"text","text":"The router lives in src/app."},', '');
    expect((await choose({ trims: 'keep', trimCalls: 'remove' }, file('s.jsonl', bare))).weights).toEqual([1, 1, 1]);
  });
});

test('a result that was shortened after a compaction summarised it is told with the summary', async () => {
  const trim = call('t', 'dynamic-trim', { tool_call_id: 'a', _self_compacted: true });
  const before = [user('q'), model(call('a', 'exec', {})), result('a', '[trimmed by self] short'), model(said('x'))];
  const rows = (trimFirst: boolean) => {
    const trimming = [user('shorten'), model(trim), result('t', 'queued'), model(said('done'))];
    const compaction = {
      type: 'compaction',
      id: 'k',
      summary: '## Goal\nAll of it.',
      firstKeptEntryId: 'lost',
      tokensBefore: 9,
    };
    const [early, late] = trimFirst
      ? [
          [...before, ...trimming],
          [user('r'), model(said('y'))],
        ]
      : [before, trimming];
    const first = session(...early)
      .trimEnd()
      .split('\n');
    const parentId = `e${early.length - 1}`;
    const rest = late.map((message, at) => ({
      type: 'message',
      id: `l${at}`,
      parentId: at ? `l${at - 1}` : 'k',
      message,
    }));
    return [...first, ...[{ ...compaction, parentId }, ...rest].map((row) => JSON.stringify(row))].join('\n');
  };
  const summary = async (trimFirst: boolean) => {
    const { parsed } = await readDrop([file('s.jsonl', rows(trimFirst))], {}, { ...DEFAULT_READING, summaries: true });
    return episodesOf(parsed).find(({ kind }) => kind === 'compact-summary');
  };
  expect((await summary(false))?.damage).toEqual({ trim_after_summary: 1 });
  expect((await summary(true))?.damage).toEqual({});
});
