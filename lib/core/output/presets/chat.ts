import { isJsonObject, tryParseJson } from '../../text/json.ts';
import type { JsonObject, JsonValue } from '../../types.ts';
import type { Row, RowMessage, RowToolCall } from '../row.ts';
import type { PresetDrop, PresetRow } from './preset.ts';

export interface ChatChoices {
  /** As an object where a chat template prints it, as text where the trainer decodes it. */
  readonly arguments: 'object' | 'text';
  readonly reasoning: boolean;
  /** Tool name on tool messages. */
  readonly resultName: boolean;
  /** Templates want `""`; the hosted services want the key absent when there are only calls. */
  readonly emptyContent: 'text' | 'absent';
  /** Further members of a message, put last. */
  readonly more?: (message: RowMessage) => JsonObject;
}

/** What chat templates take without a fault (outputs.md section 3): a key that does not apply is absent, never null or empty. */
export const FOR_TEMPLATES: ChatChoices = {
  arguments: 'object',
  reasoning: true,
  resultName: true,
  emptyContent: 'text',
};

/** Messages of the OpenAI family of shapes, or the reason why the row has none. */
export function chatRow(
  row: Row,
  build: (messages: readonly JsonObject[]) => JsonObject,
  choices: ChatChoices,
): PresetRow {
  const drop = faultOf(row);
  return drop ? { drop } : { value: build(row.messages.map((message) => chatMessage(message, choices))) };
}

/** Canonical rows are well-formed; a row edited by hand may not be. */
export function faultOf({ messages }: Pick<Row, 'messages'>): PresetDrop | null {
  if (!messages.some(({ role, weight }) => role === 'assistant' && weight === 1)) return 'no_assistant';
  return callFaultOf(messages);
}

export function callFaultOf(messages: readonly RowMessage[]): PresetDrop | null {
  let open = new Set<string>();
  for (const { role, tool_call_id, tool_calls } of messages) {
    if (role === 'tool') {
      if (!open.delete(tool_call_id)) return 'unpaired_result';
      continue;
    }
    if (open.size > 0) return 'unpaired_result';
    open = new Set(tool_calls.map(({ id }) => id));
    if (!tool_calls.every((call) => isJsonObject(tryParseJson(call.function.arguments)))) return 'args_not_object';
  }
  return open.size > 0 ? 'unpaired_result' : null;
}

export function chatMessage(message: RowMessage, choices: ChatChoices): JsonObject {
  const { role, content, reasoning_content, name, tool_call_id, tool_calls } = message;
  const bare = choices.emptyContent === 'absent' && content === '' && tool_calls.length > 0;
  return {
    role,
    ...(bare ? {} : { content }),
    ...(choices.reasoning && reasoning_content !== '' ? { reasoning_content } : {}),
    ...(tool_calls.length > 0 ? { tool_calls: tool_calls.map((call) => chatCall(call, choices)) } : {}),
    ...(choices.resultName && role === 'tool' && name !== '' ? { name } : {}),
    ...(role === 'tool' ? { tool_call_id } : {}),
    ...choices.more?.(message),
  };
}

const chatCall = (
  { id, type, function: { name, arguments: text } }: RowToolCall,
  choices: ChatChoices,
): JsonObject => ({
  id,
  type,
  function: { name, arguments: choices.arguments === 'object' ? argumentsOf(text) : text },
});

const argumentsOf = (text: string): JsonValue => JSON.parse(text) as JsonValue;

/** As text: loaders take a list for a struct whose keys are those of all tools together. */
export const toolsAsText = ({ tools }: Row): JsonObject => (tools === '[]' ? {} : { tools });

export const toolsAsList = ({ tools }: Row): JsonObject =>
  tools === '[]' ? {} : { tools: JSON.parse(tools) as JsonValue };

/** Thinking as text in front of an answer, the way reasoning templates print it. */
export const thinkText = ({ reasoning_content }: RowMessage): string =>
  reasoning_content === '' ? '' : `<think>\n${reasoning_content}\n</think>\n\n`;
