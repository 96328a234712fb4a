import { breatheOrStop, type Host } from '../host.ts';
import type { Redactor } from '../redaction/redactor.ts';
import { createFingerprinter } from '../stages/fingerprint.ts';
import { createPropagator, propagateEpisode } from '../stages/redact.ts';
import { sumCounts } from '../text/counts.ts';
import type { Progress } from '../views/views.ts';
import { type Entry, readEpisode, readSpilled, type Segment, shortTitle, spill } from './segment.ts';

/**
 * Between the passes: what was found once is replaced everywhere. Rows without any of the values are told by their
 * serialised text alone and stay as they are.
 */
export async function* settle(
  segment: Segment,
  redactor: Redactor,
  host: Host,
  signal: AbortSignal,
): AsyncGenerator<Progress, readonly Entry[]> {
  const propagator = createPropagator(segment.values);
  const fingerprint = await createFingerprinter();
  const total = segment.entries.length;
  const settled: Entry[] = [];
  for (const entry of segment.entries) {
    await breatheOrStop(host, signal);
    const mayHit = propagator.mayHit(await readSpilled(segment.scratch, entry.place));
    settled.push(mayHit ? await propagated(entry) : entry);
    yield { stage: 'propagate', done: settled.length, total, unit: 'episodes' };
  }
  return settled;

  async function propagated(entry: Entry): Promise<Entry> {
    const before = await readEpisode(segment.scratch, entry.place);
    const { episode, rules, types, values } = propagateEpisode(before, propagator, redactor);
    if (episode === before) return entry;
    segment.values.add(values);
    return {
      ...entry,
      title: shortTitle(episode),
      place: await spill(segment.scratch, episode),
      fingerprint: fingerprint(episode),
      rules: sumCounts([entry.rules, rules]),
      types: sumCounts([entry.types, types]),
    };
  }
}
