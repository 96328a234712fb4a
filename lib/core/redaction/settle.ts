import type { Span } from '../types.ts';
import { placeholderOf } from './placeholder.ts';

/** How far around a replaced place its going can bring something else to light; UTF-16 units. */
const REACH = 200;
const ROUNDS = 3;

/**
 * Replacing one value can make a neighbour recognisable that was not before. Looks again around what was found, with
 * placeholders in place, until nothing new appears: so a second redaction has nothing left to find.
 */
export function settleSpans(
  text: string,
  first: readonly Span[],
  find: (masked: string) => readonly Span[],
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

function findMasked(text: string, window: Window, find: (masked: string) => readonly Span[]): readonly Span[] {
  const pieces: string[] = [];
  /** Index in the masked text from which on an index of the text is `shift` more. */
  const shifts: { readonly from: number; readonly shift: number }[] = [{ from: 0, shift: window.from }];
  let last = window.from;
  let length = 0;
  for (const span of window.spans) {
    const placeholder = placeholderOf(span.type, 1);
    pieces.push(text.slice(last, span.start), placeholder);
    length += span.start - last + placeholder.length;
    shifts.push({ from: length, shift: span.end - length });
    last = span.end;
  }
  pieces.push(text.slice(last, window.to));
  const cutLeft = window.from > 0;
  const cutRight = window.to < text.length;
  const masked = pieces.join('');
  return find(masked)
    .filter((span) => !(cutLeft && span.start === 0) && !(cutRight && span.end === masked.length))
    .map((span) => {
      const shift = (shifts.findLast(({ from }) => from <= span.start) as { shift: number }).shift;
      return { ...span, start: span.start + shift, end: span.end + shift };
    });
}
