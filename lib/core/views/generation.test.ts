import { describe, expect, test } from 'vitest';
import { ungrounded } from '../generate/grounding.ts';
import { verifyDataset } from '../output/verify.ts';
import { DEFAULT_RECIPE, type Recipe } from '../recipe.ts';
import { openMemoryScratch } from '../scratch.ts';
import { endOf } from '../testing/end-of.ts';
import { createWorkspace } from '../workspace.ts';
import type { FamilyRow } from './generation-views.ts';

const never = () => new AbortController().signal;

const open = () => createWorkspace({ openScratch: openMemoryScratch, breathe: async () => undefined });

const recipe: Recipe = {
  ...DEFAULT_RECIPE,
  generators: [
    { generator: 'text-recipes', count: 30, seed: 5 },
    { generator: 'synthetic', count: 40, seed: 5 },
    { generator: 'adversarial', count: 40, seed: 5 },
  ],
};

const sum = (rows: readonly FamilyRow[], count: (row: FamilyRow) => number) =>
  rows.reduce((total, row) => total + count(row), 0);

describe('what was asked of the generators', () => {
  test('adds up by family to what the funnel says', async () => {
    const { generation, stages, kept } = await endOf(open().run(recipe, never()));
    for (const row of generation.families) {
      expect(row.asked).toBe(row.dropped + row.verified);
      expect(row.verified).toBe(row.nearDuplicates + row.leftOut + row.kept);
    }
    const added = stages.find(({ name }) => name === 'generate')?.added ?? {};
    expect(sum(generation.families, ({ asked }) => asked)).toBe((added.synthetic ?? 0) + (added.adversarial ?? 0));
    expect(sum(generation.families, (row) => row.kept)).toBe(kept);
    expect(generation.families.map(({ family }) => family)).toEqual(
      expect.arrayContaining(['text', 'inspect', 'recover', 'control', 'leak']),
    );
  });

  test('what the mix leaves out is not made up for: its family got less than was asked', async () => {
    const ratios = { real: 0, synthetic: 0.5, adversarial: 0.5 };
    const { generation, mix } = await endOf(open().run({ ...recipe, mix: { ...recipe.mix, ratios } }, never()));
    expect(mix.got.synthetic).toBeCloseTo(0.5, 1);
    const synthetic = generation.families.filter(({ origin }) => origin === 'synthetic');
    expect(sum(synthetic, ({ leftOut }) => leftOut)).toBeGreaterThan(0);
    expect(sum(synthetic, (row) => row.kept)).toBeLessThan(sum(synthetic, ({ asked }) => asked));
  });

  test('families that were not chosen are not made', async () => {
    const narrowed = {
      ...recipe,
      generators: [
        { generator: 'synthetic', count: 10, seed: 5, options: { families: ['memory'] } },
        { generator: 'adversarial', count: 20, seed: 5, options: { families: ['leak'] } },
      ],
    };
    const { generation } = await endOf(open().run(narrowed, never()));
    expect(generation.families.map(({ family }) => family).filter((family) => family !== 'control')).toEqual([
      'memory',
      'leak',
    ]);
    const none = [{ generator: 'adversarial', count: 20, seed: 5, options: { families: ['nothing'] } }];
    expect((await endOf(open().run({ ...recipe, generators: none }, never()))).episodes).toBe(0);
  });

  test('a field of the grid filters the list to just its episodes', async () => {
    const workspace = open();
    const { generation } = await endOf(workspace.run(recipe, never()));
    const cells = generation.grid?.cells ?? [];
    // Of ten adversarial episodes three are harmless twins, which the grid does not count.
    expect(cells.reduce((total, { made }) => total + made, 0)).toBe(28);
    const cell = cells.find(({ made }) => made > 0);
    expect(workspace.episodes({ offset: 0, limit: 10, tags: cell?.tags ?? [] }).total).toBe(cell?.made);
  });
});

describe('a preview', () => {
  const workspace = open();
  const rows = workspace.scenarios();

  test('of each family shows an episode and checks that hold', async () => {
    for (const family of new Set(rows.map((row) => row.family))) {
      const id = rows.find((row) => row.family === family)?.id ?? '';
      const shown = await workspace.previewScenario({ id, seed: 7, language: 'de', stance: 'chosen' });
      expect(shown.checks.filter(({ ok }) => !ok)).toEqual([]);
      expect(shown.verified).toBe(true);
      expect(shown.messages.length).toBeGreaterThan(1);
    }
  });

  test('of the wrong half of an attack shows that its check can fail', async () => {
    const id = rows.find(({ generator, control }) => generator === 'adversarial' && !control)?.id ?? '';
    const shown = await workspace.previewScenario({ id, seed: 7, language: 'en', stance: 'rejected' });
    expect(shown.checks.map(({ name }) => name)).toContain('the canary trips');
  });
});

test('near-copies of generated episodes stay on one side of the split, even when none is dropped', async () => {
  const workspace = open();
  const generators = [
    { generator: 'text-recipes', count: 60, seed: 1 },
    { generator: 'text-recipes', count: 60, seed: 2 },
    { generator: 'synthetic', count: 40, seed: 1 },
  ];
  const dedupe = { ...recipe.dedupe, near: false, exact: false, superseded: false };
  const gate = { ...recipe.gate, compactSummaries: true };
  const summary = await endOf(
    workspace.run({ ...recipe, generators, gate, dedupe, split: { validation: 0.3 } }, never()),
  );
  expect(summary.kept).toBe(summary.episodes);
  expect(summary.clusters).toBeGreaterThan(0);
  expect(summary.split.validation.rows).toBeGreaterThan(10);
  await endOf(workspace.build(never()));
  const built = workspace.built();
  const reader = { list: async () => built.files.map(({ path }) => path), file: (path: string) => built.blob(path) };
  const report = await endOf(verifyDataset(reader, () => []));
  expect(report.checks.find(({ name }) => name === 'leakage')).toMatchObject({ ok: true });
});

test('redaction leaves nothing to the final scan, and answers still state only what is shown', async () => {
  const workspace = open();
  const generators = [
    { generator: 'synthetic', count: 200, seed: 6 },
    { generator: 'adversarial', count: 80, seed: 6 },
  ];
  await endOf(workspace.run({ ...recipe, generators }, never()));
  const { residual } = await endOf(workspace.build(never()));
  expect(residual).toEqual([]);
  const built = workspace.built();
  const paths = built.files.map(({ path }) => path).filter((path) => path.startsWith('data/'));
  const rows = (await Promise.all(paths.map(async (path) => (await built.blob(path)).text())))
    .flatMap((text) => text.trimEnd().split('\n'))
    .map((line) => JSON.parse(line));
  expect(rows.length).toBeGreaterThan(270);
  expect(rows.some(({ messages }) => JSON.stringify(messages).includes('<EMAIL_1>'))).toBe(true);
  for (const { id, messages, tools } of rows) {
    const seen: string[] = [tools];
    for (const { role, content, tool_calls } of messages) {
      if (role !== 'assistant') seen.push(content);
      else if (tool_calls.length === 0) expect({ id, unseen: ungrounded(content, seen) }).toEqual({ id, unseen: [] });
    }
  }
});
