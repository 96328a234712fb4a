import { breatheOrStop, type Host } from '../host.ts';
import { readEpisode } from '../passes/segment.ts';
import type { State } from '../passes/state.ts';
import { placeholderSpans } from '../redaction/placeholder.ts';
import { rewriteEpisode } from '../stages/rewrite-episode.ts';
import type { FindingExample } from './review-views.ts';

/** UTF-16 units shown on either side. */
const AROUND = 70;
const IN_ONE_EPISODE = 2;

/** The first places where values of a type were replaced, as they read now. */
export async function findingExamples(
  { members }: Pick<State, 'members'>,
  type: string,
  limit: number,
  host: Host,
  signal: AbortSignal,
): Promise<readonly FindingExample[]> {
  const examples: FindingExample[] = [];
  for (const [ordinal, { entry, segment }] of members.entries()) {
    if (examples.length >= limit) break;
    if (!Object.hasOwn(entry.types, type)) continue;
    await breatheOrStop(host, signal);
    const episode = await readEpisode(segment.scratch, entry.place);
    const here: FindingExample[] = [];
    rewriteEpisode(episode, (text, _, message) => {
      if (message === undefined || here.length >= IN_ONE_EPISODE) return text;
      const span = placeholderSpans(text).find((found) => found.type === type);
      if (!span) return text;
      here.push({
        ordinal,
        title: entry.title,
        message,
        role: episode.messages[message]?.role ?? '',
        placeholder: text.slice(span.start, span.end),
        ...surroundings(text, span.start, span.end),
      });
      return text;
    });
    examples.push(...here);
  }
  return examples.slice(0, limit);
}

/** What stands on both sides of a place, on one line. */
export function surroundings(text: string, start: number, end: number): { before: string; after: string } {
  const flat = (piece: string) => piece.replace(/\s+/g, ' ');
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  return {
    before: `${from > 0 ? '…' : ''}${flat(text.slice(from, start))}`,
    after: `${flat(text.slice(end, to))}${to < text.length ? '…' : ''}`,
  };
}
