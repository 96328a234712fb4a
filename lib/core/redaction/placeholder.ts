import type { SecretType, Span } from '../types.ts';

const OURS = /<([A-Z][A-Z_]{1,30})_(\d{1,6}|[0-9a-f]{12})>/g;
const UPSTREAM = /<redacted(?:-[a-z-]{1,24})?>|\[redacted\]/gi;

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

/** Redacted already, by us or upstream: nothing in these ranges is found again. */
export function heldRanges(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [OURS, UPSTREAM].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
}
