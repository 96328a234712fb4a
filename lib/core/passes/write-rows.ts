import { breatheOrStop, type Host } from '../host.ts';
import type { OpenOutput } from '../output/output-file.ts';
import type { Preset, WrongHalf } from '../output/presets/preset.ts';
import { type RowExtras, renderRow } from '../output/row.ts';
import { openRowFiles, type WrittenRows } from '../output/row-files.ts';
import type { ShardPlan } from '../output/shards.ts';
import type { Hashes } from '../text/hash.ts';
import type { Progress } from '../types.ts';
import { readEpisode } from './segment.ts';
import type { Member } from './state.ts';

export interface RowJob {
  readonly plans: readonly ShardPlan[];
  readonly members: readonly Member[];
  readonly presets: readonly Preset[];
  readonly open: OpenOutput;
  readonly hashes: Hashes;
  extras(ordinal: number): RowExtras;
  /** Asked only for trainers of preferences. */
  wrongHalf(ordinal: number): Promise<WrongHalf>;
}

/** Pass 2: one row in memory at a time, written to every file that wants it. */
export async function* writeRows(job: RowJob, host: Host, signal: AbortSignal): AsyncGenerator<Progress, WrittenRows> {
  const files = openRowFiles(job);
  const wantsPairs = job.presets.some(({ pair }) => pair !== undefined);
  const ordinals = job.plans.flatMap((plan) => plan.ordinals);
  for (const [done, ordinal] of ordinals.entries()) {
    await breatheOrStop(host, signal);
    const member = job.members[ordinal];
    if (!member) throw new RangeError(`there is no episode ${ordinal}`);
    const episode = await readEpisode(member.segment.scratch, member.entry.place);
    const wrong = wantsPairs ? await job.wrongHalf(ordinal) : undefined;
    await files.add(renderRow(episode, job.extras(ordinal)), wrong);
    yield { stage: 'write', done: done + 1, total: ordinals.length, unit: 'episodes' };
  }
  return files.finish();
}
