import { findInText, type JsonSpan } from './find-in-json.ts';
import { createNumbering } from './numbering.ts';
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

/** One text, plain or JSON; never re-serialised: all between the findings is copied as it stands. */
export function redactText(redactor: Redactor, text: string): RedactedText {
  const numbering = createNumbering(redactor);
  const pieces: string[] = [];
  let last = 0;
  const findings = findInText(redactor, text).map((span: JsonSpan) => {
    const inner = numbering.placeholder(span.type, text.slice(span.start, span.end));
    const quote = span.quote ?? '';
    const placeholder = quote + inner + quote;
    pieces.push(text.slice(last, span.start), placeholder);
    last = span.end;
    return { rule: span.rule, start: span.start, end: span.end, placeholder };
  });
  pieces.push(text.slice(last));
  return { text: pieces.join(''), findings };
}
