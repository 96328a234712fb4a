import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { parseJson, parseJsonObject } from './json-rows.ts';

const DEPTH = 100;
const CALL = /<tool_call>\s*([\s\S]*?)\s*<\/tool_call>/g;
const RESPONSE = /<tool_response>\s*([\s\S]*?)\s*<\/tool_response>/g;
const TOOLS = /<tools>\s*([\s\S]*?)\s*<\/tools>/;

/** Calls and results that stand as tags in texts, as in the data of Hermes and Qwen, made calls and results. */
export function readTags(messages: readonly JsonValue[]): readonly JsonValue[] {
  return messages.flatMap((message): readonly JsonValue[] => {
    if (!isJsonObject(message) || typeof message.content !== 'string') return [message];
    if (message.role === 'assistant' && message.tool_calls === undefined) return [withCalls(message, message.content)];
    const results = [...message.content.matchAll(RESPONSE)].map(([, text]) => text ?? '');
    if ((message.role !== 'tool' && message.role !== 'user') || results.length === 0) return [message];
    return results.map((content) => ({ ...withoutId(message), role: 'tool', content }));
  });
}

function withCalls(message: JsonObject, content: string): JsonObject {
  const calls = [...content.matchAll(CALL)].map(([, text]) => parseJsonObject(text ?? '', DEPTH));
  if (calls.length === 0 || !calls.every((call) => typeof call?.name === 'string')) return message;
  const tool_calls = calls.map((call) => ({ function: { name: call?.name ?? '', arguments: call?.arguments ?? {} } }));
  return { ...message, content: content.replace(CALL, '').trim(), tool_calls };
}

const withoutId = ({ tool_call_id: _, ...message }: JsonObject): JsonObject => message;

/** Tools that a system prompt of this kind lists: one JSON value, or one a line. */
export function taggedTools(system: string | undefined): readonly JsonValue[] {
  const text = TOOLS.exec(system ?? '')?.[1] ?? '';
  const whole = parseJson(text, DEPTH);
  if (Array.isArray(whole)) return whole as readonly JsonValue[];
  const lines = text.split('\n').map((line) => parseJson(line.trim(), DEPTH));
  return lines.filter(isJsonObject).filter((tool) => asString(tool.name) ?? isJsonObject(tool.function));
}
