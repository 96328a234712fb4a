import { isJsonObject } from '../../text/json.ts';
import type { JsonObject, JsonValue } from '../../types.ts';
import { InputError } from '../input-error.ts';

/** The model that the export pretends to talk to; a message that came from it keeps its call ids. */
export interface PseudoModel {
  readonly provider: 'openai';
  readonly api: 'openai-completions';
  readonly id: string;
}

export const pseudoModel = (id = 'gpt-5'): PseudoModel => ({ provider: 'openai', api: 'openai-completions', id });

/** A message of the agent on its way to the chat form; roles that the chat form does not know stay until it drops them. */
export interface Prepared {
  readonly role: string;
  readonly message: JsonObject;
  /** Of the roles that are converted: blocks, or text for a user message that was one. */
  readonly content: readonly JsonValue[] | string;
}

export const unconvertible = () =>
  new InputError('export_unconvertible', 'A message has a shape on which the training export of OpenClaw fails.');

/**
 * What happens before the chat form (training-export.md sections 4.2 to 4.5): images become a text, call ids are shortened, failed
 * answers go, and calls without a result get one.
 */
export function prepareMessages(messages: readonly JsonValue[], model: PseudoModel): readonly Prepared[] {
  return answerCalls(shortenIds(messages.map(readMessage), model));
}

const USER_IMAGE = '(image omitted: model does not support images)';
const TOOL_IMAGE = '(tool image omitted: model does not support images)';

function readMessage(value: JsonValue): Prepared {
  if (value === null) throw unconvertible();
  const message = isJsonObject(value) ? value : {};
  const { content } = message;
  const list = Array.isArray(content) ? (content as readonly JsonValue[]) : undefined;
  switch (message.role) {
    case 'user':
      if (typeof content === 'string') return { role: 'user', message, content };
      return { role: 'user', message, content: withoutImages(list, USER_IMAGE) };
    case 'assistant':
      if (!list || list.includes(null)) throw unconvertible();
      return { role: 'assistant', message, content: list };
    case 'toolResult':
      // A text where blocks belong is gone through letter by letter and loses them all.
      return {
        role: 'toolResult',
        message,
        content: typeof content === 'string' ? [] : withoutImages(list, TOOL_IMAGE),
      };
    default:
      return { role: typeof message.role === 'string' ? message.role : '', message, content: [] };
  }
}

/** Images in a row leave one text; so does one behind a text that reads like it. */
function withoutImages(blocks: readonly JsonValue[] | undefined, placeholder: string): readonly JsonValue[] {
  if (!blocks) throw unconvertible();
  const kept: JsonValue[] = [];
  let afterPlaceholder = false;
  for (const block of blocks) {
    if (block === null) throw unconvertible();
    if (isJsonObject(block) && block.type === 'image') {
      if (!afterPlaceholder) kept.push({ type: 'text', text: placeholder });
      afterPlaceholder = true;
    } else {
      kept.push(block);
      afterPlaceholder = isJsonObject(block) && block.text === placeholder;
    }
  }
  return kept;
}

const ID_LENGTH = 40;

/** Providers hand out ids of hundreds of characters; a `|` parts the call's own from the item's. */
function shortId(id: string): string {
  const bar = id.indexOf('|');
  return (bar === -1 ? id : id.slice(0, bar).replace(/[^a-zA-Z0-9_-]/g, '_')).slice(0, ID_LENGTH);
}

function shortenIds(messages: readonly Prepared[], model: PseudoModel): readonly Prepared[] {
  const renamed = new Map<string, string>();
  return messages.map((prepared): Prepared => {
    const { role, message, content } = prepared;
    if (role === 'toolResult') {
      const id = typeof message.toolCallId === 'string' ? renamed.get(message.toolCallId) : undefined;
      return id ? { ...prepared, message: { ...message, toolCallId: id } } : prepared;
    }
    const same = message.provider === model.provider && message.api === model.api && message.model === model.id;
    if (role !== 'assistant' || same) return prepared;
    const blocks = (content as readonly JsonValue[]).map((block): JsonValue => {
      if (!isJsonObject(block) || block.type !== 'toolCall') return block;
      if (typeof block.id !== 'string') throw unconvertible();
      const id = shortId(block.id);
      if (id === block.id) return block;
      renamed.set(block.id, id);
      return { ...block, id };
    });
    return { role, message, content: blocks };
  });
}

/** Only the calls of the latest message of the model are waited for; any answer or question that comes first ends the wait. */
function answerCalls(messages: readonly Prepared[]): readonly Prepared[] {
  const answered: Prepared[] = [];
  let waiting: readonly JsonObject[] = [];
  let results = new Set<unknown>();
  const giveUp = () => {
    for (const { id, name } of waiting) if (!results.has(id)) answered.push(noResult(id, name));
    waiting = [];
  };
  for (const prepared of messages) {
    if (prepared.role === 'assistant') {
      giveUp();
      const { stopReason } = prepared.message;
      if (stopReason === 'error' || stopReason === 'aborted') continue;
      waiting = callsIn(prepared);
      results = new Set();
    } else if (prepared.role === 'user') giveUp();
    else if (prepared.role === 'toolResult') results.add(prepared.message.toolCallId);
    answered.push(prepared);
  }
  giveUp();
  return answered;
}

export const callsIn = ({ content }: Prepared): readonly JsonObject[] =>
  (content as readonly JsonValue[]).filter(
    (block): block is JsonObject => isJsonObject(block) && block.type === 'toolCall',
  );

const noResult = (id: JsonValue | undefined, name: JsonValue | undefined): Prepared => ({
  role: 'toolResult',
  message: { role: 'toolResult', toolCallId: id ?? null, toolName: name ?? null },
  content: [{ type: 'text', text: 'No result provided' }],
});
