import { asString, isJsonObject } from '../text/json.ts';
import type { ContentPart, JsonObject, JsonValue, ToolCall } from '../types.ts';
import { cleanPrompt } from './capture.ts';
import { unansweredCalls } from './chat-calls.ts';
import { readArguments, readContent } from './content-blocks.ts';
import type { DamageCode } from './damage.ts';
import { type Draft, plainText, text } from './draft.ts';
import { splitResults } from './foreign-results.ts';
import { parseJson } from './json-rows.ts';
import { convertMessage } from './openclaw-message.ts';

export interface Chat {
  /** Undefined when the row has none. */
  readonly system: string | undefined;
  readonly drafts: readonly Draft[];
}

/** What OpenClaw's export leaves of pictures, each on a line of its own (training-export.md section 4.2). */
const OMITTED_IMAGE = /(?:^|\n)\((?:tool )?image omitted: model does not support images\)(?=\n|$)/g;
const EMPTY_RESULT = '(see attached image)';
const LOST_RESULT = '[object Object]';
const BRIDGE = 'I have processed the tool results.';
const CALLS_DEPTH = 100;

/** Names that datasets have for the roles of a chat. */
export const CHAT_ROLES: ReadonlyMap<string, string> = new Map([
  ...['user', 'human'].map((name) => [name, 'user'] as const),
  ...['assistant', 'gpt', 'chatgpt', 'model', 'bot', 'ai'].map((name) => [name, 'assistant'] as const),
  ...['system', 'developer'].map((name) => [name, 'system'] as const),
  ...['tool', 'function', 'observation', 'ipython', 'tool_result', 'tool_response', 'toolresult'].map(
    (name) => [name, 'tool'] as const,
  ),
  ...['function_response', 'function_result', 'function-response'].map((name) => [name, 'tool'] as const),
  ...['function_call', 'tool_call', 'function-call'].map((name) => [name, 'function_call'] as const),
]);

/** Messages in the chat-completions shape: of the training export, of protocol rows, of any chat row. */
export function readChat(messages: readonly JsonValue[], line: number): Chat {
  let system: string | undefined;
  const drafts: Draft[] = [];
  const calls = unansweredCalls();
  for (const message of messages.filter(isJsonObject).flatMap(inParts)) {
    const name = asString(message.role)?.trim() ?? '';
    const role = CHAT_ROLES.get(name.toLowerCase()) ?? name;
    if (role === 'system' && drafts.length === 0) {
      const prompt = plainText(readContent(message.content, '\n').content);
      if (prompt.trim() !== '')
        system = system === undefined ? cleanPrompt(prompt) : `${system}\n\n${cleanPrompt(prompt)}`;
      continue;
    }
    // What a system says later was not known before: it stands where it was said.
    const draft = readMessage({ ...message, role: role === 'system' ? 'user' : role }, line);
    const isBridge =
      drafts.at(-1)?.role === 'tool' && draft?.role === 'assistant' && plainText(draft.content) === BRIDGE;
    if (draft && !isBridge) drafts.push(calls.named(draft));
  }
  return { system, drafts };
}

/** Results can stand as blocks in what the user side says. */
const inParts = (message: JsonObject): readonly JsonObject[] => {
  const { role, content } = message;
  const blocks: readonly JsonValue[] = role === 'user' && Array.isArray(content) ? content : [];
  const hasResults = blocks.some((block) => isJsonObject(block) && block.type === 'tool_result');
  return hasResults ? splitResults(blocks) : [message];
};

function readMessage(message: JsonObject, line: number): Draft | null {
  const draft = convertMessage(message, { line, timeMs: undefined });
  if (draft === null || typeof draft === 'string') return null;
  if (draft.role === 'tool') return withImages(toolMessage(draft));
  if (draft.role !== 'assistant') return withImages(draft);
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

/** The pictures that were there, as pictures of an unknown size. */
function withImages(draft: Draft): Draft {
  const content = draft.content.flatMap((part): readonly ContentPart[] => {
    if (part.type !== 'text') return [part];
    const found = part.text.match(OMITTED_IMAGE)?.length ?? 0;
    if (found === 0) return [part];
    const left = part.text.replace(OMITTED_IMAGE, '').trim();
    const images = Array.from({ length: found }, (): ContentPart => ({ type: 'image', mimeType: 'image/*', bytes: 0 }));
    return [...(left === '' ? [] : [text(left)]), ...images];
  });
  return { ...draft, content };
}

function toolMessage(draft: Draft): Draft {
  const content = plainText(draft.content);
  if (content === EMPTY_RESULT) return { ...draft, content: [] };
  return content === LOST_RESULT ? { ...draft, damage: [...draft.damage, 'object_text'] } : draft;
}

/** Calls as a list, as the text of one, or the single call of older APIs. */
function readCalls(message: JsonObject): { toolCalls: ToolCall[]; damage: DamageCode[] } {
  const { tool_calls: written, function_call: single } = message;
  const list = typeof written === 'string' ? parseJson(written, CALLS_DEPTH) : written;
  const raw: readonly JsonValue[] = Array.isArray(list) ? list : isJsonObject(single) ? [{ function: single }] : [];
  const damage: DamageCode[] = [];
  const toolCalls = raw.filter(isJsonObject).map((call) => {
    const fn = isJsonObject(call.function) ? call.function : call;
    const args = readArguments(fn.arguments ?? fn.parameters ?? fn.input);
    const name = asString(fn.name) ?? '';
    damage.push(...args.damage);
    if (name === '') damage.push('bad_arguments');
    return {
      id: asString(call.id) || asString(call.tool_call_id) || '',
      name: name || 'unknown',
      arguments: args.value,
    };
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
