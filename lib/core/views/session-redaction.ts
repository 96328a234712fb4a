import { findInText, type JsonSpan } from '../redaction/find-in-json.ts';
import { createNumbering } from '../redaction/numbering.ts';
import type { Propagator } from '../redaction/propagate.ts';
import type { KeyPath, Redactor } from '../redaction/redactor.ts';

export interface SessionRedaction {
  readonly redactor: Redactor;
  /** Knows values that were found elsewhere in the drop; null before anything was read. */
  readonly propagator: Propagator | null;
}

/** One text with placeholders; they are numbered anew in each, for these texts are looked at and never written. */
export function hideSecrets(text: string, at: KeyPath, { redactor, propagator }: SessionRedaction): string {
  const numbering = createNumbering(redactor);
  numbering.reserve(text);
  const own = replaced(text, findInText(redactor, text, at), numbering.placeholder);
  return propagator ? replaced(own, propagator.find(own), numbering.placeholder) : own;
}

function replaced(
  text: string,
  spans: readonly JsonSpan[],
  placeholder: (type: string, value: string) => string,
): string {
  const pieces: string[] = [];
  let last = 0;
  for (const { start, end, type, quote = '' } of spans) {
    pieces.push(text.slice(last, start), `${quote}${placeholder(type, text.slice(start, end))}${quote}`);
    last = end;
  }
  return pieces.join('') + text.slice(last);
}
