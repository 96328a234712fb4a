import { expect, test } from 'vitest';
import { DAMAGE } from '../formats/damage.ts';
import { file, fixtureFiles } from '../formats/testing/drops.ts';
import { DEFAULT_READING, DEFAULT_RECIPE, type ReadingChoice } from '../recipe.ts';
import { openMemoryScratch } from '../scratch.ts';
import { messagesOf } from '../testing/whole-episode.ts';
import type { SourceFile } from '../types.ts';
import { createWorkspace } from '../workspace.ts';
import { DAMAGE_GROUPS, type DamageReport } from './damage-views.ts';

const never = new AbortController().signal;

async function open(files: readonly SourceFile[], reading: Partial<ReadingChoice> = {}) {
  const workspace = createWorkspace({ openScratch: openMemoryScratch, breathe: async () => undefined });
  workspace.addFiles(files);
  for await (const _ of workspace.run({ ...DEFAULT_RECIPE, reading: { ...DEFAULT_READING, ...reading } }, never));
  return workspace;
}
const row = ({ rows }: DamageReport, code: string) => rows.find((item) => item.code === code);

test('every code stands under one heading', () => {
  const grouped = Object.values(DAMAGE_GROUPS).flatMap(({ codes }) => [...codes] as string[]);
  expect(grouped.sort()).toEqual(Object.keys(DAMAGE).sort());
});

test('a code tells how often, in how many turns and sessions, and what can be done', async () => {
  const report = (await open(fixtureFiles('bundles/multi-tool', 'bundles/errors-retries'))).damage(null);
  expect(row(report, 'malformed_json')).toMatchObject({
    group: 'Text that is lost or cut',
    example: { source: 1 },
    count: 3,
    turns: 1,
    sessions: 1,
    policy: { usual: 'mask', chosen: 'mask', choices: ['keep', 'mask', 'drop_turn', 'drop_episode'] },
  });
  expect(row(report, 'failed_turn')).toMatchObject({ count: 1, turns: 1, sessions: 1 });
  expect(row(report, 'system_prompt_damaged')).toMatchObject({ turns: 0, sessions: 2 });
  expect(row(report, 'masked_answer')?.policy).toBeNull();
  expect(report.figures).toMatchObject({ sessions: 2, episodes: 2, lost: 0 });
});

test('what a choice leaves out is still told, so that it can be taken back', async () => {
  const files = fixtureFiles('bundles/multi-tool');
  const usual = (await open(files)).damage(null);
  const chosen = (await open(files, { policies: { malformed_json: 'drop_episode' } })).damage(null);
  expect(chosen.figures).toMatchObject({ episodes: 0, trained: 0, lost: 1 });
  expect(usual.figures).toMatchObject({ episodes: 1, lost: 0 });
  expect(row(chosen, 'malformed_json')).toMatchObject({ count: 3, sessions: 1, policy: { chosen: 'drop_episode' } });
  expect(chosen.lost).toMatchObject([{ reason: 'damaged', count: 1 }]);
});

test('one source is told by itself, with what another copy has whole', async () => {
  const workspace = await open(fixtureFiles('bundles/multi-tool', 'sessions/v4-2026.9.6/multi-tool.jsonl'));
  const [bundle, session] = [workspace.damage(0), workspace.damage(1)];
  expect(row(bundle, 'malformed_json')).toMatchObject({ count: 0, repaired: 3 });
  expect(bundle.lost).toMatchObject([{ reason: 'same_session', count: 1 }]);
  expect(session.figures).toMatchObject({ episodes: 1, kept: 1 });
  expect(workspace.damage(null).figures.episodes).toBe(1);
});

test('shortened results are summed up with the episodes that they touch', async () => {
  const args = { tool_call_id: 'c1', _self_compacted: true };
  const messages = [
    { role: 'user', content: 'List the files.' },
    {
      role: 'assistant',
      content: [{ type: 'toolCall', id: 'c1', name: 'exec', arguments: {} }],
      stopReason: 'toolUse',
    },
    {
      role: 'toolResult',
      toolCallId: 'c1',
      toolName: 'exec',
      content: [{ type: 'text', text: '[trimmed by self] 9' }],
    },
    { role: 'assistant', content: [{ type: 'toolCall', id: 'c2', name: 'dynamic-trim', arguments: args }] },
    { role: 'toolResult', toolCallId: 'c2', toolName: 'dynamic-trim', content: [{ type: 'text', text: 'queued' }] },
    { role: 'assistant', content: [{ type: 'text', text: 'Nine files.' }], stopReason: 'stop' },
  ];
  const rows = messages.map((message, at) => ({
    type: 'message',
    id: `e${at}`,
    parentId: at ? `e${at - 1}` : null,
    message,
  }));
  const text = [{ type: 'session', version: 3, id: 's' }, ...rows].map((line) => `${JSON.stringify(line)}\n`).join('');
  const kept = await open([file('s.jsonl', text)], { trims: 'keep' });
  expect(kept.damage(null).trims).toMatchObject({ affected: 1, episodesAffected: 1, hygiene: 1 });
  const marks = (await kept.timeline(0, 's', { offset: 0, limit: 9 }, never)).entries.flatMap(({ damage }) => damage);
  expect(marks).toEqual(['trimmed_result', 'trim_call']);
  const workspace = await open([file('s.jsonl', text)]);
  expect(workspace.damage(null).trims).toMatchObject({
    ...{ results: 1, confirmed: 1, calls: 1, affected: 1 },
    ...{ sessions: 1, episodesAffected: 1, hygiene: 0 },
  });
  expect(workspace.sessions(0, { offset: 0, limit: 9 }).rows[0]?.trims).toMatchObject({ results: 1 });
  const { entries } = await workspace.timeline(0, 's', { offset: 0, limit: 9 }, never);
  expect(entries.map(({ kind, damage }) => [kind, ...damage])).toEqual([
    ['user'],
    ['call'],
    ['result', 'trimmed_result'],
    ['call', 'trim_call', 'trim_masked'],
    ['result'],
    ['assistant'],
  ]);
});

test('a damaged entry says which copy has it whole, and a call how it came out', async () => {
  const workspace = await open(fixtureFiles('bundles/multi-tool', 'sessions/v4-2026.9.6/multi-tool.jsonl'));
  const id = workspace.sessions(0, { offset: 0, limit: 9 }).rows[0]?.id ?? '';
  const { repairs } = await workspace.session(0, id, never);
  expect(repairs).toEqual([{ code: 'malformed_json', from: 'Session', count: 3 }]);
  const { entries } = await workspace.timeline(0, id, { offset: 0, limit: 500 }, never);
  expect(new Set(entries.filter(({ damage }) => damage.length > 0).map(({ wholeIn }) => wholeIn))).toEqual(
    new Set(['Session']),
  );
  const calls = entries.filter(({ kind }) => kind === 'call');
  for (const { index, pair, answer, callId } of calls) {
    expect(entries[pair ?? -1]).toMatchObject({ kind: 'result', callId, pair: index });
    expect(answer?.chars).toBe(entries[pair ?? -1]?.chars);
  }
});

test('an episode is read in blocks that keep calls and results together', async () => {
  const workspace = await open(fixtureFiles('sessions/v4-2026.9.6/multi-tool.jsonl'));
  const id = workspace.sessions(0, { offset: 0, limit: 9 }).rows[0]?.id ?? '';
  const { rows } = workspace.episodes({ offset: 0, limit: 9, session: id });
  expect(rows).toHaveLength(1);
  expect(workspace.episodes({ offset: 0, limit: 9, session: 'nobody' }).total).toBe(0);
  const ordinal = rows[0]?.ordinal ?? -1;
  const whole = await workspace.conversation(ordinal, { offset: 0, limit: 99 });
  const messages = await messagesOf(workspace, ordinal);
  expect(whole.blocks.flat().map(({ after }) => after.text)).toEqual(messages.map(({ after }) => after.text));
  const paged = await Promise.all(
    Array.from({ length: whole.total }, (_, offset) => workspace.conversation(ordinal, { offset, limit: 1 })),
  );
  expect(paged.flatMap(({ blocks }) => blocks)).toEqual(whole.blocks);
  for (const block of whole.blocks) expect(block.slice(1).every(({ role }) => role === 'tool')).toBe(true);
});
