import type { Hashes } from '../text/hash.ts';
import { type Shard, SPLITS, type Split } from '../types.ts';
import { type LineFile, type OpenOutput, openLineFile, writeTextFile } from './output-file.ts';
import { NO_PAIR, type Preset, type PresetPaths, presetFolder, type WrongHalf } from './presets/preset.ts';
import { PROTOCOL_FILES, protocolLine } from './protocol.ts';
import { type Row, serialiseRow } from './row.ts';
import type { ShardPlan } from './shards.ts';

/** `in = out + Σ dropped`, in examples: a trainer that takes the halves of a pair apart gets two of one row. */
export interface PresetReport {
  readonly id: string;
  readonly in: number;
  readonly out: number;
  readonly dropped: Readonly<Record<string, number>>;
  /** Loss code → rows that lose something. */
  readonly losses: Readonly<Record<string, number>>;
  readonly paths: PresetPaths;
}

export interface WrittenRows {
  /** Canonical shards, presets with their configurations, protocol files; in order of path. */
  readonly files: readonly Shard[];
  readonly presets: readonly PresetReport[];
}

/** Writes each row once to every file it belongs to. Holds one row and one buffer a file. */
export interface RowFiles {
  /** Rows come in the order of the plans; `wrong` is for trainers of preferences alone. */
  add(row: Row, wrong?: WrongHalf): Promise<void>;
  /** Throws when rows of the plans are missing. */
  finish(): Promise<WrittenRows>;
}

export interface RowFilesOptions {
  readonly plans: readonly ShardPlan[];
  readonly presets: readonly Preset[];
  readonly open: OpenOutput;
  readonly hashes: Hashes;
}

export function openRowFiles({ plans, presets, open, hashes }: RowFilesOptions): RowFiles {
  const files = new Map<string, Promise<LineFile>>();
  const written: Shard[] = [];
  const tallies = presets.map((preset) => createTally(preset));
  let plan = 0;
  let row = 0;

  const fileOf = (path: string, split: Split): Promise<LineFile> => {
    const file = files.get(path) ?? openLineFile(path, open, hashes, split);
    files.set(path, file);
    return file;
  };
  const line = async (path: string, text: string, split: Split) => (await fileOf(path, split)).add(text);
  const close = async (path: string) => {
    const file = await files.get(path);
    files.delete(path);
    if (file) written.push(await file.close());
  };

  return {
    add: async (item, wrong = NO_PAIR) => {
      const current = plans[plan];
      if (!current) throw new RangeError(`more rows than the ${plans.length} shards have`);
      const { name, split } = current;
      await line(shardPath(name), serialiseRow(item), split);
      await line(PROTOCOL_FILES[split], protocolLine(item), split);
      for (const tally of tallies) {
        for (const value of tally.take(item, wrong))
          await line(tally.pathFor(name, split), JSON.stringify(value), split);
      }
      if (++row < current.ordinals.length) return;
      row = 0;
      plan++;
      // What belongs to one shard is complete now; what belongs to a split goes on.
      for (const path of [shardPath(name), ...tallies.flatMap((tally) => tally.shardPath(name))]) await close(path);
    },
    finish: async () => {
      if (plan < plans.length) throw new RangeError(`rows of ${plans.length - plan} shards are missing`);
      // The protocol's trainer opens both files, even for nothing.
      for (const split of SPLITS) await fileOf(PROTOCOL_FILES[split], split);
      for (const path of [...files.keys()]) await close(path);
      const paths = new Set(written.map((file) => file.path));
      const reports = tallies.map((tally) => tally.report(paths));
      for (const [index, preset] of presets.entries()) {
        const config = preset.config(reports[index]?.paths ?? {});
        written.push(await writeTextFile(`${presetFolder(preset.id)}/${config.file}`, config.text, open, hashes));
      }
      return { files: [...written].sort((a, b) => (a.path < b.path ? -1 : 1)), presets: reports };
    },
  };
}

const shardPath = (name: string): string => `data/${name}.jsonl`;

function createTally(preset: Preset) {
  const dropped = new Map<string, number>();
  const losses = new Map<string, number>();
  const paths = new Map<Split, Set<string>>();
  let taken = 0;
  let out = 0;
  const count = (counts: Map<string, number>, code: string) => counts.set(code, (counts.get(code) ?? 0) + 1);
  const pathFor = (name: string, split: Split) => {
    const path = `${presetFolder(preset.id)}/${preset.files[split].replace('*', name)}`;
    paths.set(split, (paths.get(split) ?? new Set()).add(path));
    return path;
  };
  return {
    pathFor,
    shardPath: (name: string) => (preset.files.train.includes('*') ? [`${presetFolder(preset.id)}/${name}.jsonl`] : []),
    take: (row: Row, wrong: WrongHalf): readonly object[] => {
      const results = preset.pair?.(row, wrong) ?? [preset.row(row)];
      const values = results.flatMap((result) => ('drop' in result ? [] : [result.value]));
      taken += results.length;
      out += values.length;
      for (const result of results) if ('drop' in result) count(dropped, result.drop);
      if (values.length > 0) for (const loss of preset.losses) if (loss.occurs(row)) count(losses, loss.code);
      return values;
    },
    report: (existing: ReadonlySet<string>): PresetReport => ({
      id: preset.id,
      in: taken,
      out,
      dropped: sorted(dropped),
      losses: sorted(losses),
      paths: Object.fromEntries(
        [...paths].map(([split, set]) => [split, [...set].filter((path) => existing.has(path)).sort()]),
      ),
    }),
  };
}

const sorted = (counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> =>
  Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
