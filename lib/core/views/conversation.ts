import type { Episode, Message, PageQuery } from '../types.ts';
import type { ConversationPage, MessageView } from './conversation-views.ts';
import { indented, textOf, withPlaceholders } from './message-sides.ts';
import type { MarkedText } from './text-views.ts';

/** An episode held open, to be read in pages: one of 50 MB never crosses to the page at once. */
export interface OpenConversation {
  page(query: PageQuery): ConversationPage;
}

/** UTF-16 units that cross of one text; the session's timeline has the rest. */
const MOST = 100_000;

/** Messages of a block at most: an endless row of results is no block. */
const LONGEST_BLOCK = 200;

/** A block is a message with the tool results that follow it: pages never part a call from its result. */
export function blockStarts(messages: readonly Message[]): readonly number[] {
  const starts: number[] = [];
  for (const [index, { role }] of messages.entries())
    if (role !== 'tool' || index - (starts.at(-1) ?? -LONGEST_BLOCK) >= LONGEST_BLOCK) starts.push(index);
  return starts;
}

export function openConversation({ messages }: Episode): OpenConversation {
  const starts = blockStarts(messages);
  return {
    page: ({ offset, limit }) => ({
      total: starts.length,
      blocks: starts
        .slice(offset, offset + limit)
        .map((start, at) => messages.slice(start, starts[offset + at + 1]).map(redactedView)),
    }),
  };
}

/** Only what will be written: the texts in their file are the timeline's to show. */
function redactedView(message: Message): MessageView {
  const said = marked(textOf(message));
  const thought = message.reasoning ? marked(message.reasoning) : null;
  return {
    role: message.role,
    weight: message.weight,
    name: message.name ?? '',
    isError: message.isError === true,
    before: said,
    after: said,
    reasoning: thought && { before: thought, after: thought },
    toolCalls: (message.toolCalls ?? []).map(({ id, name, arguments: args }) => {
      const shown = marked(indented(args));
      return { id, name, before: shown, after: shown };
    }),
  };
}

function marked(whole: string): MarkedText {
  const left = whole.length - MOST;
  return withPlaceholders(left > 0 ? `${whole.slice(0, MOST)}\n[${left} more characters: see the timeline]` : whole);
}
