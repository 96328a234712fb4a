import type { Fingerprint } from '../stages/fingerprint.ts';
import { similarAcross } from '../stages/leakage.ts';
import { isJsonObject } from '../text/json.ts';
import { type JsonObject, type JsonValue, SPLITS, type Split } from '../types.ts';
import type { Row } from './row.ts';
import { TRAINING_EXPORT } from './training-export.ts';

/** A place in a dataset: path and 1-based line. */
export const place = (path: string, line: number): string => `${path}:${line}`;

/** Faults by code, with the first place of each; a million bad rows make one line. */
export interface Faults {
  add(code: string, at: string): void;
  details(): readonly string[];
}

export function createFaults(): Faults {
  const faults = new Map<string, { count: number; readonly first: string }>();
  return {
    add: (code, at) => {
      const fault = faults.get(code) ?? { count: 0, first: at };
      fault.count++;
      faults.set(code, fault);
    },
    details: () =>
      [...faults].map(([code, { count, first }]) =>
        count === 1 ? `${code} at ${first}` : `${code}: ${count}, first at ${first}`,
      ),
  };
}

/** What was read of one canonical row. */
export interface SeenRow {
  readonly split: Split;
  readonly row: Row;
  readonly fingerprint: Fingerprint;
}

export const number = (value: JsonValue | undefined): number => (typeof value === 'number' ? value : Number.NaN);

export const member = (value: JsonValue | undefined, key: string): JsonValue | undefined =>
  isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

const totalOf = (counts: JsonValue | undefined): number =>
  isJsonObject(counts) ? Object.values(counts).reduce<number>((sum, count) => sum + number(count), 0) : 0;

const listOf = (value: JsonValue | undefined): readonly JsonValue[] => (Array.isArray(value) ? value : []);

/** Stages: `in + Σ added = out + Σ dropped`, and each stage begins with what the one before it left. */
export function checkStages(manifest: JsonObject): readonly string[] {
  const stages = listOf(manifest.stages);
  if (stages.length === 0) return ['the manifest lists no stages'];
  return stages.flatMap((stage, index) => {
    const name = String(member(stage, 'name'));
    const [input, out] = [number(member(stage, 'in')), number(member(stage, 'out'))];
    const before = index === 0 ? input : number(member(stages[index - 1], 'out'));
    return [
      ...(input + totalOf(member(stage, 'added')) === out + totalOf(member(stage, 'dropped'))
        ? []
        : [`stage ${name} does not add up`]),
      ...(before === input ? [] : [`stage ${name} begins with ${input} rows, the one before it left ${before}`]),
    ];
  });
}

export interface RowCounts {
  readonly rows: Readonly<Record<Split, number>>;
  readonly groups: Readonly<Record<Split, number>>;
  readonly byOrigin: Readonly<Record<Split, ReadonlyMap<string, number>>>;
  /** Path → lines, for every JSONL file. */
  readonly lines: ReadonlyMap<string, number>;
}

/** The manifest against what the files hold. */
export function checkCounts(manifest: JsonObject, counted: RowCounts): readonly string[] {
  const faults: string[] = [];
  const expect = (what: string, told: number, found: number) => {
    if (told !== found) faults.push(`${what}: the manifest says ${told}, the files hold ${found}`);
  };
  for (const split of SPLITS) {
    const told = member(manifest.splits, split);
    expect(`rows of ${split}`, number(member(told, 'rows')), counted.rows[split]);
    expect(`groups of ${split}`, number(member(told, 'groups')), counted.groups[split]);
    for (const [origin, count] of counted.byOrigin[split])
      expect(`${origin} rows of ${split}`, number(member(member(told, 'by_origin'), origin)), count);
  }
  const build = manifest.build;
  expect('selected_examples', number(member(build, 'selected_examples')), counted.rows.train + counted.rows.validation);
  expect('train_examples', number(member(build, 'train_examples')), counted.rows.train);
  expect('val_examples', number(member(build, 'val_examples')), counted.rows.validation);
  const lastStage = listOf(manifest.stages).at(-1);
  expect('rows behind the last stage', number(member(lastStage, 'out')), counted.rows.train + counted.rows.validation);
  const dropped = listOf(manifest.stages).reduce<number>((sum, stage) => sum + totalOf(member(stage, 'dropped')), 0);
  expect('dropped rows', dropped, counted.lines.get('dropped.jsonl') ?? 0);
  for (const preset of listOf(manifest.presets)) {
    const id = String(member(preset, 'id'));
    const [input, out] = [number(member(preset, 'in')), number(member(preset, 'out'))];
    if (input !== out + totalOf(member(preset, 'dropped'))) faults.push(`preset ${id} does not add up`);
    const lines = [...counted.lines].filter(([path]) =>
      path.startsWith(id === TRAINING_EXPORT ? `${id}/` : `presets/${id}/`),
    );
    expect(
      `rows of preset ${id}`,
      out,
      lines.reduce((sum, [, count]) => sum + count, 0),
    );
  }
  return faults;
}

/** Listed files against those that are there: rows, bytes and hashes. */
export function checkFileList(
  manifest: JsonObject,
  files: ReadonlyMap<string, { readonly bytes: number; readonly sha256: string }>,
  lines: ReadonlyMap<string, number>,
): readonly string[] {
  return listOf(manifest.files).flatMap((entry) => {
    const path = String(member(entry, 'path'));
    const file = files.get(path);
    if (!file) return [`${path} is missing`];
    const same =
      number(member(entry, 'bytes')) === file.bytes &&
      member(entry, 'sha256') === file.sha256 &&
      (!lines.has(path) || number(member(entry, 'rows')) === lines.get(path));
    return same ? [] : [`${path} is not what the manifest says`];
  });
}

/** Groups and near-duplicates across the split, measured anew from the rows. */
export function checkLeakage(rows: readonly SeenRow[], threshold: number): readonly string[] {
  const of = (split: Split) => rows.filter((row) => row.split === split);
  const [train, validation] = [of('train'), of('validation')];
  const groups = new Set(train.map(({ row }) => row.group_id));
  const parted = new Set(validation.map(({ row }) => row.group_id).filter((group) => groups.has(group)));
  const { pairs } = similarAcross(
    validation.map(({ fingerprint }) => fingerprint),
    train.map(({ fingerprint }) => fingerprint),
    threshold,
  );
  return [
    ...(parted.size === 0 ? [] : [`${parted.size} groups stand in both splits`]),
    ...(pairs.length === 0 ? [] : [`${pairs.length} pairs of rows across the splits are near-duplicates`]),
  ];
}

/** Findings that nobody accepted when the dataset was built. */
export function checkResidual(manifest: JsonObject, found: ReadonlyMap<string, number>): readonly string[] {
  const told = member(manifest.qc, 'residual_findings');
  const accepted = member(told, 'accepted') === true ? member(told, 'by_type') : undefined;
  return [...found].flatMap(([type, count]) => {
    const allowed = number(member(accepted, type)) || 0;
    return count <= allowed ? [] : [`${count - allowed} findings of type ${type} that nobody accepted`];
  });
}
