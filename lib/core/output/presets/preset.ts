import type { Split } from '../../types.ts';
import type { Row, RowContent } from '../row.ts';

/** Why a target cannot take a row (outputs.md section 5). */
const PRESET_DROPS = {
  no_assistant: 'No message of the model is left to train on.',
  alternation: 'The target wants user and model to alternate strictly; this row does not.',
  unpaired_result: 'A tool result belongs to no call, or a call has no result.',
  args_not_object: 'The arguments of a call are not a JSON object.',
  no_pair: 'The row has no wrong half that it could be preferred to.',
  pair_failed: 'The wrong half failed its own checks.',
  pair_parts_elsewhere: 'The two halves do not part at a message of the model.',
} as const;
export type PresetDrop = keyof typeof PRESET_DROPS;

export type PresetRow = { readonly value: object } | { readonly drop: PresetDrop };

/** What a row is preferred to, or why there is nothing. */
export type WrongHalf = { readonly content: RowContent } | { readonly missing: 'no_pair' | 'pair_failed' };

export const NO_PAIR: WrongHalf = { missing: 'no_pair' };

/** Something of a row that the target cannot carry. */
export interface PresetLoss {
  readonly code: string;
  /** One sentence for a person. */
  readonly text: string;
  occurs(row: Row): boolean;
}

/** Where the files of one split lie, as paths from the root of the dataset. */
export type PresetPaths = Readonly<Partial<Record<Split, readonly string[]>>>;

export interface PresetConfig {
  /** File name within the preset's folder. */
  readonly file: string;
  readonly text: string;
}

/** One trainer's own shape of a row, and how to point the trainer at it. */
export interface Preset {
  readonly id: string;
  readonly label: string;
  /** File of each split within the preset's folder; `*` stands for the name of the canonical shard it is made of. */
  readonly files: Readonly<Record<Split, string>>;
  /** The Hub and `datasets` can load it as a configuration of its own. */
  readonly loadable: boolean;
  row(row: Row): PresetRow;
  /** Of a trainer of preferences, in place of `row`: the examples that a row and its wrong half make. */
  pair?(row: Row, wrong: WrongHalf): readonly PresetRow[];
  config(paths: PresetPaths): PresetConfig;
  readonly losses: readonly PresetLoss[];
}

export const presetFolder = (id: string): string => `presets/${id}`;
