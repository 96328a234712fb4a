import { expect, test } from 'vitest';
import { createHashes } from '../../text/hash.ts';
import type { JsonObject } from '../../types.ts';
import { openDrop } from '../drop.ts';
import { createIssues } from '../issues.ts';
import { loadSessions } from '../load.ts';
import { readEntry } from '../openclaw-entry.ts';
import { each, file, fixtureFiles, readDrop, testContext } from '../testing/drops.ts';
import { compactionsOf } from './compactions.ts';
import { DEFAULT_COMPAT, readCompat } from './compat.ts';
import { exportedConversation, summarisedConversation } from './conversation-text.ts';
import { isSummaryIdOf } from './episode-id.ts';
import type { ExportLine } from './export-line.ts';
import { readExportLine } from './read-line.ts';
import { sessionLines } from './session-lines.ts';
import { recordedSnapshot, transcriptSnapshot } from './snapshot.ts';
import { SUMMARY_WORDING, summaryTexts, withoutFileLists } from './summary-messages.ts';

const hashes = await createHashes();
const options = { compat: DEFAULT_COMPAT, exportedMs: 0, hashes, sessionFile: 's.jsonl' };

const entries = (...rows: readonly JsonObject[]) =>
  rows.map((row, at) => readEntry({ id: `e${at}`, parentId: at ? `e${at - 1}` : null, ...row }, at + 2));
const message = (value: JsonObject): JsonObject => ({ type: 'message', message: value });
const user = (content: string) => message({ role: 'user', content });
const said = (text: string) => message({ role: 'assistant', content: [{ type: 'text', text }], stopReason: 'stop' });
const compaction = (summary: string, firstKeptEntryId: string, more: JsonObject = {}): JsonObject => ({
  type: 'compaction',
  summary,
  firstKeptEntryId,
  tokensBefore: 900,
  ...more,
});
const PATH = entries(
  user('one'),
  said('first'),
  user('two'),
  said('second'),
  compaction('Did one.', 'e2'),
  user('three'),
  said('third'),
  compaction('Did one and two.\n\n<read-files>\na.txt\n</read-files>', 'e5', { fromHook: true }),
  user('four'),
  said('fourth'),
);

const lines = (path = PATH, more = {}) => {
  const latest = transcriptSnapshot('s', path);
  return sessionLines({ id: 's', path }, typeof latest === 'string' ? null : latest, { ...options, ...more });
};
const shape = ({ messages, meta }: ExportLine) => [
  meta.trigger,
  'compaction' in meta ? 'summary' : 'task',
  messages.map(({ role, content }) => `${role[0]} ${content.split('\n', 1)[0]}`),
];

test('each compaction leaves two lines, the last window one', () => {
  const lead = 'The conversation history before this point was compacted into the following summary:';
  expect(lines().map(shape)).toEqual([
    ['on_compaction', 'task', ['u one', 'a first', 'u two', 'a second']],
    ['on_compaction', 'summary', [`s ${SUMMARY_WORDING.system}`, 'u <conversation>', 'a Did one.']],
    ['on_compaction', 'task', [`u ${lead}`, 'u two', 'a second', 'u three', 'a third']],
    ['on_compaction', 'summary', [`s ${SUMMARY_WORDING.system}`, 'u <conversation>', 'a Did one and two.']],
    ['trajectory_export', 'task', [`u ${lead}`, 'u three', 'a third', 'u four', 'a fourth']],
  ]);
  const [, first, , second] = lines();
  expect(first?.meta).toMatchObject({
    compaction: { tokensBefore: 900, firstKeptEntryId: 'e2', fromExtension: false },
  });
  expect(second?.meta).toMatchObject({ messageCount: 3, turnCount: 1, compaction: { fromExtension: true } });
  expect(first?.messages[1]?.content).toContain(
    '<conversation>\n[User]: one\n\n[Assistant]: first\n</conversation>\n\n',
  );
  expect(first?.messages[1]?.content).not.toContain('<previous-summary>');
  expect(second?.messages[1]?.content).toContain('<previous-summary>\nDid one.\n</previous-summary>\n\n');
});

test('both lines of a compaction or none', () => {
  for (const summary of ['', '  ', '(No conversation to summarize)', 'x (No conversation content to summarize)']) {
    const path = entries(user('one'), said('first'), compaction(summary, 'e9'), user('two'), said('second'));
    expect(
      lines(path).map(({ meta }) => meta.trigger),
      summary,
    ).toEqual(['trajectory_export']);
  }
  const nothingSaid = entries(user('one'), compaction('Did it.', 'e0'), user('two'), said('second'));
  expect(lines(nothingSaid).map(({ meta }) => meta.trigger)).toEqual(['trajectory_export']);
});

test('ids are 64 hex digits, differ by trigger and content, and fit what a summary says', () => {
  const made = lines();
  const ids = made.map(({ meta }) => meta.episodeId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{64}$/);
  for (const line of made.filter(({ meta }) => 'compaction' in meta)) expect(isSummaryIdOf(line, hashes)).toBe(true);
});

test('lines end with the model and have both sides', () => {
  const path = entries(user('one'), said('first'), user('two'));
  expect(lines(path).map(shape)).toEqual([['trajectory_export', 'task', ['u one', 'a first']]]);
  expect(lines(entries(user('one')))).toEqual([]);
  expect(lines(entries(said('first')))).toEqual([]);
});

test('flags of the configuration change lines, others do not', () => {
  const path = entries(
    user('one'),
    message({ role: 'assistant', content: [{ type: 'toolCall', id: 'a', name: 'exec', arguments: {} }] }),
    message({ role: 'toolResult', toolCallId: 'a', toolName: 'exec', content: [{ type: 'text', text: 'ok' }] }),
    user('two'),
    said('second'),
  );
  const made = (flags: object) => lines(path, { compat: readCompat(flags) })[0]?.messages;
  expect(made({ requiresToolResultName: true })?.[2]).toMatchObject({ role: 'tool', name: 'exec' });
  expect(made({ requiresAssistantAfterToolResult: true })?.[3]?.content).toBe('I have processed the tool results.');
  expect(made({ supportsStore: false, requiresStringContent: true })).toEqual(made({}));
});

test('written and read again, every line of the fixtures is the same', async () => {
  const ctx = testContext();
  const drop = await openDrop(each(fixtureFiles('bundles', 'sessions')), ctx);
  let count = 0;
  for (const source of drop.sources)
    for await (const { id, path, recorded } of loadSessions(source, ctx, createIssues(''))) {
      const found = [recordedSnapshot(recorded ?? {}), transcriptSnapshot(id, path)];
      for (const snapshot of found.filter((one) => typeof one !== 'string'))
        for (const line of sessionLines({ id, path }, snapshot, options)) {
          expect(readExportLine(JSON.parse(JSON.stringify(line)) as JsonObject)).toEqual(line);
          count++;
        }
    }
  expect(count).toBeGreaterThan(30);
});

test('lines that were made are read as what they are, in pairs', async () => {
  const text = lines()
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
  const { parsed, findings } = await readDrop([file('episodes.jsonl', text)]);
  const kinds = parsed.flatMap((item) =>
    item.type === 'episode' ? [[item.episode.kind, item.episode.pairKey]] : [[item.reason]],
  );
  expect(kinds).toEqual([
    ['task', 'episodes.jsonl:1'],
    ['compact-summary', 'episodes.jsonl:1'],
    ['task', 'episodes.jsonl:3'],
    ['compact-summary', 'episodes.jsonl:3'],
    ['task', undefined],
  ]);
  expect(findings).toEqual([]);
});

test('a half of a pair and an edited summary are told', async () => {
  const [task, summary] = lines();
  const codes = async (...rows: unknown[]) => {
    const { findings } = await readDrop([file('e.jsonl', rows.map((row) => `${JSON.stringify(row)}\n`).join(''))]);
    return findings.map(({ code, count }) => [code, count]);
  };
  expect(await codes(task, task, summary)).toEqual([['unpaired_compaction', 1]]);
  expect(await codes(summary)).toEqual([['unpaired_compaction', 1]]);
  const edited = summary?.messages.map((one) => ({ ...one, content: one.content.replace('Did', 'Undid') }));
  expect(await codes(task, { ...summary, messages: edited })).toEqual([['export_id_differs', 1]]);
});

test('the two layouts of a conversation', () => {
  const messages: JsonObject[] = [
    {
      role: 'user',
      content: [
        { type: 'text', text: 'a' },
        { type: 'text', text: 'b' },
      ],
    },
    {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: 'T' },
        { type: 'text', text: 'x' },
        { type: 'toolCall', id: '1', name: 'read', arguments: { path: 'a', n: 1 } },
      ],
    },
    { role: 'toolResult', toolCallId: '1', toolName: 'read', content: [{ type: 'text', text: 'r'.repeat(2010) }] },
    { role: 'compactionSummary', summary: 'S' },
    { role: 'branchSummary', summary: 'B' },
    { role: 'custom', content: 'C' },
  ];
  expect(exportedConversation(messages).split('\n\n')).toEqual([
    '[User]: a\nb',
    '[Assistant]: T\nx',
    '[Assistant tool calls]: read({"path":"a","n":1})',
    `[Tool result read]: ${'r'.repeat(2010)}`,
    '[Previous compaction summary]: S',
    '[Branch summary]: B',
    '[Custom]: C',
  ]);
  expect(summarisedConversation(messages).split('\n\n').slice(0, 6)).toEqual([
    '[User]: ab',
    '[Assistant thinking]: T',
    '[Assistant]: x',
    '[Assistant tool calls]: read(path="a", n=1)',
    `[Tool result]: ${'r'.repeat(2000)}`,
    '[... 10 more characters truncated]',
  ]);
});

test('a turn that was split is told, and only what came before it was summarised', () => {
  const path = entries(
    user('one'),
    said('first'),
    user('two'),
    said('begun'),
    compaction('Did one.', 'e3'),
    said('ended'),
  );
  const [point] = compactionsOf(path);
  expect(point).toMatchObject({ splitTurn: true, window: 0 });
  expect(point && exportedConversation(point.messages)).toBe('[User]: one\n\n[Assistant]: first');
});

test('lists that code appended are no part of what is learned', () => {
  const lists = '\n\n<read-files>\na\n</read-files>\n\n<modified-files>\nb\n</modified-files>';
  expect(withoutFileLists(`Done.${lists}`)).toBe('Done.');
  expect(withoutFileLists(`Done.${lists} and more`)).toBe(`Done.${lists} and more`);
  expect(withoutFileLists('<read-files>\n'.repeat(20_000))).toHaveLength(13 * 20_000 - 1);
  const [point] = compactionsOf(PATH).slice(1);
  expect(point && summaryTexts(point, { layout: 'summariser', wording: SUMMARY_WORDING })?.answer).toBe(
    'Did one and two.',
  );
});
