import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { episodesOf, file, fixtureFiles, readDrop } from '../formats/testing/drops.ts';
import { isSummaryIdOf } from '../formats/training-export/episode-id.ts';
import { readExportLine } from '../formats/training-export/read-line.ts';
import { DEFAULT_RECIPE, type Recipe } from '../recipe.ts';
import { openMemoryScratch } from '../scratch.ts';
import { endOf } from '../testing/end-of.ts';
import { anyEpisode, assistant, episode, listEpisode, user } from '../testing/episodes.ts';
import { createHashes } from '../text/hash.ts';
import type { Episode, JsonObject, SourceFile } from '../types.ts';
import { createWorkspace } from '../workspace.ts';
import { type RowMessage, renderRow } from './row.ts';
import { exportLineOf, isOwnTaskLine, TRAINING_EXPORT } from './training-export.ts';

const hashes = await createHashes();
const extras = { id: 'oc_x', sessionId: 's_1', groupId: 'g_1', provenance: {}, redactions: {} };
const lineOf = (one: Episode) =>
  exportLineOf(renderRow(one, extras), { trigger: 'trajectory_export', builtMs: 0, hashes });
const parsed = (value: unknown) => JSON.parse(JSON.stringify(value)) as JsonObject;

test('a row as a line', () => {
  expect(parsed(lineOf(listEpisode))).toEqual({
    messages: [
      { role: 'system', content: 'You are a helpful assistant.' },
      { role: 'user', content: 'What is on my list?' },
      {
        role: 'assistant',
        content: '',
        tool_calls: [
          { id: 'call_1', type: 'function', function: { name: 'read', arguments: '{"path":"notes/list.md"}' } },
        ],
        reasoning_content: 'The list is in notes.',
      },
      { role: 'tool', content: '- tea', tool_call_id: 'call_1' },
      { role: 'assistant', content: 'One item: tea.' },
    ],
    tools: [
      {
        type: 'function',
        function: { name: 'read', description: 'Read a text file.', parameters: listEpisode.tools[0]?.parameters },
      },
    ],
    meta: {
      episodeId: expect.stringMatching(/^[0-9a-f]{64}$/),
      sessionId: 's_1',
      exportedAt: '1970-01-01T00:00:00.000Z',
      messageCount: 5,
      turnCount: 1,
      trigger: 'trajectory_export',
      trajectory: {},
    },
  });
});

test('a summary says what its compaction said', () => {
  const line = lineOf(
    episode({
      kind: 'compact-summary',
      messages: [user('<conversation>\n[User]: hi\n</conversation>'), assistant('## Goal')],
      provenance: { path: '', line: 1, parser: 'p', compaction: { tokensBefore: 7, fromExtension: true } },
    }),
  );
  expect(line.meta).toMatchObject({
    trigger: 'on_compaction',
    compaction: { tokensBefore: 7, firstKeptEntryId: '', fromExtension: true },
  });
  expect(isSummaryIdOf(line, hashes)).toBe(true);
});

test('written and read again, nothing of any row is lost but weights and tool names', async () => {
  await fc.assert(
    fc.asyncProperty(anyEpisode, async (one) => {
      const row = renderRow(one, extras);
      const line = exportLineOf(row, { trigger: 'trajectory_export', builtMs: 0, hashes });
      expect(readExportLine(parsed(line))).toEqual(line);
      const again = readExportLine(parsed(line));
      const shape = ({ role, content, reasoning_content, tool_call_id, tool_calls }: Partial<RowMessage>) => [
        role,
        content,
        reasoning_content ?? '',
        tool_call_id ?? '',
        tool_calls ?? [],
      ];
      expect(again?.messages.map((message) => shape(message as Partial<RowMessage>))).toEqual(row.messages.map(shape));
      const fits = 'compaction' in line.meta ? isSummaryIdOf : isOwnTaskLine;
      expect(again && fits(again, hashes)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('a changed line no longer fits its id', () => {
  const line = lineOf(listEpisode);
  const changed = line.messages.map((message) => ({ ...message, content: `${message.content}.` }));
  expect(isOwnTaskLine(line, hashes)).toBe(true);
  expect(isOwnTaskLine({ ...line, messages: changed }, hashes)).toBe(false);
});

async function build(files: readonly SourceFile[], choices: Partial<Recipe> = {}) {
  const workspace = createWorkspace({ openScratch: openMemoryScratch, breathe: async () => undefined });
  workspace.addFiles(files);
  const recipe: Recipe = {
    ...DEFAULT_RECIPE,
    gate: { ...DEFAULT_RECIPE.gate, compactSummaries: true },
    reading: { ...DEFAULT_RECIPE.reading, summaries: true },
    output: { ...DEFAULT_RECIPE.output, trainingExport: true },
    ...choices,
  };
  const never = new AbortController().signal;
  const summary = await endOf(workspace.run(recipe, never));
  await endOf(workspace.build(never));
  const built = workspace.built();
  const text = async (path: string) =>
    built.files.some((one) => one.path === path) ? await (await built.blob(path)).text() : '';
  return { summary, built, text, lines: linesOf(await text('training-export/episodes.jsonl')) };
}
const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JsonObject);

describe('in a dataset', () => {
  const session = (summary: string): SourceFile => {
    const rows = [
      { message: { role: 'user', content: 'Please sort the list of towns.' } },
      { message: { role: 'assistant', content: [{ type: 'text', text: 'Sorted: Faro, Lisbon, Porto.' }] } },
      { type: 'compaction', summary, firstKeptEntryId: 'none', tokensBefore: 12 },
      { message: { role: 'user', content: 'Now count the letters of each town.' } },
      { message: { role: 'assistant', content: [{ type: 'text', text: 'Four, six and five letters.' }] } },
    ].map((row, at) => ({ type: 'message', id: `e${at}`, parentId: at ? `e${at - 1}` : null, ...row }));
    const header = { type: 'session', version: 3, id: 'secret-session-name', timestamp: '2026-01-01T00:00:00Z' };
    return file('s.jsonl', [header, ...rows].map((row) => `${JSON.stringify(row)}\n`).join(''));
  };
  const split = { split: { validation: 0 } };

  test('a compaction leaves its two lines side by side', async () => {
    const { lines, built } = await build([session('## Goal\nSort the towns.')], split);
    const kinds = lines.map(({ meta }) => [(meta as JsonObject).trigger, 'compaction' in (meta as JsonObject)]);
    const at = kinds.findIndex(([trigger]) => trigger === 'on_compaction');
    expect(kinds).toHaveLength(3);
    expect(kinds.slice(at, at + 2)).toEqual([
      ['on_compaction', false],
      ['on_compaction', true],
    ]);
    expect(built.manifest.presets.find(({ id }) => id === TRAINING_EXPORT)).toEqual({
      id: TRAINING_EXPORT,
      in: 3,
      out: 3,
      dropped: {},
      losses: {},
    });
    const text = JSON.stringify(lines);
    expect(text).not.toContain('secret-session-name');
    expect(built.summary.residual).toEqual([]);
    const { findings, parsed: again } = await readDrop([
      file('episodes.jsonl', lines.map((line) => `${JSON.stringify(line)}\n`).join('')),
    ]);
    expect(findings).toEqual([]);
    expect(episodesOf(again)).toHaveLength(3);
  });

  test('a summary whose conversation was excluded is left out and counted', async () => {
    const review = { ...DEFAULT_RECIPE.review, excluded: ['secret-session-name/1'] };
    const { lines, built } = await build([session('## Goal\nSort the towns.')], { ...split, review });
    expect(lines.map(({ meta }) => (meta as JsonObject).trigger)).toEqual(['trajectory_export']);
    expect(built.manifest.presets.find(({ id }) => id === TRAINING_EXPORT)?.dropped).toEqual({ unpaired_summary: 1 });
  });

  test('what nothing can be learned from is a named loss', async () => {
    const { summary } = await build([session('(No conversation to summarize)')], split);
    expect(summary.stages[0]?.dropped).toEqual({ unusable_summary: 1 });
  });

  test('each split has its file, and verifies', async () => {
    const { built, text } = await build(fixtureFiles('bundles', 'sessions/handmade'), { split: { validation: 0.5 } });
    const rows = (path: string) => built.files.find((one) => one.path === path)?.rows;
    const report = built.manifest.presets.find(({ id }) => id === TRAINING_EXPORT);
    expect((rows('training-export/episodes.jsonl') ?? 0) + (rows('training-export/validation.jsonl') ?? 0)).toBe(
      report?.out,
    );
    expect(rows('training-export/validation.jsonl')).toBeGreaterThan(0);
    expect(built.summary.residual).toEqual([]);
    expect(await text('README.md')).toContain('training-export/');
    for (const line of linesOf(await text('training-export/episodes.jsonl')))
      expect(readExportLine(line)).not.toBeNull();
  });

  test('is not written unless asked for', async () => {
    const { built } = await build([session('## Goal\nx')], { ...split, output: DEFAULT_RECIPE.output });
    expect(built.files.map(({ path }) => path).filter((path) => path.startsWith('training-export'))).toEqual([]);
  });
});

test('one conversation exported at several occasions under several ids is one row', async () => {
  const line = (trigger: string, id: string, ...more: JsonObject[]) => ({
    messages: [
      { role: 'user', content: 'How many towns are there in the list?' },
      { role: 'assistant', content: 'There are three towns in the list.' },
      ...more,
    ],
    tools: [],
    meta: { episodeId: id.repeat(64), sessionId: 's', exportedAt: '2026-01-01T00:00:00.000Z', trigger, trajectory: {} },
  });
  const longer = [
    { role: 'user', content: 'And how many letters do they have together?' },
    { role: 'assistant', content: 'Fifteen letters, spaces not counted.' },
  ];
  const text = [
    line('before_reset', 'a'),
    line('trajectory_export', 'b'),
    line('trajectory_export', 'c', ...longer),
    line('before_reset', 'd', ...longer),
  ]
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('');
  const { summary } = await build([file('episodes.jsonl', text)], { split: { validation: 0 } });
  expect(summary).toMatchObject({ episodes: 4, kept: 1 });
  const dropped = summary.stages.find(({ name }) => name === 'dedupe')?.dropped;
  expect(Object.values(dropped ?? {}).reduce((sum, count) => sum + count, 0)).toBe(3);
});
