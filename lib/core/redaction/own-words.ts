import { RE2JS } from 're2js';
import type { RedactionChoice } from '../recipe.ts';
import type { Span } from '../types.ts';
import { escaped } from './match-at.ts';
import { heldRanges } from './placeholder.ts';

/** What a person typed or chose to hide, found in one text at a time: sorted, without overlaps, never inside a placeholder. */
export type FindOwn = (text: string) => readonly Span[];

export type OwnChoice = Pick<RedactionChoice, 'words' | 'patterns' | 'names'>;

/** Null when the person asked for nothing. Throws a RangeError for a pattern that is none. */
export function createFindOwn({ words, patterns, names }: OwnChoice): FindOwn | null {
  const finders = [
    ...wordFinder(words),
    ...patterns.map((pattern) => patternFinder(pattern)),
    ...nameFinders(names.hidden),
  ];
  if (finders.length === 0) return null;
  return (text) =>
    settled(
      text,
      finders.flatMap((find) => find(text)),
    );
}

function wordFinder(words: readonly string[]): readonly FindOwn[] {
  const wanted = words.filter((word) => word !== '').map(escaped);
  if (wanted.length === 0) return [];
  const expression = new RegExp(wanted.sort((a, b) => b.length - a.length).join('|'), 'giu');
  return [(text) => spansOf(text, expression, 'own-word', 'PRIVATE')];
}

/** Names stand as whole words, in the case in which they were seen; a line may break inside. */
function nameFinders(hidden: OwnChoice['names']['hidden']): readonly FindOwn[] {
  const named = hidden.filter(({ text }) => text.trim() !== '');
  return [...new Set(named.map(({ type }) => type))].map((type) => {
    const texts = named.filter((name) => name.type === type).map(({ text }) => text);
    const wanted = texts.sort((a, b) => b.length - a.length).map(whole);
    const expression = new RegExp(wanted.join('|'), 'gu');
    return (text) => spansOf(text, expression, 'own-name', type);
  });
}

/** Scripts that put no blanks between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function whole(name: string): string {
  const spelled = name.trim().split(/\s+/).map(escaped).join('\\s+');
  const open = (character: string | undefined) => character === undefined || UNSPACED.test(character);
  const characters = [...name.trim()];
  return `${open(characters[0]) ? '' : '(?<![\\p{L}\\p{N}_])'}${spelled}${open(characters.at(-1)) ? '' : '(?![\\p{L}\\p{N}_])'}`;
}

const spansOf = (text: string, expression: RegExp, rule: string, type: string): readonly Span[] =>
  [...text.matchAll(expression)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    rule,
    type,
  }));

/** Runs in time linear in the text, whatever the pattern; an empty match is none. */
function patternFinder(pattern: string): FindOwn {
  const compiled = compilePattern(pattern);
  return (text) => {
    const spans: Span[] = [];
    const matcher = compiled.matcher(text);
    while (matcher.find()) {
      const [start, end] = [matcher.start(), matcher.end()];
      if (end > start) spans.push({ start, end, rule: 'own-pattern', type: 'PRIVATE' });
    }
    return spans;
  };
}

const LONGEST_PATTERN = 1000;

/** Throws a RangeError that says what is wrong with the pattern and does not repeat it. */
function compilePattern(pattern: string): RE2JS {
  if (pattern.length > LONGEST_PATTERN) throw new RangeError(`a pattern has at most ${LONGEST_PATTERN} characters`);
  const compiled = (() => {
    try {
      return RE2JS.compile(pattern);
    } catch (error) {
      const said = error instanceof Error ? error.message : '';
      const kind = /^error parsing regexp: ([^:`]+)/.exec(said)?.[1] ?? 'it cannot be read';
      throw new RangeError(`this is no pattern: ${kind.trim()}`);
    }
  })();
  if (compiled.matcher('').find())
    throw new RangeError('this pattern matches nothing at all, so it would match everywhere');
  return compiled;
}

/** Overlaps become one span, named by the earliest; what touches a placeholder is left out. */
function settled(text: string, found: readonly Span[]): readonly Span[] {
  if (found.length === 0) return found;
  const held = text.includes('<') || text.includes('[') ? heldRanges(text) : [];
  const free = found.filter((span) => !held.some((hold) => hold.start < span.end && span.start < hold.end));
  return joinSpans(free);
}

/** Sorted, overlapping spans made one; the first of two names it. */
function joinSpans<S extends Span>(spans: readonly S[]): readonly S[] {
  const out: S[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (last && span.start < last.end) out[out.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
}
