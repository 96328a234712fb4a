import type { Host } from '../host.ts';
import { inLanes, type Piece } from '../lanes/in-lanes.ts';
import type { RedactorChoice } from '../lanes/redact.ts';
import type { EpisodeValues } from '../stages/redact.ts';
import { sumCounts } from '../text/counts.ts';
import type { Progress } from '../types.ts';
import { type Entry, readSpilled, type Segment, spill } from './segment.ts';

/** Between the passes: what was found once is replaced everywhere. */
export async function* settle(
  { entries, values, scratch }: Segment,
  choice: RedactorChoice,
  host: Host,
  signal: AbortSignal,
): AsyncGenerator<Progress, readonly Entry[]> {
  const settled: Entry[] = [];
  const found: EpisodeValues[] = [];
  async function* pieces(): AsyncGenerator<Piece<'propagate', Entry>> {
    for (const entry of entries) {
      const bytes = await readSpilled(scratch, entry.place);
      yield { of: entry, item: { bytes, known: values.placeholdersOf(entry.id) }, weight: bytes.length };
    }
  }
  const setup = { choice, types: values.types };
  for await (const [entry, after] of inLanes({ work: 'propagate', setup, pieces: pieces() }, host, signal)) {
    if (after) found.push(after.values);
    settled.push(
      after
        ? {
            ...entry,
            title: after.title,
            place: await spill(scratch, after.bytes),
            fingerprint: after.fingerprint,
            rules: sumCounts([entry.rules, after.rules]),
            types: sumCounts([entry.types, after.types]),
          }
        : entry,
    );
    yield { stage: 'propagate', done: settled.length, total: entries.length, unit: 'episodes' };
  }
  // Only now: who looks for values must not see any that were found on the way.
  for (const each of found) values.add(each);
  return settled;
}
