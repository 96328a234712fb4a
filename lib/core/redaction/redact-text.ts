import { findInText, type JsonSpan } from './find-in-json.ts';
import { createFoundValues } from './found-values.ts';
import { readLiterals } from './json-literals.ts';
import { createMeeting } from './meeting.ts';
import { createNumbering } from './numbering.ts';
import { placeholderOf } from './placeholder.ts';
import { createPropagator } from './propagate.ts';
import type { Redactor } from './redactor.ts';

/** A replaced place of the input text; the placeholder stands there in the output. */
export interface TextFinding {
  readonly rule: string;
  /** UTF-16 offset in the input. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly placeholder: string;
}

export interface RedactedText {
  readonly text: string;
  readonly findings: readonly TextFinding[];
}

interface ValueSpan extends JsonSpan {
  /** As it was first found: other spellings share its placeholder. */
  readonly value: string;
}

/** A value that was only known from elsewhere can bring to light what stood glued to it; so often at most a text is looked through. */
const ROUNDS = 4;

/** One text, plain or JSON; never re-serialised: all between the findings is copied as it stands. */
export function redactText(redactor: Redactor, text: string): RedactedText {
  const numbering = createNumbering(redactor);
  let spans: readonly ValueSpan[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const masked = replaced(text, spans, ({ type }) => placeholderOf(type, 1));
    const { found, elsewhere } = findValues(redactor, masked.text);
    const more = [...found, ...elsewhere].map((span) => ({ ...span, ...masked.origin(span) }));
    spans = [...spans, ...more].sort((a, b) => a.start - b.start);
    if (elsewhere.length === 0) break;
  }
  const made = spans.map((span) => numbering.placeholder(span.type, span.value));
  const out = replaced(text, spans, (_, at) => made[at] as string);
  return {
    text: out.text,
    findings: spans.map(({ rule, start, end, quote = '' }, at) => ({
      rule,
      start,
      end,
      placeholder: quote + made[at] + quote,
    })),
  };
}

interface Replaced {
  readonly text: string;
  /** Where a place of the replaced text, outside of placeholders, stands in the text. */
  origin(place: { readonly start: number; readonly end: number }): { readonly start: number; readonly end: number };
}

function replaced(
  text: string,
  spans: readonly ValueSpan[],
  placeholder: (span: ValueSpan, at: number) => string,
): Replaced {
  const pieces: string[] = [];
  const shifts = [{ from: 0, shift: 0 }];
  let last = 0;
  let length = 0;
  spans.forEach((span, at) => {
    const quote = span.quote ?? '';
    const stand = quote + placeholder(span, at) + quote;
    pieces.push(text.slice(last, span.start), stand);
    length += span.start - last + stand.length;
    last = span.end;
    shifts.push({ from: length, shift: last - length });
  });
  pieces.push(text.slice(last));
  return {
    text: pieces.join(''),
    origin: ({ start, end }) => {
      const { shift } = shifts.findLast(({ from }) => from <= start) as { shift: number };
      return { start: start + shift, end: end + shift };
    },
  };
}

interface Values {
  readonly found: readonly ValueSpan[];
  /** Where else in the text the same values stand. */
  readonly elsewhere: readonly ValueSpan[];
}

function findValues(redactor: Redactor, text: string): Values {
  const found = findInText(redactor, text).map((span) => ({ ...span, value: text.slice(span.start, span.end) }));
  if (found.length === 0) return { found, elsewhere: [] };
  const values = createFoundValues();
  values.add({
    episodeId: '',
    values: found.map(({ rule, type, value }) => ({ rule, type, value, count: 1, placeholder: '' })),
  });
  const isFound = createMeeting(found);
  const elsewhere = createPropagator(values)
    .find(text)
    .filter((span) => !isFound(span));
  if (elsewhere.length === 0) return { found, elsewhere };
  const literals = readLiterals(text)?.filter(({ kind }) => kind !== 'number');
  const inString = (span: ValueSpan): boolean =>
    !literals || literals.some(({ start, end }) => start <= span.start && span.end <= end);
  return { found, elsewhere: elsewhere.filter(inString) };
}
