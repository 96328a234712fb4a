import type { KeyPath } from '../redaction/redactor.ts';
import type { ContentPart, Episode, JsonObject, JsonValue, Message, ToolCall, ToolDefinition } from '../types.ts';

/** `message` is the index of the message in which the string stands; absent outside of messages. */
export type Rewrite = (text: string, at: KeyPath, message?: number) => string;

/** The same value when nothing in it changed: untouched episodes cost no copy. */
function mapped<T>(items: readonly T[], map: (item: T, index: number) => T): readonly T[] {
  let changed = false;
  const out = items.map((item, index) => {
    const next = map(item, index);
    changed ||= next !== item;
    return next;
  });
  return changed ? out : items;
}

/** A copy with every string mapped that is ever written; ids of calls too, alike on both sides of a call. */
export function rewriteEpisode(episode: Episode, rewrite: Rewrite): Episode {
  const title = rewrite(episode.title, ['title']);
  const tags = mapped(episode.tags, (tag) => rewrite(tag, ['tags']));
  const messages = mapped(episode.messages, (message, index) =>
    rewriteMessage(message, (text, at) => rewrite(text, at, index)),
  );
  const tools = mapped(episode.tools, (tool) => rewriteTool(tool, rewrite));
  const path = rewrite(episode.provenance.path, ['path']);
  const provenance = path === episode.provenance.path ? episode.provenance : { ...episode.provenance, path };
  const same =
    title === episode.title &&
    tags === episode.tags &&
    messages === episode.messages &&
    tools === episode.tools &&
    provenance === episode.provenance;
  return same ? episode : { ...episode, title, tags, messages, tools, provenance };
}

function rewriteMessage(message: Message, rewrite: Rewrite): Message {
  const content = mapped(message.content, (part): ContentPart => {
    if (part.type !== 'text') return part;
    const text = rewrite(part.text, ['content']);
    return text === part.text ? part : { ...part, text };
  });
  const reasoning = message.reasoning === undefined ? undefined : rewrite(message.reasoning, ['reasoning']);
  const toolCalls = message.toolCalls && mapped(message.toolCalls, (call) => rewriteCall(call, rewrite));
  const toolCallId = message.toolCallId === undefined ? undefined : rewrite(message.toolCallId, []);
  const same =
    content === message.content &&
    reasoning === message.reasoning &&
    toolCalls === message.toolCalls &&
    toolCallId === message.toolCallId;
  if (same) return message;
  return {
    ...message,
    content,
    ...(reasoning !== undefined && { reasoning }),
    ...(toolCalls && { toolCalls }),
    ...(toolCallId !== undefined && { toolCallId }),
  };
}

function rewriteCall(call: ToolCall, rewrite: Rewrite): ToolCall {
  const id = rewrite(call.id, []);
  const args = rewriteJson(call.arguments, rewrite, ['arguments']) as JsonObject;
  return id === call.id && args === call.arguments ? call : { ...call, id, arguments: args };
}

function rewriteTool(tool: ToolDefinition, rewrite: Rewrite): ToolDefinition {
  const description = rewrite(tool.description, ['description']);
  const parameters = rewriteJson(tool.parameters, rewrite, ['parameters']) as JsonObject;
  return description === tool.description && parameters === tool.parameters
    ? tool
    : { ...tool, description, parameters };
}

const NAME_KEY = /^(?:name|key|header|field|variable)$/i;
const VALUE_KEY = /^(?:value|val|content|default)$/i;

/** The key beside a value: `{"name": "DB_PASSWORD", "value": "…"}` says what the value is. */
function nameBeside(object: JsonObject): string | undefined {
  const name = Object.entries(object).find(([key, value]) => NAME_KEY.test(key) && typeof value === 'string')?.[1];
  return typeof name === 'string' && name.length <= 96 ? name : undefined;
}

/** Fewer digits are no number that anybody is known by. */
const FEWEST_DIGITS = 7;

function rewriteJson(value: JsonValue, rewrite: Rewrite, path: KeyPath): JsonValue {
  if (typeof value === 'string') return rewrite(value, path);
  if (typeof value === 'number') return rewriteNumber(value, rewrite, path);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return mapped(value as readonly JsonValue[], (item) => rewriteJson(item, rewrite, path)) as JsonValue;
  const object = value as JsonObject;
  const name = nameBeside(object);
  let changed = false;
  const entries = Object.entries(object).map(([key, item]): [string, JsonValue] => {
    const nextKey = rewrite(key, []);
    const next = rewriteJson(item, rewrite, [...path, name !== undefined && VALUE_KEY.test(key) ? name : key]);
    changed ||= next !== item || nextKey !== key;
    return [nextKey, next];
  });
  return changed ? Object.fromEntries(entries) : value;
}

/** A number that is replaced becomes the placeholder's string. */
function rewriteNumber(value: number, rewrite: Rewrite, path: KeyPath): JsonValue {
  const digits = String(value);
  if (digits.length < FEWEST_DIGITS || !/^-?\d+$/.test(digits)) return value;
  const next = rewrite(digits, path);
  return next === digits || !/^<[A-Z_]+\d+>$/.test(next) ? value : next;
}
