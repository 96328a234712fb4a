import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FIXTURES, fixtureFiles } from './formats/testing/drops.ts';
import { DEFAULT_RECIPE, type ReadingChoice, type Recipe } from './recipe.ts';
import { openMemoryScratch } from './scratch.ts';
import { messagesOf } from './testing/whole-episode.ts';
import type { Progress } from './types.ts';
import type { Summary } from './views/summary-views.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

const recipe = (reading: Partial<ReadingChoice>): Recipe => ({
  ...DEFAULT_RECIPE,
  reading: { ...DEFAULT_RECIPE.reading, ...reading },
});

async function run(workspace: Workspace, wanted: Recipe): Promise<{ summary: Summary; stages: ReadonlySet<string> }> {
  const stages = new Set<string>();
  const events: AsyncGenerator<Progress, Summary> = workspace.run(wanted, new AbortController().signal);
  for (;;) {
    const next = await events.next();
    if (next.done) return { summary: next.value, stages };
    stages.add(next.value.stage);
  }
}

const open = (...paths: string[]) => {
  const workspace = createWorkspace({ openScratch: openMemoryScratch, breathe: async () => undefined });
  workspace.addFiles(fixtureFiles(...paths));
  return workspace;
};

test('another way of reading reads again what was opened once; the same way does not', async () => {
  const workspace = open('bundles/multi-tool');
  const first = await run(workspace, recipe({}));
  expect([...first.stages]).toEqual(expect.arrayContaining(['unpack', 'redact']));
  expect(first.summary).toMatchObject({ episodes: 1, sources: [{ damage: { malformed_json: expect.any(Number) } }] });
  expect([...(await run(workspace, recipe({}))).stages]).toEqual([]);
  const second = await run(workspace, recipe({ policies: { malformed_json: 'drop_episode' } }));
  expect(second.stages).not.toContain('unpack');
  expect(second.summary).toMatchObject({ episodes: 0, sources: [{ dropped: { damaged: 1 } }] });
  expect(second.summary.stages[0]).toMatchObject({ name: 'parse', in: 1, dropped: { damaged: 1 }, out: 0 });
  expect(second.summary.meanings).toHaveProperty('damaged');
});

test('the source that gave way says what was put right', async () => {
  const { summary } = await run(open('bundles/multi-tool', 'sessions/v4-2026.9.6/multi-tool.jsonl'), recipe({}));
  const bundle = summary.sources.find(({ kind }) => kind === 'bundle');
  expect(bundle).toMatchObject({ dropped: { same_session: 1 }, repaired: { malformed_json: expect.any(Number) } });
});

test('the page shows the original side as the recipe reads it', async () => {
  const workspace = open('bundles/multi-tool');
  await run(workspace, recipe({ policies: { malformed_json: 'drop_turn' } }));
  expect(JSON.stringify(await messagesOf(workspace, 0))).not.toContain('[Malformed diagnostic JSON redacted]');
});

test('sessions are listed and looked at, and what they say is redacted', async () => {
  const workspace = open('bundles/secrets', 'sessions/v4-2026.9.6/errors-retries.jsonl');
  await run(workspace, recipe({}));
  const signal = new AbortController().signal;
  const list = workspace.sessions(0, { offset: 0, limit: 10 });
  expect(list).toMatchObject({ total: 1, rows: [{ episodes: 1 }] });
  const id = list.rows[0]?.id ?? '';
  const overview = await workspace.session(0, id, signal);
  expect(overview.counts.user).toBeGreaterThan(0);
  const page = await workspace.timeline(0, id, { offset: 0, limit: 500 }, signal);
  expect(page.entries.length).toBe(page.total);
  const text = JSON.stringify([overview, page]);
  for (const value of planted()) expect(text.includes(value)).toBe(false);
  const whole = await Promise.all(page.entries.map(({ index }) => workspace.timelineText(0, id, { index }, signal)));
  for (const value of planted()) expect(whole.join('\n').includes(value)).toBe(false);
  await expect(workspace.session(0, 'nobody', signal)).rejects.toThrow(RangeError);
  await expect(workspace.session(9, id, signal)).rejects.toThrow(RangeError);
  expect(workspace.sessions(9, { offset: 0, limit: 10 })).toEqual({ total: 0, rows: [] });
});

const planted = (): readonly string[] =>
  Object.values(JSON.parse(readFileSync(`${FIXTURES}planted-secrets.json`, 'utf8')) as Record<string, string>);
