import type { FindingDecision, Recipe, RedactionChoice } from '../recipe.ts';
import { createHashes, createKeyedHash, type Hashes } from '../text/hash.ts';
import type { Span } from '../types.ts';
import { createRedactor } from './index.ts';
import { createMarkSet, type MarkSet, markOf, saltOf } from './marks.ts';
import { createMeeting } from './meeting.ts';
import { createFindOwn, type FindOwn } from './own-words.ts';
import type { KeyPath, Redactor } from './redactor.ts';
import { settleSpans } from './settle.ts';

export type Standing = 'open' | 'accepted' | 'left';

/** The rules, and what a person decided about what they find. */
export interface ReviewedRedactor extends Redactor {
  isLeft(episodeId: string, message: number, value: string): boolean;
  /** What `find` gives, and what the person left as it stands where nothing else is replaced. */
  findAll(text: string, at: KeyPath): readonly Span[];
  /** What was decided about a finding. */
  standing(found: {
    readonly type: string;
    readonly value: string;
    readonly episodeId: string;
    readonly message: number;
  }): Standing;
  mark(value: string): string;
  /** For bytes that are written already: what was left in one place is no finding there. */
  readonly written: Redactor;
}

export async function createReviewedRedactor({
  redaction,
  seed,
  key,
}: Pick<Recipe, 'redaction' | 'seed' | 'key'>): Promise<ReviewedRedactor> {
  const hashes = await createHashes();
  const hash = redaction.placeholders === 'keyed' ? await createKeyedHash(key) : undefined;
  const rules = createRedactor({ ...redaction, words: [] });
  const own = createFindOwn(redaction);
  const rejected = withoutOwn(decided(redaction.rejected), redaction, hashes);
  const accepted = decided(redaction.accepted);
  const setOf = (list: readonly FindingDecision[]) =>
    createMarkSet(
      hashes,
      list.map(({ value }) => value).filter((value) => value !== ''),
    );
  const everywhere = setOf(rejected.filter(isEverywhere));
  const anywhere = setOf(rejected);
  const leftIn = createPlaces(rejected, setOf);
  const acceptedEverywhere = setOf(accepted.filter(isEverywhere));
  const acceptedIn = createPlaces(accepted, setOf);
  const acceptedTypes = new Set(accepted.filter(({ value }) => value === '').map(({ type }) => type));
  const find = (text: string, at: KeyPath) =>
    joined(kept(rules.find(text, at), text, everywhere), own, text, at, rules);
  const isLeft = (episodeId: string, message: number, value: string) =>
    everywhere.has(value) || (leftIn.get(placeKey(episodeId, message))?.has(value) ?? false);
  return {
    surrogates: rules.surrogates === true,
    ...(hash && { keyed: (type, value) => hash(`placeholder\n${type}\n${value}`) }),
    find,
    findAll: (text, at) => {
      const replaced = find(text, at);
      if (everywhere.size === 0) return replaced;
      const isReplaced = createMeeting(replaced);
      const left = rules.find(text, at).filter((span) => !isReplaced(span));
      return [...replaced, ...left].sort((a, b) => a.start - b.start);
    },
    isLeft,
    standing: ({ type, value, episodeId, message }) => {
      if (isLeft(episodeId, message, value)) return 'left';
      const agreed =
        acceptedTypes.has(type) ||
        acceptedEverywhere.has(value) ||
        (acceptedIn.get(placeKey(episodeId, message))?.has(value) ?? false);
      return agreed ? 'accepted' : 'open';
    },
    mark: (value) => markOf(hashes, String(seed), value),
    written: {
      surrogates: rules.surrogates === true,
      find: (text, at) => joined(kept(rules.find(text, at), text, anywhere), own, text, at, rules),
    },
  };
}

const kept = (spans: readonly Span[], text: string, left: MarkSet): readonly Span[] =>
  left.size === 0 ? spans : spans.filter(({ start, end }) => !left.has(text.slice(start, end)));

/** The person's own words beside what the rules found; where both meet, all of it goes. */
function joined(
  found: readonly Span[],
  own: FindOwn | null,
  text: string,
  at: KeyPath,
  rules: Redactor,
): readonly Span[] {
  const mine = own ? own(text) : [];
  if (mine.length === 0) return found;
  // Their going can bring a neighbour to light that the rules did not see before.
  return settleSpans(text, united(found, mine), ({ text: masked }) => rules.find(masked, at));
}

function united(found: readonly Span[], mine: readonly Span[]): readonly Span[] {
  if (mine.length === 0) return found;
  const spans: Span[] = [];
  const sorted = [...mine, ...found].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const span of sorted) {
    const last = spans.at(-1);
    if (!last || span.start >= last.end) spans.push(span);
    else {
      const named = mine.includes(last) || !mine.includes(span) ? last : span;
      spans[spans.length - 1] = { ...named, start: last.start, end: Math.max(last.end, span.end) };
    }
  }
  return spans;
}

/** What the person typed is replaced, even if it was left everywhere before. */
function withoutOwn(
  rejected: readonly FindingDecision[],
  { words, names }: RedactionChoice,
  hashes: Hashes,
): readonly FindingDecision[] {
  const own = [...words, ...names.hidden.map(({ text }) => text)];
  if (own.length === 0) return rejected;
  const salts = [...new Set(rejected.map(({ value }) => saltOf(value)))];
  const marks = new Set(salts.flatMap((salt) => own.map((value) => markOf(hashes, salt, value))));
  return rejected.filter((decision) => !isEverywhere(decision) || !marks.has(decision.value));
}

const isEverywhere = ({ episodeId }: FindingDecision): boolean => episodeId === '';

const placeKey = (episodeId: string, message: number): string => `${message} ${episodeId}`;

function createPlaces(
  decisions: readonly FindingDecision[],
  setOf: (list: readonly FindingDecision[]) => MarkSet,
): ReadonlyMap<string, MarkSet> {
  const byPlace = new Map<string, FindingDecision[]>();
  for (const decision of decisions) {
    if (isEverywhere(decision)) continue;
    const key = placeKey(decision.episodeId, decision.message);
    const list = byPlace.get(key);
    if (list) list.push(decision);
    else byPlace.set(key, [decision]);
  }
  return new Map([...byPlace].map(([key, list]) => [key, setOf(list)]));
}

/** A recipe may come from a file that anybody wrote. */
const decided = (list: readonly FindingDecision[]): readonly FindingDecision[] =>
  list.filter(
    (item: unknown): item is FindingDecision =>
      typeof item === 'object' &&
      item !== null &&
      ['type', 'value', 'episodeId'].every((key) => typeof (item as Record<string, unknown>)[key] === 'string') &&
      typeof (item as Record<string, unknown>).message === 'number',
  );

/** Of all choices those that change what is replaced: what was only agreed with changes nothing. */
export const replacingChoice = ({ accepted: _, names, ...rest }: RedactionChoice): object => ({
  ...rest,
  hidden: names.hidden,
});
