import { findInText } from '../redaction/find-in-json.ts';
import { createMeeting } from '../redaction/meeting.ts';
import { placeholderSpans } from '../redaction/placeholder.ts';
import type { Propagator } from '../redaction/propagate.ts';
import type { KeyPath, Redactor } from '../redaction/redactor.ts';
import type { ReviewedRedactor } from '../redaction/reviewed.ts';
import type { JsonObject, Message, ToolCall } from '../types.ts';
import type { MessageView, ToolCallView } from './conversation-views.ts';
import type { MarkedText } from './text-views.ts';

/** Finds in an episode what was replaced there, by itself or because it was found elsewhere. */
export interface Finder {
  readonly redactor: Redactor & Partial<Pick<ReviewedRedactor, 'findAll' | 'mark' | 'standing'>>;
  readonly propagator: Propagator | null;
  readonly episodeId: string;
}

/** Both sides of an episode, message by message. The raw text exists only while the view is being made. */
export function messageViews(
  before: readonly Message[],
  after: readonly Message[],
  finder: Finder,
): readonly MessageView[] {
  return after.map((message, index) => {
    const raw = before[index] ?? message;
    const found = (text: string, at: KeyPath) => marked(text, at, index, finder);
    return {
      role: message.role,
      weight: message.weight,
      name: message.name ?? '',
      isError: message.isError === true,
      before: found(textOf(raw), ['content']),
      after: withPlaceholders(textOf(message)),
      reasoning: message.reasoning
        ? { before: found(raw.reasoning ?? '', ['reasoning']), after: withPlaceholders(message.reasoning) }
        : null,
      toolCalls: (message.toolCalls ?? []).map((call, at) => callView(raw.toolCalls?.[at] ?? call, call, found)),
    };
  });
}

type Marked = (text: string, at: KeyPath) => MarkedText;

const callView = (before: ToolCall, after: ToolCall, found: Marked): ToolCallView => ({
  id: after.id,
  name: after.name,
  before: found(indented(before.arguments), ['arguments']),
  after: withPlaceholders(indented(after.arguments)),
});

/** Arguments of a call as they are shown. */
export const indented = (value: JsonObject): string => JSON.stringify(value, null, 2);

function marked(text: string, at: KeyPath, message: number, { redactor, propagator, episodeId }: Finder): MarkedText {
  const own = findInText({ find: redactor.findAll ?? redactor.find }, text, at);
  const isOwn = createMeeting(own);
  const seen = (propagator?.find(text) ?? []).filter((span) => !isOwn(span));
  return {
    text,
    marks: [...own, ...seen]
      .sort((a, b) => a.start - b.start)
      .map(({ start, end, type, rule }) => {
        const value = text.slice(start, end);
        return {
          start,
          end,
          type,
          rule,
          value: redactor.mark?.(value) ?? '',
          standing: redactor.standing?.({ type, value, episodeId, message }) ?? 'open',
        };
      }),
  };
}

/** Text after redaction, its placeholders marked. */
export const withPlaceholders = (text: string): MarkedText => ({
  text,
  marks: placeholderSpans(text).map(({ start, end, type }) => ({
    start,
    end,
    type,
    rule: '',
    value: '',
    standing: 'open',
  })),
});

/** Text of a message as a reader shows it; an image says what it was. */
export function textOf(message: Message): string {
  return message.content
    .map((part) => (part.type === 'text' ? part.text : `[image ${part.mimeType}, ${part.bytes} bytes]`))
    .join('\n');
}
