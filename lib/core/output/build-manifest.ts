import { NO_TRIMS } from '../formats/trim-audit.ts';
import type { Fingerprint } from '../stages/fingerprint.ts';
import type { Divided } from '../stages/split.ts';
import { estimateTokens } from '../text/tokens.ts';
import { type Origin, type Shard, SPLITS, type Split, type StageCount } from '../types.ts';
import {
  type BuildRecord,
  type Counts,
  type InputRecord,
  MANIFEST_SCHEMA,
  type Manifest,
  type ManifestFile,
  type ManifestLeakage,
  type ManifestSplit,
  type TokenLengths,
} from './manifest.ts';
import { manifestTrims } from './manifest-trims.ts';
import { protocolSource } from './protocol.ts';
import { ROW_SCHEMA } from './row.ts';

const NOTHING_TRIMMED = { audit: NO_TRIMS, rowsAffected: 0, hygieneRows: 0 };
const TOKENS_BY = 'characters/4';

/** Contract 1.0 of the training protocol (section 8) with our members beside it; equal records give equal bytes. */
export function buildManifest(record: BuildRecord): Manifest {
  const { recipe, stages, mixed, divided, redaction, residual } = record;
  const rows = SPLITS.flatMap((name) => record.rows[name]);
  const reasons = droppedBy(stages);
  const rawRows = stages.reduce((sum, stage) => sum + total(stage.added), stages[0]?.in ?? 0);
  const redactionRate = rawRows === 0 ? 0 : redaction.episodes / rawRows;
  const postDedup = stages.find(({ name }) => name === 'dedupe')?.out ?? rows.length;
  const leakage: ManifestLeakage = {
    groups_in_two_splits: divided.leakage.groupsInTwoSplits,
    near_pairs_across_splits: divided.leakage.nearPairsAcrossSplits,
    threshold: recipe.dedupe.threshold,
    worst_similarity: rounded(divided.leakage.worstSimilarity ?? -1),
  };
  return {
    contract_version: '1.0',
    inputs: inputsOf(record.inputs),
    build: {
      target_examples: recipe.mix.target ?? postDedup,
      selected_examples: rows.length,
      train_examples: divided.splits.train.rows,
      val_examples: divided.splits.validation.rows,
      min_examples: recipe.output.minExamples,
      min_example_ok: rows.length >= recipe.output.minExamples,
      val_ratio: recipe.split.validation,
      ratios: recipe.mix.ratios ?? sharesOf(mixed.got),
      min_redaction_rate: recipe.output.minRedactionRate,
      redaction_ok: redactionRate >= recipe.output.minRedactionRate,
      redaction_rate: rounded(redactionRate),
      bucket_counts: mixed.got,
      source_counts: countBy(rows, protocolSource),
      rng: 'sfc32, seeded by stage and content',
      split_by: 'group',
    },
    qc: {
      raw_rows: rawRows,
      rejected_malformed: sumOf(MALFORMED.map((reason) => reasons.get(reason) ?? 0)),
      rejected_low_signal: reasons.get('low_signal') ?? 0,
      rows_with_redactions: redaction.episodes,
      redactions_applied: total(redaction.byRule),
      post_dedup_rows: postDedup,
      category_counts: countBy(rows, categoryOf),
      outcome_counts: countBy(rows, ({ outcome }) => outcome),
      dropped_by_source_cap: reasons.get('source_cap') ?? 0,
      duplicates: sumOf(COPIES.map((reason) => reasons.get(reason) ?? 0)),
      near_duplicates: reasons.get('near_duplicate') ?? 0,
      redactions_by_rule: sorted(redaction.byRule),
      redactions_by_type: sorted(redaction.byType),
      residual_findings: {
        accepted: residual.accepted,
        count: total(residual.byType),
        by_type: sorted(residual.byType),
      },
      names_undecided: record.namesUndecided ?? 0,
      contamination: leakage,
      token_lengths: tokenLengths(rows),
    },
    schema: MANIFEST_SCHEMA,
    name: recipe.name,
    created_at: new Date(recipe.builtMs).toISOString(),
    built_ms: recipe.builtMs,
    builder_version: record.tool.version,
    tool: record.tool,
    recipe_sha256: record.recipeSha256,
    seed: recipe.seed,
    stages,
    mix: { asked: mixed.asked, got: mixed.got },
    splits: { train: splitOf(divided, 'train'), validation: splitOf(divided, 'validation') },
    leakage,
    tokens: { counted_with: TOKENS_BY, ...splitTokens(record) },
    damage: sorted(record.damage),
    trims: manifestTrims(record.trims ?? NOTHING_TRIMMED, recipe.reading, rows.length),
    presets: record.presets.map(({ paths: _, ...report }) => report),
    files: fileRecords(record.files),
  };
}

/** What the protocol calls malformed: nothing usable came out of reading it. */
const MALFORMED = ['malformed_row', 'empty_session', 'no_complete_turn', 'unreadable_session'];
const COPIES = ['exact_duplicate', 'superseded', 'same_session'];

const inputsOf = (inputs: readonly InputRecord[]): Manifest['inputs'] => {
  const named = (origin: Origin) => inputs.filter((input) => input.origin === origin).map(({ name }) => name);
  return {
    raw_trace_glob: '*',
    raw_trace_files: named('real'),
    synthetic_file: named('synthetic').join(', '),
    adversarial_file: named('adversarial').join(', '),
    sources: inputs,
  };
};

const total = (counts: Readonly<Record<string, number | undefined>>): number =>
  Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);

const sorted = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));

function droppedBy(stages: readonly StageCount[]): ReadonlyMap<string, number> {
  const reasons = new Map<string, number>();
  for (const { dropped } of stages)
    for (const [reason, count] of Object.entries(dropped)) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
  return reasons;
}

function countBy(rows: readonly Fingerprint[], key: (row: Fingerprint) => string): Counts {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return sorted(Object.fromEntries(counts));
}

const DEFAULT_CATEGORY: Readonly<Record<Origin, string>> = {
  real: 'agent_task',
  synthetic: 'coverage',
  adversarial: 'unsafe_request',
};

const categoryOf = ({ tags, origin }: Fingerprint): string =>
  tags.find((tag) => tag.startsWith('category:'))?.slice('category:'.length) ?? DEFAULT_CATEGORY[origin];

function sharesOf(got: Readonly<Record<Origin, number>>): Readonly<Record<Origin, number>> {
  const sum = Math.max(1, total(got));
  const share = (origin: Origin) => rounded(got[origin] / sum);
  return { real: share('real'), synthetic: share('synthetic'), adversarial: share('adversarial') };
}

const splitOf = ({ splits }: Divided, name: Split): ManifestSplit => {
  const { rows, groups, byOrigin } = splits[name];
  return { rows, groups, by_origin: byOrigin };
};

const splitTokens = ({ rows }: BuildRecord): Readonly<Record<Split, number>> => ({
  train: sumOf(rows.train.map(({ chars }) => estimateTokens(chars))),
  validation: sumOf(rows.validation.map(({ chars }) => estimateTokens(chars))),
});

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function tokenLengths(rows: readonly Fingerprint[]): TokenLengths {
  const lengths = rows.map(({ chars }) => estimateTokens(chars)).sort((a, b) => a - b);
  const at = (share: number) => lengths[Math.max(0, Math.ceil(share * lengths.length) - 1)] ?? 0;
  const over = (limit: number) =>
    lengths.length === 0 ? 0 : rounded(lengths.filter((length) => length > limit).length / lengths.length);
  return {
    counted_with: TOKENS_BY,
    p50: at(0.5),
    p90: at(0.9),
    p99: at(0.99),
    max: at(1),
    over_1024: over(1024),
    over_1536: over(1536),
    over_2048: over(2048),
  };
}

const fileRecords = (files: readonly Shard[]): readonly ManifestFile[] =>
  [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, rows, bytes, sha256 }) => ({
      path,
      rows,
      bytes,
      sha256,
      ...(path.startsWith('data/') ? { schema: ROW_SCHEMA } : {}),
    }));

/** Six decimals: enough for a share, and free of the last bits of a division. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
