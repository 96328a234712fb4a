import { isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';

/** Results of tools that stand as blocks in a user message, each as a message of its own before what else was said. */
export function splitResults(content: readonly JsonValue[]): JsonObject[] {
  const isResult = (block: JsonValue): block is JsonObject => isJsonObject(block) && block.type === 'tool_result';
  const results = content.filter(isResult).map(({ tool_use_id, content: said, is_error }) => ({
    role: 'toolResult',
    toolCallId: tool_use_id ?? '',
    content: said ?? '',
    isError: is_error === true,
  }));
  const rest = content.filter((block) => !isResult(block));
  return rest.length > 0 ? [...results, { role: 'user', content: rest }] : results;
}
