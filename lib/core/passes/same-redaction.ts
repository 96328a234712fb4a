import { breatheOrStop, type Host } from '../host.ts';
import type { FindingDecision, RedactionChoice } from '../recipe.ts';
import { findInText } from '../redaction/find-in-json.ts';
import { createMarkSet } from '../redaction/marks.ts';
import { createFindOwn } from '../redaction/own-words.ts';
import { placeholderSpans } from '../redaction/placeholder.ts';
import { replacingChoice } from '../redaction/reviewed.ts';
import { rewriteEpisode } from '../stages/rewrite-episode.ts';
import { createHashes } from '../text/hash.ts';
import { readEpisode, type Segment } from './segment.ts';

/**
 * Says whether a segment that was redacted with one choice would come out the same with another: then nothing has to be read or
 * made again. Errs on the side of no.
 */
export async function sameRedaction(
  segment: Segment,
  before: RedactionChoice,
  now: RedactionChoice,
  host: Host,
  signal: AbortSignal,
): Promise<boolean> {
  if (JSON.stringify(replacingChoice(before)) === JSON.stringify(replacingChoice(now))) return true;
  const words = added(before.words, now.words);
  const hidden = added(before.names.hidden, now.names.hidden);
  const off = added(before.off, now.off);
  if (!words || !hidden || !off) return false;
  const rest = (choice: RedactionChoice) => [choice.placeholders, choice.allow, choice.patterns];
  if (JSON.stringify(rest(before)) !== JSON.stringify(rest(now))) return false;
  if (segment.entries.some(({ types }) => off.some((type) => Object.hasOwn(types, type)))) return false;
  // Stand-ins cannot be told from text, so nobody can say what a word would have met there.
  if (now.placeholders === 'surrogate' && words.length + hidden.length > 0) return false;
  if (await isAboutFindings(segment, changed(before.rejected, now.rejected))) return false;
  return words.length + hidden.length === 0 || !(await standsIn(segment, words, hidden, host, signal));
}

/** What is in the second list only; null when something of the first is gone. */
function added<T>(before: readonly T[], now: readonly T[]): readonly T[] | null {
  const known = new Set(before.map((item) => JSON.stringify(item)));
  const kept = now.filter((item) => known.has(JSON.stringify(item)));
  return kept.length < before.length ? null : now.filter((item) => !known.has(JSON.stringify(item)));
}

interface Changed {
  readonly added: readonly FindingDecision[];
  readonly gone: readonly FindingDecision[];
}

function changed(before: readonly FindingDecision[], now: readonly FindingDecision[]): Changed {
  const spell = (decision: FindingDecision) => JSON.stringify(decision);
  const [old, fresh] = [new Set(before.map(spell)), new Set(now.map(spell))];
  return {
    added: now.filter((decision) => !old.has(spell(decision))),
    gone: before.filter((decision) => !fresh.has(spell(decision))),
  };
}

async function isAboutFindings({ entries, values }: Segment, decisions: Changed): Promise<boolean> {
  const ids = new Set(entries.map(({ id }) => id));
  const near = ({ episodeId }: FindingDecision) => episodeId === '' || ids.has(episodeId);
  // What was left is in no list: it may stand here.
  if (decisions.gone.some(near)) return true;
  const marks = createMarkSet(
    await createHashes(),
    decisions.added.filter(near).map(({ value }) => value),
  );
  return marks.size > 0 && [...values.totals()].some(({ value }) => marks.has(value));
}

/** Also where a word may have begun or ended in a value that is replaced by now. */
async function standsIn(
  segment: Segment,
  words: readonly string[],
  hidden: RedactionChoice['names']['hidden'],
  host: Host,
  signal: AbortSignal,
): Promise<boolean> {
  const find = createFindOwn({ words, patterns: [], names: { hidden, left: [] } });
  if (!find) return false;
  const pieces = [...words, ...hidden.map(({ text }) => text)].map((text) => text.toLowerCase());
  const isIn = (text: string) =>
    findInText({ find }, text).length > 0 || placeholderSpans(text).some((span) => meets(text, span, pieces));
  for (const { value } of segment.values.totals()) if (find(value).length > 0) return true;
  for (const { place } of segment.entries) {
    await breatheOrStop(host, signal);
    let found = false;
    rewriteEpisode(await readEpisode(segment.scratch, place), (text) => {
      found ||= isIn(text);
      return text;
    });
    if (found) return true;
  }
  return false;
}

function meets(text: string, { start, end }: { start: number; end: number }, pieces: readonly string[]): boolean {
  return pieces.some((piece) => {
    const before = text.slice(Math.max(0, start - piece.length), start).toLowerCase();
    const after = text.slice(end, end + piece.length).toLowerCase();
    for (let length = 1; length < piece.length; length++)
      if (before.endsWith(piece.slice(0, length)) || after.startsWith(piece.slice(-length))) return true;
    return false;
  });
}
