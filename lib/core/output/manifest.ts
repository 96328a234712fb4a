import type { Recipe } from '../recipe.ts';
import type { Fingerprint } from '../stages/fingerprint.ts';
import type { Mixed } from '../stages/mix.ts';
import type { Divided } from '../stages/split.ts';
import type { Origin, Shard, Split, StageCount } from '../types.ts';
import type { ManifestTrims, TrimRecord } from './manifest-trims.ts';
import type { PresetReport } from './row-files.ts';

export const MANIFEST_FILE = 'dataset_manifest.json';
export const MANIFEST_SCHEMA = 'oc.manifest/1';

export type Counts = Readonly<Record<string, number>>;

/** One source of the drop or one generator. The name is redacted by now: paths hold user names. */
export interface InputRecord {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Parser and version, as in `openclaw-session/3`. */
  readonly format: string;
  readonly origin: Origin;
  readonly episodes: number;
}

/** Everything a build knows of itself when its rows are written. */
export interface BuildRecord {
  readonly recipe: Recipe;
  /** SHA-256 of recipe.json as written. */
  readonly recipeSha256: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly inputs: readonly InputRecord[];
  /** In order; their counts chain. */
  readonly stages: readonly StageCount[];
  readonly mixed: Mixed;
  readonly divided: Divided;
  /** Fingerprints of the rows written. */
  readonly rows: Readonly<Record<Split, readonly Fingerprint[]>>;
  readonly redaction: {
    /** Episodes with a replacement, counted before any was dropped. */
    readonly episodes: number;
    readonly byRule: Counts;
    readonly byType: Counts;
  };
  readonly damage: Counts;
  readonly trims?: TrimRecord;
  /** What the final scan of the written bytes found, by placeholder type. */
  readonly residual: { readonly accepted: boolean; readonly byType: Counts };
  /** Possible names in the rows about which nobody said anything. */
  readonly namesUndecided?: number;
  /** All files written before the manifest. */
  readonly files: readonly Shard[];
  readonly presets: readonly PresetReport[];
}

export interface Manifest {
  readonly contract_version: '1.0';
  readonly inputs: {
    readonly raw_trace_glob: string;
    readonly raw_trace_files: readonly string[];
    readonly synthetic_file: string;
    readonly adversarial_file: string;
    readonly sources: readonly InputRecord[];
  };
  readonly build: {
    readonly target_examples: number;
    readonly selected_examples: number;
    readonly train_examples: number;
    readonly val_examples: number;
    readonly min_examples: number;
    readonly min_example_ok: boolean;
    readonly val_ratio: number;
    readonly ratios: Readonly<Record<Origin, number>>;
    readonly min_redaction_rate: number;
    readonly redaction_ok: boolean;
    readonly redaction_rate: number;
    readonly bucket_counts: Readonly<Record<Origin, number>>;
    readonly source_counts: Counts;
    readonly rng: string;
    readonly split_by: string;
  };
  readonly qc: {
    readonly raw_rows: number;
    readonly rejected_malformed: number;
    readonly rejected_low_signal: number;
    readonly rows_with_redactions: number;
    readonly redactions_applied: number;
    readonly post_dedup_rows: number;
    readonly category_counts: Counts;
    readonly outcome_counts: Counts;
    readonly dropped_by_source_cap: number;
    readonly duplicates: number;
    readonly near_duplicates: number;
    readonly redactions_by_rule: Counts;
    readonly redactions_by_type: Counts;
    readonly residual_findings: { readonly accepted: boolean; readonly count: number; readonly by_type: Counts };
    /** Possible names of persons, addresses and dates of birth in the rows that nobody decided about. */
    readonly names_undecided: number;
    readonly contamination: ManifestLeakage;
    readonly token_lengths: TokenLengths;
  };
  readonly schema: typeof MANIFEST_SCHEMA;
  readonly name: string;
  readonly created_at: string;
  readonly built_ms: number;
  readonly builder_version: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly recipe_sha256: string;
  readonly seed: number;
  readonly stages: readonly StageCount[];
  readonly mix: {
    readonly asked: Readonly<Record<Origin, number>> | null;
    readonly got: Readonly<Record<Origin, number>>;
  };
  readonly splits: Readonly<Record<Split, ManifestSplit>>;
  readonly leakage: ManifestLeakage;
  readonly tokens: { readonly counted_with: string } & Readonly<Record<Split, number>>;
  readonly damage: Counts;
  readonly trims: ManifestTrims;
  readonly presets: readonly Omit<PresetReport, 'paths'>[];
  readonly files: readonly ManifestFile[];
}

export interface ManifestSplit {
  readonly rows: number;
  readonly groups: number;
  readonly by_origin: Readonly<Record<Origin, number>>;
}

export interface ManifestLeakage {
  readonly groups_in_two_splits: number;
  readonly near_pairs_across_splits: number;
  readonly threshold: number;
  /** Highest estimated similarity of a validation row to a train row; -1 without validation rows. */
  readonly worst_similarity: number;
}

export interface TokenLengths {
  readonly counted_with: string;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
  readonly over_1024: number;
  readonly over_1536: number;
  readonly over_2048: number;
}

export interface ManifestFile {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Of canonical shards only. */
  readonly schema?: string;
}

export const renderManifest = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;
