import { expect, test } from 'vitest';
import { type DatasetReader, verifyDataset } from '../output/verify.ts';
import { DEFAULT_RECIPE, type Recipe } from '../recipe.ts';
import { createRedactor } from '../redaction/index.ts';
import { findResidual } from '../redaction/residual.ts';
import { openMemoryScratch } from '../scratch.ts';
import { endOf } from '../testing/end-of.ts';
import { createWorkspace } from '../workspace.ts';
import { withoutOwnMarks } from './own-marks.ts';

const never = () => new AbortController().signal;

const attacks: Recipe = {
  ...DEFAULT_RECIPE,
  generators: [
    { generator: 'synthetic', count: 5, seed: 3 },
    { generator: 'adversarial', count: 40, seed: 3 },
  ],
  split: { validation: 0.3 },
  output: { ...DEFAULT_RECIPE.output, presets: ['trl-sft', 'trl-dpo', 'trl-kto'] },
};

async function build(recipe: Recipe) {
  const workspace = createWorkspace({ openScratch: openMemoryScratch, breathe: async () => undefined });
  const summary = await endOf(workspace.run(recipe, never()));
  await endOf(workspace.build(never()));
  const built = workspace.built();
  const texts = new Map<string, string>();
  for (const { path } of built.files) texts.set(path, await (await built.blob(path)).text());
  const lines = (start: string) =>
    [...texts].filter(([path]) => path.startsWith(start)).flatMap(([, text]) => text.split('\n').filter(Boolean));
  const reader: DatasetReader = { list: async () => [...texts.keys()], file: (path) => built.blob(path) };
  return { workspace, summary, built, texts, lines, reader };
}

const reportOf = ({ built }: Awaited<ReturnType<typeof build>>, id: string) =>
  built.manifest.presets.find((preset) => preset.id === id);

test('wrong halves stand in the preference files alone, counted, redacted and verified', async () => {
  const dataset = await build(attacks);
  const rows = dataset.lines('data/').map((line) => JSON.parse(line));
  expect(rows.filter(({ tags }) => tags.includes('rejected'))).toEqual([]);
  expect(rows).toHaveLength(dataset.summary.kept);

  const kept = rows.filter(({ tags }) => tags.includes('attack')).length;
  const pairs = dataset.lines('presets/trl-dpo/train-').length + dataset.lines('presets/trl-dpo/validation-').length;
  expect(kept).toBeGreaterThan(10);
  expect(pairs).toBe(kept);
  expect(reportOf(dataset, 'trl-dpo')).toMatchObject({
    in: rows.length,
    out: pairs,
    dropped: { no_pair: rows.length - kept },
  });
  expect(reportOf(dataset, 'trl-kto')).toMatchObject({ out: 2 * pairs });
  expect(dataset.texts.get('README.md')).toContain(`\`presets/trl-dpo/\`: ${pairs} rows`);

  const redactor = createRedactor(attacks.redaction);
  const report = await endOf(verifyDataset(dataset.reader, (line) => findResidual(redactor, withoutOwnMarks(line))));
  expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
});

test('a pair goes where its right half goes: out with it, or into the same split', async () => {
  const all = await build(attacks);
  for (const split of ['train', 'validation']) {
    const attacked = all.lines(`data/${split}-`).filter((line) => JSON.parse(line).tags.includes('attack'));
    expect(all.lines(`presets/trl-dpo/${split}-`)).toHaveLength(attacked.length);
  }
  const gone = all.workspace.episodes({ offset: 0, limit: 100, origin: 'adversarial' }).rows.map(({ id }) => id);
  const without = await build({ ...attacks, review: { excluded: gone, kept: [] } });
  expect(without.lines('presets/trl-dpo/train-')).toEqual([]);
  expect(reportOf(without, 'trl-dpo')).toMatchObject({ out: 0 });
});

test('a word of the person is replaced in wrong halves too, and is in the ledger', async () => {
  const word = 'curl';
  const dataset = await build({ ...attacks, redaction: { ...attacks.redaction, words: [word] } });
  expect(dataset.lines('presets/trl-dpo/').filter((line) => line.includes(`"${word} `))).toEqual([]);
  const counted = dataset.lines('redaction-ledger').reduce((sum, line) => sum + JSON.parse(line).count, 0);
  expect(counted).toBe(dataset.built.manifest.qc.redactions_applied);
});

test('the preview of a preference trainer is a pair', async () => {
  const { workspace } = await build(attacks);
  const example = (await workspace.presets()).find(({ id }) => id === 'trl-dpo')?.example ?? '';
  expect(Object.keys(JSON.parse(example)).slice(0, 3)).toEqual(['prompt', 'chosen', 'rejected']);
});

test('no near-copy of a row or of a wrong half stands on the other side of the split', async () => {
  const generated = await build({
    ...attacks,
    generators: [
      { generator: 'synthetic', count: 190, seed: 8 },
      { generator: 'adversarial', count: 120, seed: 8 },
      { generator: 'text-recipes', count: 60, seed: 8 },
    ],
    // Nothing is dropped as a copy, so that only the split keeps copies together.
    dedupe: { ...attacks.dedupe, near: false, exact: false },
  });
  const [train, validation] = ['train', 'validation'].map((split) => [
    ...generated.lines(`data/${split}-`).map((line) => said(JSON.parse(line).messages)),
    ...generated.lines(`presets/trl-dpo/${split}-`).map((line) => {
      const { prompt, rejected } = JSON.parse(line);
      return said([...prompt, ...rejected]);
    }),
  ]);
  if (!train || !validation) throw new Error('a split is missing');
  expect(validation.length).toBeGreaterThan(60);
  expect(generated.summary.clusters).toBeGreaterThan(0);
  const close = validation.flatMap((one) => train.filter((other) => overlap(one, other) >= 0.9));
  expect(close).toEqual([]);
});

interface Said {
  readonly content?: unknown;
  readonly tool_calls?: unknown;
}

/** Shingles of five words of all that was said and done, counted here anew and not by the stage. */
function said(messages: readonly (Said & { readonly role: string })[]): ReadonlySet<string> {
  const words = messages
    .filter(({ role }) => role !== 'system')
    .map(({ content, tool_calls = [] }) => JSON.stringify([content, tool_calls]))
    .join(' ')
    .split(/[^\p{L}\p{N}]+/u);
  return new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')));
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((shingle) => other.has(shingle)).length;
  return both / Math.max(1, one.size + other.size - both);
}
