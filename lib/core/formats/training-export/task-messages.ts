import { asString, isJsonObject } from '../../text/json.ts';
import type { JsonObject, JsonValue } from '../../types.ts';
import { compactionText } from '../openclaw-message.ts';
import { type Converted, convertChat } from './chat-conversion.ts';
import type { ExportCompat } from './compat.ts';
import type { ExportMessage } from './export-line.ts';
import { type PseudoModel, prepareMessages } from './prepare-messages.ts';

/** What a conversation is converted for. */
export interface Conversion {
  readonly systemPrompt: string | undefined;
  readonly model: PseudoModel;
  readonly compat: ExportCompat;
}

export interface Faithful {
  readonly messages: readonly ExportMessage[];
  /** The thinking that belongs to each message, by place. */
  readonly own: readonly string[];
  /** Messages of the model that have another's thinking, or lost their own. */
  readonly misplaced: number;
}

/**
 * Messages of a task line exactly as OpenClaw's export makes them, its defects included (training-export.md sections 3.2 to 5).
 * `messages` are those of the agent. Null without a user and an assistant message.
 */
export function convertFaithfully(messages: readonly JsonValue[], conversion: Conversion): Faithful | null {
  const { systemPrompt, model, compat } = conversion;
  const chat = convertChat(prepareMessages(messages.map(speakSummary), model), systemPrompt, compat);
  const thoughts = messages.filter(isAssistant).map(thinkingOf);
  const reasoned = attachByPosition(chat, thoughts);
  const end = reasoned.findLastIndex(({ message }) => message.role === 'assistant');
  const kept = reasoned.slice(0, end + 1);
  if (end === -1 || !kept.some(({ message }) => message.role === 'user')) return null;
  const own = kept.map(({ origin }) => (origin ? thinkingOf(origin) : ''));
  const misplaced = kept.filter(({ message }, at) => (message.reasoning_content ?? '') !== own[at]);
  return { messages: kept.map(({ message }) => message), own, misplaced: misplaced.length };
}

const isAssistant = (message: JsonValue): message is JsonObject =>
  isJsonObject(message) && message.role === 'assistant';

/** A compaction's summary speaks as a user. */
function speakSummary(message: JsonValue): JsonValue {
  if (!isJsonObject(message) || message.role !== 'compactionSummary') return message;
  const summary = asString(message.summary) ?? '';
  return summary.trim() === '' ? message : { role: 'user', content: compactionText(summary) };
}

/** Thinking never counts as text: the export takes it out first and puts it back last. */
function thinkingOf(message: JsonObject): string {
  const blocks = Array.isArray(message.content) ? (message.content as readonly JsonValue[]) : [];
  return blocks
    .flatMap((block) =>
      isJsonObject(block) && block.type === 'thinking' ? [(asString(block.thinking) ?? '').trim()] : [],
    )
    .filter((thought) => thought !== '')
    .join('\n');
}

/** The n-th message of the model gets the n-th thought, whatever became of the messages between (section 5). */
function attachByPosition(chat: readonly Converted[], thoughts: readonly string[]): readonly Converted[] {
  let next = 0;
  return chat.map((converted) => {
    if (converted.message.role !== 'assistant') return converted;
    const thought = thoughts[next++] ?? '';
    return thought === '' ? converted : { ...converted, message: { ...converted.message, reasoning_content: thought } };
  });
}
