import type { Span } from '../types.ts';
import { isChatShape } from './chat-shapes.ts';
import type { CleanLiterals } from './clean-literals.ts';
import { findInCommands } from './command-arrays.ts';
import { readLiterals } from './json-literals.ts';
import { type Literal, originsOf, unescapeJson } from './json-strings.ts';
import type { KeyPath, Redactor } from './redactor.ts';

/** A span of a JSON text. */
export interface JsonSpan extends Span {
  /** Around the placeholder of a number, so that the text stays JSON; escaped as deep as the number lies in strings. */
  readonly quote?: string;
}

const DEEPEST = 4;
/** Short numbers are secrets under such keys only. */
const CODE_KEY = /^(?:pin|pin_?code|otp|cvv2?|cvc2?|csc|passcode)$/i;

/** Where in the texts around it a literal lies, and what is known of others like it. */
interface Place {
  readonly at: KeyPath;
  readonly depth: number;
  readonly clean: CleanLiterals | undefined;
}

/** Spans in a JSON text, leaf by leaf, also in strings that hold JSON; null when the text is none. */
function findInJson(redactor: Redactor, text: string, { at, depth, clean }: Place): readonly JsonSpan[] | null {
  if (text.length < 600 && KEY_BYTES.test(text))
    return redactor.find(text, at).map((span) => ({ ...span, quote: '"' }));
  const literals = depth < DEEPEST ? readLiterals(text) : null;
  if (!literals) return null;
  const spans: JsonSpan[] = [];
  for (const literal of literals) {
    const path = at.length === 0 ? literal.path : [...at, ...literal.path];
    const mark = clean?.markOf(text, literal, path, depth) ?? null;
    if (mark !== null && clean?.has(mark)) continue;
    const found = findInLiteral(redactor, text, literal, { at: path, depth, clean });
    if (found.length > 0) spans.push(...found);
    else if (mark !== null) clean?.add(mark);
  }
  return withCommands(spans, findInCommands(redactor, text, literals));
}

/** Spans of command lines where nothing was found in the word alone. */
function withCommands(spans: readonly JsonSpan[], more: readonly JsonSpan[]): readonly JsonSpan[] {
  const added = more.filter(({ start, end }) => !spans.some((span) => span.start < end && start < span.end));
  return added.length === 0 ? spans : [...spans, ...added].sort((a, b) => a.start - b.start);
}

function findInLiteral(
  redactor: Redactor,
  text: string,
  { kind, start, end }: Literal,
  { at, depth, clean }: Place,
): readonly JsonSpan[] {
  const raw = text.slice(start, end);
  if (kind === 'number') {
    if (raw.length < (CODE_KEY.test(at.at(-1) ?? '') ? 3 : 6)) return [];
    const whole = redactor.find(raw, at).find((span) => span.start === 0 && span.end === raw.length);
    return whole ? [{ ...whole, start, end, quote: '"' }] : [];
  }
  const plain = unescapeJson(raw);
  const spans =
    (kind === 'string' ? findInJson(redactor, plain, { at, depth: depth + 1, clean }) : null) ??
    redactor.find(plain, kind === 'key' && !isChatShape(plain) ? [] : at);
  if (spans.length === 0) return [];
  const origins = originsOf(raw);
  const back = (index: number): number => start + (origins ? (origins[index] as number) : index);
  return spans.map(({ quote, ...span }: JsonSpan) => ({
    ...span,
    start: back(span.start),
    end: back(span.end),
    ...(quote !== undefined && { quote: JSON.stringify(quote).slice(1, -1) }),
  }));
}

/** The byte list of a key file, alone in its text. */
const KEY_BYTES = /^\s*\[\s*(?:\d{1,3}\s*,\s*){63}\d{1,3}\s*\]\s*$/;

/** Spans in any text: leaf by leaf where it is JSON, else as it stands. Literals that `clean` knows are passed over. */
export function findInText(
  redactor: Redactor,
  text: string,
  at: KeyPath = [],
  clean?: CleanLiterals,
): readonly JsonSpan[] {
  return findInJson(redactor, text, { at, depth: 0, clean }) ?? redactor.find(text, at);
}
