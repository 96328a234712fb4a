import { beforeAll, describe, expect, test } from 'vitest';
import { NO_TRIMS } from '../formats/trim-audit.ts';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { type Dataset, makeDataset, textOf } from '../testing/datasets.ts';
import { episode, listEpisode } from '../testing/episodes.ts';
import { conversation } from '../testing/fingerprints.ts';
import { renderCard } from './card.ts';
import type { Manifest } from './manifest.ts';
import { manifestTrims } from './manifest-trims.ts';

let dataset: Dataset;
let manifest: Manifest;
beforeAll(async () => {
  dataset = await makeDataset(
    [
      ...Array.from({ length: 18 }, (_, index) =>
        episode({
          id: `e${index}`,
          origin: index % 3 === 0 ? 'synthetic' : 'real',
          tags: [`source:s${index % 2}`, 'category:files'],
          messages: conversation(index + 30),
        }),
      ),
      episode({ id: 'copy', tags: ['source:s1', 'category:files'], messages: conversation(31) }),
      episode({ id: 'near', tags: ['source:s0', 'category:files'], messages: conversation(32, 1) }),
      { ...listEpisode, id: 'list', outcome: 'unknown' },
    ],
    {
      name: 'my "own" episodes',
      builtMs: 1767225600000,
      output: { ...DEFAULT_RECIPE.output, presets: ['trl-sft', 'llama-factory', 'openai'], minExamples: 100 },
    },
  );
  manifest = JSON.parse(await textOf(dataset, 'dataset_manifest.json'));
});

test('shortened results are in the manifest as a share of the rows, and in the card where there are any', () => {
  expect(manifest.trims).toMatchObject({ policy: 'restore', call_policy: 'rebuild', results: 0, affected_share: 0 });
  const card = (trims: Manifest['trims']) => renderCard({ ...manifest, trims }, { license: '', languages: [] });
  expect(card(manifest.trims)).not.toContain('Shortened results');
  const audit = { ...NO_TRIMS, results: 3, confirmed: 2, unexplained: 1, calls: 2, restored: 1, affected: 4 };
  const trims = manifestTrims({ audit, rowsAffected: 2, hygieneRows: 1 }, DEFAULT_RECIPE.reading, 8);
  expect(trims).toMatchObject({
    affected_messages: 4,
    affected_rows: 2,
    affected_share: 0.25,
    context_hygiene_rows: 1,
  });
  expect(card(trims)).toContain('2 of the rows here hold such a message (25.0 %)');
});

describe('manifest', () => {
  test('has the members of contract 1.0 in their places', () => {
    expect(manifest.contract_version).toBe('1.0');
    expect(manifest.inputs).toMatchObject({
      raw_trace_glob: '*',
      raw_trace_files: [],
      synthetic_file: '',
      adversarial_file: '',
    });
    expect(manifest.build).toMatchObject({
      target_examples: 19,
      selected_examples: 19,
      min_examples: 100,
      min_example_ok: false,
      val_ratio: 0.1,
      min_redaction_rate: 0,
      redaction_ok: true,
      redaction_rate: 0,
      bucket_counts: { real: 13, synthetic: 6, adversarial: 0 },
      source_counts: { s0: 9, s1: 9, trace: 1 },
    });
    expect(manifest.build.train_examples + manifest.build.val_examples).toBe(19);
    const { ratios } = manifest.build;
    expect(ratios.real + ratios.synthetic + ratios.adversarial).toBeCloseTo(1, 2);
    expect(manifest.qc).toMatchObject({
      raw_rows: 21,
      rejected_malformed: 0,
      rejected_low_signal: 0,
      rows_with_redactions: 0,
      redactions_applied: 0,
      post_dedup_rows: 19,
      category_counts: { agent_task: 1, files: 18 },
      outcome_counts: { success: 18, unknown: 1 },
      duplicates: 1,
      near_duplicates: 1,
    });
  });

  test('adds up from stage to stage', () => {
    expect(manifest.stages.map(({ name }) => name)).toEqual(['parse', 'gate', 'dedupe', 'mix', 'split']);
    manifest.stages.forEach(({ in: input, out, dropped }, index) => {
      expect(input).toBe(out + Object.values(dropped).reduce((sum, count) => sum + count, 0));
      if (index > 0) expect(input).toBe(manifest.stages[index - 1]?.out);
    });
  });

  test('records the build without a clock', () => {
    expect(manifest).toMatchObject({ created_at: '2026-01-01T00:00:00.000Z', built_ms: 1767225600000, seed: 42 });
  });

  test('tells of every preset what went in, out and lost', () => {
    for (const preset of manifest.presets) expect(preset.in).toBe(19);
    expect(manifest.presets.find(({ id }) => id === 'openai')?.losses).toEqual({ reasoning: 1, result_names: 19 });
  });

  test('lists every file that was written before it', () => {
    const listed = manifest.files.map(({ path }) => path);
    expect(listed).toEqual([...listed].sort());
    for (const path of dataset.files.keys())
      expect(listed.includes(path)).toBe(!['dataset_manifest.json', 'README.md', 'SHA256SUMS'].includes(path));
  });
});

describe('card', () => {
  test('has front matter that names the files of every loadable configuration', async () => {
    const card = await textOf(dataset, 'README.md');
    expect(card).toMatch(/^---\npretty_name: "my \\"own\\" episodes"\n/);
    expect(card).toContain('size_categories: [n<1K]');
    expect(card).toContain('tags: [openclaw, agent, tool-calling, sft, synthetic]');
    expect(card).toContain('  - {split: train, path: data/train-*.jsonl}');
    expect(card).toContain('- config_name: trl-sft');
    expect(card).not.toContain('config_name: openai');
    expect(card).not.toMatch(/^license:/m);
    expect(card).not.toMatch(/undefined|NaN|\[object/);
  });

  test('has the license that was given, and only then', () => {
    const choices = { languages: ['en', 'de'] };
    expect(renderCard(manifest, { ...choices, license: 'cc-by-4.0' })).toContain(
      'license: "cc-by-4.0"\nlanguage: [en, de]\n',
    );
    expect(renderCard(manifest, { ...choices, license: '' })).toContain('No license was chosen yet.');
    expect(renderCard(manifest, { ...choices, license: 'mit' })).not.toContain('No license was chosen yet.');
  });

  test('shows the figures of the manifest', async () => {
    const card = await textOf(dataset, 'README.md');
    expect(card).toContain('| dedupe | 21 | – | exact_duplicate 1, near_duplicate 1 | 19 |');
    expect(card).toContain('`presets/openai/`: 19 rows');
  });

  test('does not promise a split that has no rows', async () => {
    const single = await makeDataset([episode()]);
    const card = await textOf(single, 'README.md');
    expect(card).not.toContain('data/validation');
    expect(await textOf(await makeDataset([]), 'README.md')).not.toContain('configs:');
  });
});
