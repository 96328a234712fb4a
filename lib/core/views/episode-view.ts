import { findInText } from '../redaction/find-in-json.ts';
import { placeholderSpans } from '../redaction/placeholder.ts';
import type { KeyPath, Redactor } from '../redaction/redactor.ts';
import type { Episode, JsonObject, Message, Span, ToolCall } from '../types.ts';
import type { EpisodeRow, EpisodeView, MarkedText, MessageView, ToolCallView } from './views.ts';

/** What an episode looks like in its file, after redaction, and as the row that is written. */
export interface EpisodeSides {
  readonly row: EpisodeRow;
  readonly before: Episode;
  readonly after: Episode;
  /** The canonical row as JSON. */
  readonly exported: string;
}

export function episodeView({ row, before, after, exported }: EpisodeSides, redactor: Redactor): EpisodeView {
  return {
    row,
    messages: messageViews(before.messages, after.messages, redactor),
    tools: after.tools.map(({ name, description }) => ({ name, description })),
    tags: after.tags,
    provenance: provenanceLines(after),
    damage: after.damage,
    exported: JSON.stringify(JSON.parse(exported), null, 2),
  };
}

function provenanceLines({ provenance, harness, outcome, kind }: Episode): EpisodeView['provenance'] {
  const { path, line, parser, repairedFrom, model, createdMs, scenario, seed } = provenance;
  const lines: readonly (readonly [string, string | number | undefined])[] = [
    ['source', path],
    ['line', line || undefined],
    ['read as', parser],
    ['repaired from', repairedFrom?.join(', ')],
    ['harness', harness],
    ['kind', kind],
    ['outcome', outcome],
    ['model', model],
    ['started', createdMs === undefined ? undefined : new Date(createdMs).toISOString()],
    ['scenario', scenario],
    ['seed', seed],
  ];
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value: String(value) }]));
}

/** Both sides of an episode, message by message. The raw text exists only while the view is being made. */
export function messageViews(
  before: readonly Message[],
  after: readonly Message[],
  redactor: Redactor,
): readonly MessageView[] {
  return after.map((message, index) => {
    const raw = before[index] ?? message;
    const found = (text: string, at: KeyPath) => marked(text, findInText(redactor, text, at));
    return {
      role: message.role,
      weight: message.weight,
      name: message.name ?? '',
      isError: message.isError === true,
      before: found(textOf(raw), ['content']),
      after: placeholders(textOf(message)),
      reasoning: message.reasoning
        ? { before: found(raw.reasoning ?? '', ['reasoning']), after: placeholders(message.reasoning) }
        : null,
      toolCalls: (message.toolCalls ?? []).map((call, at) => callView(raw.toolCalls?.[at] ?? call, call, redactor)),
    };
  });
}

function callView(before: ToolCall, after: ToolCall, redactor: Redactor): ToolCallView {
  const raw = indented(before.arguments);
  return {
    id: after.id,
    name: after.name,
    before: marked(raw, findInText(redactor, raw, ['arguments'])),
    after: placeholders(indented(after.arguments)),
  };
}

const indented = (value: JsonObject): string => JSON.stringify(value, null, 2);

const marked = (text: string, spans: readonly Span[]): MarkedText => ({
  text,
  marks: spans.map(({ start, end, type }) => ({ start, end, type })),
});

const placeholders = (text: string): MarkedText => ({ text, marks: placeholderSpans(text) });

/** Text of a message as a reader shows it; an image says what it was. */
export function textOf(message: Message): string {
  return message.content
    .map((part) => (part.type === 'text' ? part.text : `[image ${part.mimeType}, ${part.bytes} bytes]`))
    .join('\n');
}
