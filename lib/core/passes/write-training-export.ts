import type { ExportTrigger } from '../formats/training-export/export-line.ts';
import { breatheOrStop, type Host } from '../host.ts';
import { type OpenOutput, openLineFile } from '../output/output-file.ts';
import { type RowExtras, renderRow } from '../output/row.ts';
import type { PresetReport } from '../output/row-files.ts';
import type { ShardPlan } from '../output/shards.ts';
import { exportLineOf, TRAINING_EXPORT, TRAINING_EXPORT_FILES } from '../output/training-export.ts';
import type { Hashes } from '../text/hash.ts';
import { type Progress, type Shard, SPLITS, type Split } from '../types.ts';
import { readEpisode } from './segment.ts';
import type { Member } from './state.ts';

export interface TrainingExportJob {
  readonly plans: readonly ShardPlan[];
  readonly members: readonly Member[];
  readonly builtMs: number;
  readonly open: OpenOutput;
  readonly hashes: Hashes;
  extras(ordinal: number): RowExtras;
}

export interface WrittenExport {
  readonly files: readonly Shard[];
  readonly report: PresetReport;
}

interface PlannedLine {
  readonly ordinal: number;
  readonly trigger: ExportTrigger;
}

/** The rows once more, as lines of OpenClaw's training export, the two halves of a compaction side by side. */
export async function* writeTrainingExport(
  job: TrainingExportJob,
  host: Host,
  signal: AbortSignal,
): AsyncGenerator<Progress, WrittenExport> {
  const { members, open, hashes, builtMs } = job;
  const files: Shard[] = [];
  const total = job.plans.reduce((sum, { ordinals }) => sum + ordinals.length, 0);
  let written = 0;
  let masked = 0;
  for (const split of SPLITS) {
    const lines = planLines(ordinalsOf(job.plans, split), members);
    if (lines.length === 0) continue;
    const file = await openLineFile(TRAINING_EXPORT_FILES[split], open, hashes, split);
    for (const { ordinal, trigger } of lines) {
      await breatheOrStop(host, signal);
      const { segment, entry } = members[ordinal] as Member;
      const row = renderRow(await readEpisode(segment.scratch, entry.place), job.extras(ordinal));
      if (row.messages.some(({ role, weight }) => role === 'assistant' && weight === 0)) masked++;
      await file.add(JSON.stringify(exportLineOf(row, { trigger, builtMs, hashes })));
      written++;
      yield { stage: 'write', done: written, total, unit: 'episodes' };
    }
    files.push(await file.close());
  }
  return { files, report: reportOf(total, written, masked, files) };
}

const ordinalsOf = (plans: readonly ShardPlan[], split: Split): readonly number[] =>
  plans.filter((plan) => plan.split === split).flatMap(({ ordinals }) => ordinals);

/** Rows in their order, each summary right behind its conversation; a summary whose conversation is not there is left out. */
function planLines(ordinals: readonly number[], members: readonly Member[]): readonly PlannedLine[] {
  const entryOf = (ordinal: number) => (members[ordinal] as Member).entry;
  const isSummary = (ordinal: number) => entryOf(ordinal).fingerprint.kind === 'compact-summary';
  const summaries = new Map(
    ordinals.flatMap((ordinal) => {
      const { pairKey } = entryOf(ordinal);
      return pairKey !== undefined && isSummary(ordinal) ? [[pairKey, ordinal]] : [];
    }),
  );
  return ordinals.flatMap((ordinal): readonly PlannedLine[] => {
    if (isSummary(ordinal)) return [];
    const { pairKey, fingerprint } = entryOf(ordinal);
    const summary = pairKey === undefined ? undefined : summaries.get(pairKey);
    if (summary !== undefined)
      return [ordinal, summary].map((half) => ({ ordinal: half, trigger: 'on_compaction' as const }));
    return [
      { ordinal, trigger: fingerprint.tags.includes('trigger:before_reset') ? 'before_reset' : 'trajectory_export' },
    ];
  });
}

const reportOf = (total: number, written: number, masked: number, files: readonly Shard[]): PresetReport => ({
  id: TRAINING_EXPORT,
  in: total,
  out: written,
  dropped: total === written ? {} : { unpaired_summary: total - written },
  losses: masked === 0 ? {} : { weights: masked },
  paths: Object.fromEntries(files.flatMap(({ split, path }) => (split ? [[split, [path]]] : []))),
});
