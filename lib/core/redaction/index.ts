// The longest tables come first and side by side: gzip looks back 32 kB, so between rules they would part code from code like it.
import './documents.ts';
import './mnemonic-words.ts';
import './token-formats.ts';
import './name-words.ts';
import type { RedactionChoice } from '../recipe.ts';
import type { Span } from '../types.ts';
import { collectAround, collectHits } from './collect.ts';
import { escaped } from './match-at.ts';
import { mergeHits } from './merge.ts';
import { heldRanges, type Range } from './placeholder.ts';
import type { Redactor } from './redactor.ts';
import { addHit, RANK, type Scan } from './scan.ts';
import { settleSpans } from './settle.ts';
import { isSurrogate } from './surrogates.ts';
import { tellingPath } from './telling.ts';

const NONE: readonly Span[] = [];
/** Shorter texts hold nothing. */
const SHORTEST = 3;

export function createRedactor(choice: RedactionChoice): Redactor {
  const surrogates = choice.placeholders === 'surrogate';
  const off = new Set(choice.off);
  const allow = new Set(choice.allow);
  const own = wordPattern(choice.words);
  const spansOf = (scan: Scan): readonly Span[] => {
    const { text } = scan;
    if (own)
      for (const match of text.matchAll(own))
        addHit(scan, match.index, match.index + match[0].length, 'own-word', 'PRIVATE', RANK.structure + 1);
    if (scan.hits.length === 0) return NONE;
    const spans = mergeHits(scan.hits.filter((hit) => !off.has(hit.type))).filter((span) => {
      const value = text.slice(span.start, span.end);
      return !allow.has(value) && !(surrogates && isSurrogate(span.type, value));
    });
    return text.includes('<') || text.includes('[') ? withoutPlaceholders(text, spans) : spans;
  };
  return {
    surrogates,
    find: (text, at) => {
      if (text.length < SHORTEST) return NONE;
      const telling = tellingPath(at);
      return settleSpans(text, spansOf(collectHits(text, telling)), (masked) =>
        spansOf(collectAround(masked, telling)),
      );
    },
  };
}

function wordPattern(words: readonly string[]): RegExp | null {
  const wanted = words.filter((word) => word !== '').map(escaped);
  return wanted.length > 0 ? new RegExp(wanted.sort((a, b) => b.length - a.length).join('|'), 'giu') : null;
}

/** Nothing that touches a placeholder is found: redacted text stays as it is. */
function withoutPlaceholders(text: string, spans: readonly Span[]): readonly Span[] {
  if (spans.length === 0) return spans;
  const held = heldRanges(text);
  if (held.length === 0) return spans;
  let next = 0;
  return spans.filter((span) => {
    while (next < held.length && (held[next] as Range).end < span.start) next++;
    const hold = held[next];
    return hold === undefined || hold.start > span.end;
  });
}

export type { Redactor } from './redactor.ts';
