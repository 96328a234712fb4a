import { breatheOrStop, type Host } from '../host.ts';
import type { Recipe } from '../recipe.ts';
import { createMarkSet, type MarkSet } from '../redaction/marks.ts';
import { candidateNames } from '../redaction/name-candidates.ts';
import { rewriteEpisode } from '../stages/rewrite-episode.ts';
import type { Hashes } from '../text/hash.ts';
import { type Entry, readEpisode, type Segment } from './segment.ts';
import type { Member } from './state.ts';

/** One possible name and where it stands. */
export interface NameTally {
  readonly type: string;
  readonly text: string;
  count: number;
  /** The first places. */
  readonly places: { readonly entry: Entry; readonly before: string; readonly after: string }[];
  readonly entries: Set<Entry>;
}

export type NamesOf = ReadonlyMap<string, NameTally>;

const known = new WeakMap<Segment, NamesOf>();
const PLACES = 3;
/** UTF-16 units shown on either side. */
const AROUND = 50;

/**
 * Possible names of what a segment holds now, by type and text. Made names are no person's: only what was really read is
 * looked through. Counted once for as long as the segment stands.
 */
export async function namesOf(segment: Segment, host: Host, signal: AbortSignal): Promise<NamesOf> {
  const done = known.get(segment);
  if (done) return done;
  const names = new Map<string, NameTally>();
  if (segment.origin === 'real')
    for (const entry of segment.entries) {
      await breatheOrStop(host, signal);
      const episode = await readEpisode(segment.scratch, entry.place);
      const texts: string[] = [];
      rewriteEpisode(episode, (text, _, message) => {
        if (message !== undefined) texts.push(text);
        return text;
      });
      tally(names, entry, texts);
    }
  known.set(segment, names);
  return names;
}

/** A name that its surroundings give away once is counted wherever else the episode has it. */
function tally(names: Map<string, NameTally>, entry: Entry, texts: readonly string[]): void {
  const here = new Map<string, Candidate>();
  for (const text of texts)
    for (const { start, end, type } of candidateNames(text)) {
      const name = text.slice(start, end);
      const key = `${type}\n${name}`;
      if (!here.has(key)) here.set(key, { type, name, text, start, end });
    }
  for (const [key, { type, name, text, start, end }] of here) {
    const found = names.get(key) ?? { type, text: name, count: 0, places: [], entries: new Set<Entry>() };
    if (found.count === 0) names.set(key, found);
    found.count += texts.reduce((sum, other) => sum + occurrences(other, name), 0);
    found.entries.add(entry);
    if (found.places.length < PLACES)
      found.places.push({
        entry,
        before: flat(text.slice(Math.max(0, start - AROUND), start)),
        after: flat(text.slice(end, end + AROUND)),
      });
  }
}

function occurrences(text: string, name: string): number {
  let count = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) count++;
  return count;
}

interface Candidate {
  readonly type: string;
  readonly name: string;
  /** The text of the first place. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');

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
