import { findInText, type JsonSpan } from '../redaction/find-in-json.ts';
import type { EpisodeValues, FoundValue } from '../redaction/found-values.ts';
import { createNumbering, type Numbering } from '../redaction/numbering.ts';
import type { Propagator } from '../redaction/propagate.ts';
import type { KeyPath, Redactor } from '../redaction/redactor.ts';
import type { Episode } from '../types.ts';
import { rewriteEpisode } from './rewrite-episode.ts';

export { createFoundValues, type EpisodeValues, type FoundValues } from '../redaction/found-values.ts';
export { createPropagator, type Propagator } from '../redaction/propagate.ts';

export interface Redacted {
  /** The same object when nothing was found. */
  readonly episode: Episode;
  /** Rule → replacements. */
  readonly rules: Readonly<Record<string, number>>;
  /** Placeholder type → replacements. */
  readonly types: Readonly<Record<string, number>>;
  /** What was replaced; stays in memory, for the pass over the whole dataset. */
  readonly values: EpisodeValues;
}

interface Ledger {
  readonly rules: Map<string, number>;
  readonly types: Map<string, number>;
  readonly values: Map<string, FoundValue>;
}

const createLedger = (): Ledger => ({ rules: new Map(), types: new Map(), values: new Map() });

function note(ledger: Ledger, span: JsonSpan, value: string, placeholder: string): void {
  ledger.rules.set(span.rule, (ledger.rules.get(span.rule) ?? 0) + 1);
  ledger.types.set(span.type, (ledger.types.get(span.type) ?? 0) + 1);
  const key = `${span.type}\n${value}`;
  const count = (ledger.values.get(key)?.count ?? 0) + 1;
  ledger.values.set(key, { rule: span.rule, type: span.type, count, value, placeholder });
}

const sorted = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));

const finished = (episode: Episode, ledger: Ledger): Redacted => ({
  episode,
  rules: sorted(ledger.rules),
  types: sorted(ledger.types),
  values: { episodeId: episode.id, values: [...ledger.values.values()] },
});

/** Replaces the spans; everything between them is copied as it stands. */
function replaced(
  text: string,
  spans: readonly JsonSpan[],
  placeholderFor: (span: JsonSpan, value: string) => string,
): string {
  if (spans.length === 0) return text;
  const pieces: string[] = [];
  let last = 0;
  for (const span of spans) {
    const placeholder = placeholderFor(span, text.slice(span.start, span.end));
    const quote = span.quote ?? '';
    pieces.push(text.slice(last, span.start), quote + placeholder + quote);
    last = span.end;
  }
  pieces.push(text.slice(last));
  return pieces.join('');
}

/** Without the spans that the person left as they stand in this message. */
function withoutLeft<S extends JsonSpan>(
  spans: readonly S[],
  text: string,
  { isLeft }: Pick<Redactor, 'isLeft'>,
  episodeId: string,
  message = -1,
): readonly S[] {
  if (!isLeft || spans.length === 0) return spans;
  return spans.filter((span) => !isLeft(episodeId, message, text.slice(span.start, span.end)));
}

/** Every string of the episode that is ever written, with typed placeholders in the place of what must not leave. */
export function redactEpisode(episode: Episode, redactor: Redactor): Redacted {
  const numbering = createNumbering(redactor);
  rewriteEpisode(episode, (text) => {
    numbering.reserve(text);
    return text;
  });
  const ledger = createLedger();
  const placeholderFor = (span: JsonSpan, value: string): string => {
    const placeholder = numbering.placeholder(span.type, value);
    note(ledger, span, value, placeholder);
    return placeholder;
  };
  const out = rewriteEpisode(episode, (text: string, at: KeyPath, message) => {
    return replaced(
      text,
      withoutLeft(findInText(redactor, text, at), text, redactor, episode.id, message),
      placeholderFor,
    );
  });
  return finished(out, ledger);
}

/** Replaces what was found elsewhere; a value that the episode knows keeps the placeholder that it has there. */
export function propagateEpisode(
  episode: Episode,
  propagator: Propagator,
  redactor: Pick<Redactor, 'isLeft' | 'keyed'> = {},
): Redacted {
  const known = propagator.placeholdersOf(episode.id);
  const ledger = createLedger();
  let numbering: Numbering | null = null;
  const numberingOf = (): Numbering => {
    if (numbering) return numbering;
    // Which stand-ins are taken cannot be read from a text; a keyed name needs no such knowledge.
    numbering = createNumbering(redactor.keyed ? { keyed: redactor.keyed } : {});
    rewriteEpisode(episode, (text) => {
      numbering?.reserve(text);
      return text;
    });
    return numbering;
  };
  const out = rewriteEpisode(episode, (text, _, message) => {
    const spans = withoutLeft(propagator.find(text), text, redactor, episode.id, message);
    const values = new Map(spans.map((span) => [span.start, span.value]));
    return replaced(text, spans, (span) => {
      const value = values.get(span.start) as string;
      const placeholder = known.get(value) ?? numberingOf().placeholder(span.type, value);
      note(ledger, span, value, placeholder);
      return placeholder;
    });
  });
  return finished(out, ledger);
}
