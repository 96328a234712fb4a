import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { parseJsonObject } from './json-rows.ts';

const OUTPUT_DEPTH = 50;

const listOf = (value: JsonValue | undefined): readonly JsonObject[] =>
  (Array.isArray(value) ? (value as readonly JsonValue[]) : []).filter(isJsonObject);

/** Content of a message item as blocks. */
export function textBlocks(content: JsonValue | undefined): JsonObject[] {
  if (typeof content === 'string') return [{ type: 'text', text: content }];
  return listOf(content).map(
    ({ text }): JsonObject => (typeof text === 'string' ? { type: 'text', text } : { type: 'image', data: '' }),
  );
}

export const textOf = (content: JsonValue | undefined): string =>
  textBlocks(content)
    .map(({ text }) => asString(text) ?? '')
    .join('\n');

/** User messages that Codex itself puts in: they are context, and no turn of the person's. */
const PUT_IN =
  /^\s*(<(environment_context|user_instructions|permissions instructions|skill|user_shell_command|turn_aborted|subagent_notification)\b|# AGENTS\.md instructions)/;

export const isTyped = (content: JsonValue | undefined): boolean => !PUT_IN.test(textOf(content));

/** Blocks of an item that the model wrote; null for any other item. */
export function modelBlocks(item: JsonObject): JsonObject[] | null {
  switch (item.type) {
    case 'message':
      return item.role === 'assistant' ? textBlocks(item.content) : null;
    case 'reasoning':
      return [...reasoningTexts(item.content), ...reasoningTexts(item.summary)].slice(0, 1);
    case 'function_call':
      return [{ type: 'toolCall', id: item.call_id ?? '', name: item.name ?? '', arguments: item.arguments ?? {} }];
    case 'custom_tool_call': {
      const args = item.input === undefined ? (item.arguments ?? {}) : { input: item.input };
      return [{ type: 'toolCall', id: item.call_id ?? '', name: item.name ?? '', arguments: args }];
    }
    case 'local_shell_call':
      return [
        { type: 'toolCall', id: item.call_id ?? item.id ?? '', name: 'local_shell', arguments: item.action ?? {} },
      ];
    default:
      return null;
  }
}

/** The full reasoning when it is readable, else its summary; one block either way. */
function reasoningTexts(parts: JsonValue | undefined): JsonObject[] {
  const texts = listOf(parts).flatMap(({ text }) => asString(text) ?? []);
  return texts.length === 0 ? [] : [{ type: 'thinking', thinking: texts.join('\n') }];
}

export function resultMessage(item: JsonObject): JsonObject | null {
  if (!/^(function|custom_tool|local_shell)_call_output$/.test(asString(item.type) ?? '')) return null;
  const { output } = item;
  const wrapped =
    typeof output === 'string' ? parseJsonObject(output, OUTPUT_DEPTH) : isJsonObject(output) ? output : undefined;
  const inner = wrapped && (asString(wrapped.output) ?? asString(wrapped.content));
  const blocks = Array.isArray(wrapped?.content) ? textBlocks(wrapped.content) : textBlocks(output);
  return {
    role: 'toolResult',
    toolCallId: item.call_id ?? '',
    content: inner ?? (typeof output === 'string' ? output : blocks),
    isError: wrapped?.success === false,
  };
}

/** What stays in view behind a compaction, where it was written down. */
export const replacements = (payload: JsonObject): readonly string[] =>
  listOf(payload.replacement_history)
    .filter(({ type, role }) => type === 'message' && role === 'user')
    .map(({ content }) => textOf(content))
    .filter((text) => text.trim() !== '');
