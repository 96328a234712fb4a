import type { Span } from '../types.ts';
import { type Literal, originsOf, readLiterals, unescapeJson } from './json-literals.ts';
import type { KeyPath, Redactor } from './redactor.ts';

/** A span of a JSON text. */
export interface JsonSpan extends Span {
  /** Around the placeholder of a number, so that the text stays JSON; escaped as deep as the number lies in strings. */
  readonly quote?: string;
}

const DEEPEST = 4;

/** Spans in a JSON text, leaf by leaf, also in strings that hold JSON; null when the text is none. */
export function findInJson(redactor: Redactor, text: string, at: KeyPath = [], depth = 0): readonly JsonSpan[] | null {
  if (text.length < 600 && KEY_BYTES.test(text))
    return redactor.find(text, at).map((span) => ({ ...span, quote: '"' }));
  const literals = depth < DEEPEST ? readLiterals(text) : null;
  if (!literals) return null;
  return literals.flatMap((literal) => findInLiteral(redactor, text, literal, at, depth));
}

function findInLiteral(
  redactor: Redactor,
  text: string,
  literal: Literal,
  at: KeyPath,
  depth: number,
): readonly JsonSpan[] {
  const raw = text.slice(literal.start, literal.end);
  const path = at.length === 0 ? literal.path : [...at, ...literal.path];
  if (literal.kind === 'number') {
    if (raw.length < 6) return [];
    const whole = redactor.find(raw, path).find((span) => span.start === 0 && span.end === raw.length);
    return whole ? [{ ...whole, start: literal.start, end: literal.end, quote: '"' }] : [];
  }
  const plain = unescapeJson(raw);
  const spans =
    (literal.kind === 'string' ? findInJson(redactor, plain, path, depth + 1) : null) ??
    redactor.find(plain, literal.kind === 'key' ? [] : path);
  if (spans.length === 0) return [];
  const origins = originsOf(raw);
  const back = (index: number): number => literal.start + (origins ? (origins[index] as number) : index);
  return spans.map(({ quote, ...span }: JsonSpan) => ({
    ...span,
    start: back(span.start),
    end: back(span.end),
    ...(quote !== undefined && { quote: JSON.stringify(quote).slice(1, -1) }),
  }));
}

/** The byte list of a key file, alone in its text. */
const KEY_BYTES = /^\s*\[\s*(?:\d{1,3}\s*,\s*){63}\d{1,3}\s*\]\s*$/;

/** Spans in any text: leaf by leaf where it is JSON, else as it stands. */
export function findInText(redactor: Redactor, text: string, at: KeyPath = []): readonly JsonSpan[] {
  return findInJson(redactor, text, at) ?? redactor.find(text, at);
}
