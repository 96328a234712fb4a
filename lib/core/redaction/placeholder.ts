import type { SecretType, Span } from '../types.ts';
import { isAt, LOW_LINE, skipBack, UPPER } from './chars.ts';
import { standsAt } from './match-at.ts';

const OURS = /<([A-Z][A-Z_]{1,30})_(\d{1,6}|[0-9a-f]{12})>/g;
/** Ours, and `<redacted>`, `[redacted]` in any case, as upstream writes. */
const HELD =
  /<(?:[A-Z][A-Z_]{1,30}_(?:\d{1,6}|[0-9a-f]{12})|[Rr][Ee][Dd][Aa][Cc][Tt][Ee][Dd](?:-[A-Za-z-]{1,24})?)>|\[[Rr][Ee][Dd][Aa][Cc][Tt][Ee][Dd]\]/g;

/** `<API_KEY_1>`: what stands in the place of a value, numbered within its episode by order of appearance. */
export const placeholderOf = (type: SecretType, number: number): string => `<${type}_${number}>`;

/** `<API_KEY_4f7a9c02b1de>`: the same in every episode. `hash` is hexadecimal; 48 bits of it tell a million values apart. */
export const keyedPlaceholderOf = (type: SecretType, hash: string): string => `<${type}_${hash.slice(0, 12)}>`;

/** Where placeholders of ours stand. */
export function placeholderSpans(text: string): readonly Span[] {
  if (!text.includes('<')) return [];
  return [...text.matchAll(OURS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    rule: 'placeholder',
    type: match[1] as string,
  }));
}

export interface Placeholder {
  readonly type: SecretType;
  readonly number: number;
}

/** The numbered ones. */
export const placeholdersIn = (text: string): readonly Placeholder[] =>
  text.includes('<')
    ? [...text.matchAll(OURS)].flatMap((match) =>
        /^\d{1,6}$/.test(match[2] as string) ? [{ type: match[1] as string, number: Number(match[2]) }] : [],
      )
    : [];

const ONE_OF_OURS = /<[A-Z][A-Z_]{1,30}_(?:\d{1,6}|[0-9a-f]{12})>/y;

/** Does one of our placeholders stand from `start` to `end`, and nothing else? */
export function isPlaceholder(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) !== 60) return false; // <
  return standsAt(ONE_OF_OURS, text, start) && ONE_OF_OURS.lastIndex === end;
}

const NAME_UNIT = UPPER | LOW_LINE;
const LONGEST_NAME = 31;

/** Is the word at `index` a piece of a placeholder's name? What it is called says nothing about what stands behind. */
export function isInPlaceholder(text: string, index: number): boolean {
  if (!isAt(text, index, UPPER)) return false;
  const open = skipBack(text, index, NAME_UNIT, Math.max(0, index - LONGEST_NAME)) - 1;
  if (text.charCodeAt(open) !== 60) return false; // <
  return standsAt(ONE_OF_OURS, text, open);
}

export interface Range {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** Redacted already, by us or upstream: nothing in these ranges is found again. In order. */
export function heldRanges(text: string): readonly Range[] {
  const ranges: Range[] = [];
  HELD.lastIndex = 0;
  for (let match = HELD.exec(text); match; match = HELD.exec(text))
    ranges.push({ start: match.index, end: HELD.lastIndex });
  return ranges;
}
