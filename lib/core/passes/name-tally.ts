import type { Host } from '../host.ts';
import { inLanes, type Piece } from '../lanes/in-lanes.ts';
import type { PossibleName } from '../lanes/names.ts';
import type { Recipe } from '../recipe.ts';
import { createMarkSet, type MarkSet } from '../redaction/marks.ts';
import type { Hashes } from '../text/hash.ts';
import { type Entry, readSpilled, type Segment } from './segment.ts';
import type { Member } from './state.ts';

/** One possible name and where it stands. */
export interface NameTally {
  readonly type: string;
  readonly text: string;
  count: number;
  /** The first places. */
  readonly places: {
    readonly entry: Entry;
    readonly message: number;
    readonly before: string;
    readonly after: string;
  }[];
  readonly entries: Set<Entry>;
}

export type NamesOf = ReadonlyMap<string, NameTally>;

const known = new WeakMap<Segment, NamesOf>();
const PLACES = 3;

/**
 * Possible names of what a segment holds now, by type and text. Made names are no person's: only what was really read is
 * looked through. Counted once for as long as the segment stands.
 */
export async function namesOf(segment: Segment, host: Host, signal: AbortSignal): Promise<NamesOf> {
  const done = known.get(segment);
  if (done) return done;
  const names = new Map<string, NameTally>();
  if (segment.origin === 'real') {
    const looked = inLanes({ work: 'names', setup: null, pieces: spilled(segment) }, host, signal);
    for await (const [entry, possible] of looked) for (const name of possible ?? []) tally(names, entry, name);
  }
  known.set(segment, names);
  return names;
}

async function* spilled({ entries, scratch }: Segment): AsyncGenerator<Piece<'names', Entry>> {
  for (const entry of entries) {
    const bytes = await readSpilled(scratch, entry.place);
    yield { of: entry, item: bytes, weight: bytes.length };
  }
}

function tally(
  names: Map<string, NameTally>,
  entry: Entry,
  { type, text, count, message, before, after }: PossibleName,
): void {
  const key = `${type}\n${text}`;
  const found = names.get(key) ?? { type, text, count: 0, places: [], entries: new Set<Entry>() };
  if (found.count === 0) names.set(key, found);
  found.count += count;
  found.entries.add(entry);
  if (found.places.length < PLACES) found.places.push({ entry, message, before, after });
}

export const leftNames = (recipe: Recipe, hashes: Pick<Hashes, 'sha256'>): MarkSet =>
  createMarkSet(
    hashes,
    recipe.redaction.names.left.filter((mark): mark is string => typeof mark === 'string'),
  );

/** Different possible names in rows that are written, about which nobody said anything. */
export async function countUndecided(
  members: readonly Member[],
  left: MarkSet,
  host: Host,
  signal: AbortSignal,
): Promise<number> {
  const undecided = new Set<string>();
  const written = new Set(members.map(({ entry }) => entry));
  for (const segment of new Set(members.map((member) => member.segment)))
    for (const [key, { text, entries }] of await namesOf(segment, host, signal))
      if (!undecided.has(key) && !left.has(text) && [...entries].some((entry) => written.has(entry)))
        undecided.add(key);
  return undecided.size;
}
