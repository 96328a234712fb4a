import { breatheOrStop, type Host } from '../host.ts';
import { readSpilled, spilledText } from '../passes/segment.ts';
import type { State } from '../passes/state.ts';
import { createFindOwn } from '../redaction/own-words.ts';
import { rewriteEpisode } from '../stages/rewrite-episode.ts';
import type { Episode } from '../types.ts';
import type { MatchCount, MatchQuery } from './review-views.ts';

/** What stands in a text, and how many characters of it that covers. */
type CountIn = (text: string) => { readonly count: number; readonly covered: number };

const NOTHING: MatchCount = { occurrences: 0, episodes: 0, replaced: 0, share: 0, problem: '' };

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
  let covered = 0;
  let length = 0;
  for (const { entry, segment } of members) {
    await breatheOrStop(host, signal);
    const line = spilledText(await readSpilled(segment.scratch, entry.place));
    const around = query.kind === 'word' ? asRedacted(query.text, segment.values.placeholdersOf(entry.id)) : '';
    const finders = [
      ...(mayHold(query, line) ? [counted] : []),
      ...(around !== '' && mayHold({ ...query, text: around }, line) ? [plainly(around)] : []),
    ];
    const found = finders.length > 0 ? countInEpisode(JSON.parse(line) as Episode, finders) : null;
    occurrences += found?.count ?? 0;
    covered += found?.covered ?? 0;
    length += found?.length ?? line.length;
    if (found && found.count > 0) episodes += 1;
  }
  let replaced = 0;
  for (const { values } of segments)
    for (const { value, count } of values.totals()) {
      length += value.length * count;
      if (!holds(query, value, counted)) continue;
      replaced += count;
      covered += counted(value).covered * count;
    }
  return { occurrences, episodes, replaced, share: length === 0 ? 0 : covered / length, problem: '' };
}

/** A value is left alone where it is all of what is found; a word and a pattern replace what holds them. */
const holds = ({ kind, text }: MatchQuery, value: string, counted: CountIn): boolean =>
  kind === 'value' ? value === text : counted(value).count > 0;

/** A word as it reads in an episode where parts of it are replaced by now; '' where none is. */
function asRedacted(word: string, placeholders: ReadonlyMap<string, string>): string {
  const parts = [...placeholders].filter(([value]) => word.includes(value)).sort(([a], [b]) => b.length - a.length);
  return parts.length === 0
    ? ''
    : parts.reduce((text, [value, placeholder]) => text.replaceAll(value, () => placeholder), word);
}

/** In any case, placeholders included, which no rule of a person's own ever meets. */
function plainly(word: string): CountIn {
  const wanted = word.toLowerCase();
  return (inside) => {
    const count = inside.toLowerCase().split(wanted).length - 1;
    return { count, covered: count * word.length };
  };
}

/** Why the query cannot be counted, or how. */
function counterOf({ kind, text }: MatchQuery): CountIn | string {
  if (kind === 'value')
    return (inside) => {
      const count = inside.split(text).length - 1;
      return { count, covered: count * text.length };
    };
  try {
    const find = createFindOwn({
      words: kind === 'word' ? [text] : [],
      patterns: kind === 'pattern' ? [text] : [],
      names: { hidden: [], left: [] },
    });
    return (inside) => {
      const spans = find?.(inside) ?? [];
      return { count: spans.length, covered: spans.reduce((sum, { start, end }) => sum + end - start, 0) };
    };
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
function countInEpisode(episode: Episode, finders: readonly CountIn[]) {
  const sum = { count: 0, covered: 0, length: 0 };
  rewriteEpisode(episode, (text, _, message) => {
    if (message === undefined) return text;
    sum.length += text.length;
    for (const find of finders) {
      const { count, covered } = find(text);
      sum.count += count;
      sum.covered += covered;
    }
    return text;
  });
  return sum;
}
