import { breatheOrStop, type Host } from '../host.ts';
import { readSpilled, spilledText } from '../passes/segment.ts';
import type { State } from '../passes/state.ts';
import { createFindOwn } from '../redaction/own-words.ts';
import { rewriteEpisode } from '../stages/rewrite-episode.ts';
import type { Episode } from '../types.ts';
import type { MatchCount, MatchQuery } from './review-views.ts';

type CountIn = (text: string) => number;

const NOTHING: MatchCount = { occurrences: 0, episodes: 0, replaced: 0, problem: '' };

/** How often a word, pattern or value stands in the drop, and how many replaced places it would cover too. */
export async function countMatches(
  { members, segments }: Pick<State, 'members' | 'segments'>,
  query: MatchQuery,
  host: Host,
  signal: AbortSignal,
): Promise<MatchCount> {
  if (query.text === '') return NOTHING;
  const counted = counterOf(query);
  if (typeof counted === 'string') return { ...NOTHING, problem: counted };
  let occurrences = 0;
  let episodes = 0;
  for (const { entry, segment } of members) {
    await breatheOrStop(host, signal);
    const line = spilledText(await readSpilled(segment.scratch, entry.place));
    const count = mayHold(query, line) ? countInEpisode(JSON.parse(line) as Episode, counted) : 0;
    occurrences += count;
    if (count > 0) episodes += 1;
  }
  let replaced = 0;
  for (const { values } of segments)
    for (const { value, count } of values.totals()) if (counted(value) > 0) replaced += count;
  return { occurrences, episodes, replaced, problem: '' };
}

/** Why the query cannot be counted, or how. */
function counterOf({ kind, text }: MatchQuery): CountIn | string {
  if (kind === 'value') return (inside) => inside.split(text).length - 1;
  try {
    const find = createFindOwn({
      words: kind === 'word' ? [text] : [],
      patterns: kind === 'pattern' ? [text] : [],
      names: { hidden: [], left: [] },
    });
    return (inside) => find?.(inside).length ?? 0;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** Spares most rows the parsing. */
function mayHold({ kind, text }: MatchQuery, line: string): boolean {
  if (kind === 'pattern' || !/^[\x20-\x7e]*$/.test(text)) return true;
  return line.toLowerCase().includes(JSON.stringify(text).slice(1, -1).toLowerCase());
}

/** Messages only: titles and labels repeat what stands in them. */
function countInEpisode(episode: Episode, counted: CountIn): number {
  let count = 0;
  rewriteEpisode(episode, (text, _, message) => {
    if (message !== undefined) count += counted(text);
    return text;
  });
  return count;
}
