import { isJsonObject } from '../../text/json.ts';
import type { JsonObject, JsonValue } from '../../types.ts';
import type { ExportCompat } from './compat.ts';
import { defined, type ExportCall, type ExportMessage } from './export-line.ts';
import { callsIn, type Prepared, unconvertible } from './prepare-messages.ts';

const BRIDGE = 'I have processed the tool results.';
const EMPTY_RESULT = '(see attached image)';

const LONE_SURROGATE = /\p{Surrogate}/gu;
const clean = (text: string): string => text.replace(LONE_SURROGATE, '');

export interface Converted {
  readonly message: ExportMessage;
  /** What a message of the model was made of; null for any other, and for one that was put in. */
  readonly origin: JsonObject | null;
}

/** Prepared messages in the chat-completions form, each reduced to what a line has of it (training-export.md sections 3.2 and 4). */
export function convertChat(
  messages: readonly Prepared[],
  systemPrompt: string | undefined,
  compat: ExportCompat,
): readonly Converted[] {
  const chat: Converted[] = [];
  const add = (message: ExportMessage, origin: JsonObject | null = null) => chat.push({ message, origin });
  if (systemPrompt) add({ role: 'system', content: clean(systemPrompt) });
  let last = '';
  for (const prepared of messages) {
    const { role } = prepared;
    if (role === 'user') {
      if (compat.requiresAssistantAfterToolResult && last === 'toolResult') add({ role: 'assistant', content: BRIDGE });
      const content = userText(prepared.content);
      if (content === null) continue;
      add({ role, content });
    } else if (role === 'assistant') {
      const message = assistantMessage(prepared);
      if (!message) continue;
      add(message, prepared.message);
    } else if (role === 'toolResult') add(toolMessage(prepared, compat));
    last = role;
  }
  return chat;
}

/** Null for a message of no parts, which is left out. Parts that are no text say nothing. */
function userText(content: Prepared['content']): string | null {
  if (typeof content === 'string') return clean(content);
  if (content.length === 0) return null;
  return content.filter(isTextBlock).map(textOf).join('\n');
}

const isTextBlock = (block: JsonValue): block is JsonObject => isJsonObject(block) && block.type === 'text';

function textOf({ text }: JsonObject): string {
  if (typeof text !== 'string') throw unconvertible();
  return clean(text);
}

/** Null for one that says and calls nothing, as one that only thought. */
function assistantMessage(prepared: Prepared): ExportMessage | null {
  const blocks = prepared.content as readonly JsonValue[];
  const content = blocks
    .filter(isTextBlock)
    .filter(({ text }) => typeof text !== 'string' || text.trim() !== '')
    .map(textOf)
    .join('');
  const calls = callsIn(prepared).map(exportCall);
  if (content === '' && calls.length === 0) return null;
  return { role: 'assistant', content, ...(calls.length === 0 ? {} : { tool_calls: calls }) };
}

const exportCall = ({ id, name, arguments: args }: JsonObject): ExportCall =>
  ({
    ...defined({ id }),
    type: 'function',
    function: defined({ name, arguments: args === undefined ? undefined : JSON.stringify(args) }),
  }) as ExportCall;

function toolMessage({ message, content }: Prepared, compat: ExportCompat): ExportMessage {
  // Whatever stands where the text belongs is joined as JavaScript joins it: an object reads "[object Object]".
  const texts = (content as readonly JsonValue[]).filter(isTextBlock).map(({ text }) => text);
  const joined = texts.join('\n');
  const name = compat.requiresToolResultName && typeof message.toolName === 'string' ? message.toolName : '';
  return {
    role: 'tool',
    content: clean(joined === '' ? EMPTY_RESULT : joined),
    ...(typeof message.toolCallId === 'string' ? { tool_call_id: message.toolCallId } : {}),
    ...(name === '' ? {} : { name }),
  };
}
