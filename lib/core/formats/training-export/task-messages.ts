import { asString, isJsonObject } from '../../text/json.ts';
import type { JsonObject, JsonValue } from '../../types.ts';
import { compactionText } from '../openclaw-message.ts';
import { convertChat } from './chat-conversion.ts';
import type { ExportCompat } from './compat.ts';
import type { ExportMessage } from './export-line.ts';
import { type PseudoModel, prepareMessages } from './prepare-messages.ts';

/** What a conversation is converted for. */
export interface Conversion {
  readonly systemPrompt: string | undefined;
  readonly model: PseudoModel;
  readonly compat: ExportCompat;
}

/**
 * Messages of a task line exactly as OpenClaw's export makes them, its defects included (training-export.md sections 3.2 to 5).
 * `messages` are those of the agent. Null without a user and an assistant message.
 */
export function faithfulMessages(messages: readonly JsonValue[], conversion: Conversion): ExportMessage[] | null {
  const { systemPrompt, model, compat } = conversion;
  const chat = convertChat(prepareMessages(messages.map(preprocess), model), systemPrompt, compat);
  const reasoned = attachByPosition(chat, messages.filter(isAssistant).map(thinkingOf));
  return trimmed(reasoned);
}

const isAssistant = (message: JsonValue): message is JsonObject =>
  isJsonObject(message) && message.role === 'assistant';

/** Thinking is put back later; a compaction's summary speaks as a user. */
function preprocess(message: JsonValue): JsonValue {
  if (!isJsonObject(message)) return message;
  if (message.role === 'compactionSummary') {
    const summary = asString(message.summary) ?? '';
    return summary.trim() === '' ? message : { role: 'user', content: compactionText(summary) };
  }
  if (message.role !== 'assistant' || !Array.isArray(message.content)) return message;
  const blocks = message.content as readonly JsonValue[];
  return { ...message, content: blocks.filter((block) => !isThinking(block)) };
}

const isThinking = (block: JsonValue): block is JsonObject => isJsonObject(block) && block.type === 'thinking';

export function thinkingOf(message: JsonObject): string {
  const blocks = Array.isArray(message.content) ? (message.content as readonly JsonValue[]) : [];
  return blocks
    .filter(isThinking)
    .map((block) => (asString(block.thinking) ?? '').trim())
    .filter((thought) => thought !== '')
    .join('\n');
}

/** The n-th message of the model gets the n-th thought, whatever became of the messages between (section 5). */
function attachByPosition(chat: readonly ExportMessage[], thoughts: readonly string[]): ExportMessage[] {
  let next = 0;
  return chat.map((message) => {
    if (message.role !== 'assistant') return message;
    const thought = thoughts[next++] ?? '';
    return thought === '' ? message : { ...message, reasoning_content: thought };
  });
}

/** A line ends with the model and has both sides. */
export function trimmed(messages: readonly ExportMessage[]): ExportMessage[] | null {
  const end = messages.findLastIndex(({ role }) => role === 'assistant');
  const kept = messages.slice(0, end + 1);
  return end !== -1 && kept.some(({ role }) => role === 'user') ? kept : null;
}
