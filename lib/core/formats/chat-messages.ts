import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue, ToolCall } from '../types.ts';
import { cleanPrompt } from './capture.ts';
import { readArguments, readContent } from './content-blocks.ts';
import type { DamageCode } from './damage.ts';
import { type Draft, plainText, text } from './draft.ts';
import { convertMessage } from './openclaw-message.ts';

export interface Chat {
  /** Undefined when the row has none. */
  readonly system: string | undefined;
  readonly drafts: readonly Draft[];
}

const EMPTY_RESULT = '(see attached image)';
const LOST_RESULT = '[object Object]';
const BRIDGE = 'I have processed the tool results.';

/** Messages in the chat-completions shape: of the training export, of protocol rows, of any chat row. */
export function readChat(messages: readonly JsonValue[], line: number): Chat {
  let system: string | undefined;
  const drafts: Draft[] = [];
  for (const message of messages) {
    if (!isJsonObject(message)) continue;
    const role = asString(message.role)?.trim().toLowerCase();
    if (role === 'system' || role === 'developer') {
      const prompt = plainText(readContent(message.content, '\n').content);
      if (prompt.trim() !== '')
        system = system === undefined ? cleanPrompt(prompt) : `${system}\n\n${cleanPrompt(prompt)}`;
      continue;
    }
    const afterTool = drafts.at(-1)?.role === 'tool';
    const draft = readMessage({ ...message, role: role ?? '' }, line);
    if (draft && !(afterTool && draft.role === 'assistant' && plainText(draft.content) === BRIDGE)) drafts.push(draft);
  }
  return { system, drafts };
}

function readMessage(message: JsonObject, line: number): Draft | null {
  const draft = convertMessage(message, { line, timeMs: undefined });
  if (draft === null || typeof draft === 'string') return null;
  if (draft.role === 'tool') return toolMessage(draft);
  if (draft.role !== 'assistant') return draft;
  const calls = readCalls(message);
  const own = (asString(message.reasoning_content) ?? asString(message.reasoning) ?? '').trim();
  const hidden = own === '[Reasoning redacted]';
  const reasoning = hidden || own === '' ? draft.reasoning : own;
  const damage = [...draft.damage, ...calls.damage, ...(hidden ? (['hidden_reasoning'] as const) : [])];
  const toolCalls = [...(draft.toolCalls ?? []), ...calls.toolCalls];
  const masked = message.weight === 0 || message.train === false || message.loss === false;
  return {
    ...draft,
    ...(reasoning === undefined ? {} : { reasoning }),
    ...(toolCalls.length === 0 ? {} : { toolCalls }),
    damage,
    kept: masked,
  };
}

function toolMessage(draft: Draft): Draft {
  const content = plainText(draft.content);
  if (content === EMPTY_RESULT) return { ...draft, content: [] };
  return content === LOST_RESULT ? { ...draft, damage: [...draft.damage, 'object_text'] } : draft;
}

function readCalls(message: JsonObject): { toolCalls: ToolCall[]; damage: DamageCode[] } {
  const raw = Array.isArray(message.tool_calls) ? (message.tool_calls as readonly JsonValue[]) : [];
  const damage: DamageCode[] = [];
  const toolCalls = raw.filter(isJsonObject).map((call, index) => {
    const fn = isJsonObject(call.function) ? call.function : call;
    const args = readArguments(fn.arguments);
    const name = asString(fn.name) ?? '';
    damage.push(...args.damage);
    if (name === '') damage.push('bad_arguments');
    return { id: asString(call.id) || `call_${index}`, name: name || 'unknown', arguments: args.value };
  });
  return { toolCalls, damage };
}

/** One message of a row that gives only texts. */
export const textDraft = (role: 'user' | 'assistant', value: string, line: number): Draft => ({
  role,
  content: value === '' ? [] : [text(value)],
  end: 'done',
  kept: false,
  damage: [],
  line,
  timeMs: undefined,
  tags: [],
});
