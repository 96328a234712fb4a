import type { Span } from '../types.ts';
import { placeholderOf, type Range } from './placeholder.ts';

/** What is read around a replaced place when it is looked at again; UTF-16 units. */
const REACH = 200;
const ROUNDS = 3;

/** A text with placeholders in it. */
export interface Masked {
  readonly text: string;
  readonly placeholders: readonly Range[];
}

/**
 * Replacing one value can make a neighbour recognisable that was not before. Looks again around what was found, with
 * placeholders in place, until nothing new appears: so a second redaction has nothing left to find.
 */
export function settleSpans(
  text: string,
  first: readonly Span[],
  find: (masked: Masked) => readonly Span[],
): readonly Span[] {
  let spans = first;
  for (let round = 0; round < ROUNDS && spans.length > 0; round++) {
    const more = windowsOf(text, spans).flatMap((window) => findMasked(text, window, find));
    if (more.length === 0) return spans;
    spans = [...spans, ...more].sort((a, b) => a.start - b.start);
  }
  return spans;
}

interface Window {
  readonly from: number;
  to: number;
  readonly spans: Span[];
}

function windowsOf(text: string, spans: readonly Span[]): readonly Window[] {
  const windows: Window[] = [];
  for (const span of spans) {
    const last = windows.at(-1);
    if (last && span.start - REACH <= last.to) {
      last.spans.push(span);
      last.to = Math.min(text.length, span.end + REACH);
    } else
      windows.push({
        from: Math.max(0, span.start - REACH),
        to: Math.min(text.length, span.end + REACH),
        spans: [span],
      });
  }
  return windows;
}

function findMasked(text: string, window: Window, find: (masked: Masked) => readonly Span[]): readonly Span[] {
  const pieces: string[] = [];
  /** Index in the masked text from which on an index of the text is `shift` more. */
  const shifts: { readonly from: number; readonly shift: number }[] = [{ from: 0, shift: window.from }];
  const placeholders: Range[] = [];
  let last = window.from;
  let length = 0;
  for (const span of window.spans) {
    const placeholder = placeholderOf(span.type, 1);
    pieces.push(text.slice(last, span.start), placeholder);
    const start = length + span.start - last;
    length = start + placeholder.length;
    placeholders.push({ start, end: length });
    shifts.push({ from: length, shift: span.end - length });
    last = span.end;
  }
  pieces.push(text.slice(last, window.to));
  const cutLeft = window.from > 0;
  const cutRight = window.to < text.length;
  const masked = pieces.join('');
  return find({ text: masked, placeholders })
    .filter((span) => !(cutLeft && span.start === 0) && !(cutRight && span.end === masked.length))
    .map((span) => {
      const shift = (shifts.findLast(({ from }) => from <= span.start) as { shift: number }).shift;
      return { ...span, start: span.start + shift, end: span.end + shift };
    });
}
