import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue, Origin, Outcome } from '../types.ts';
import { type Chat, readChat, textDraft } from './chat-messages.ts';
import { listOf, toolsOf } from './chat-rows.ts';
import { readTags } from './hermes-tags.ts';
import type { RowDialect } from './row-dialect.ts';

const DEFAULT_SYSTEM = 'You are OpenClaw assistant. Be accurate, concise, and safe.';

/** Raw trace rows of the training protocol in their three shapes (training-protocol.md section 3). Tool fields are kept. */
export const protocolRows: RowDialect = {
  kind: 'protocol-rows',
  version: '1.0',
  recognises: (row) =>
    isMessageList(row.messages) ||
    isMessageList(row.conversation) ||
    (typeof row.user === 'string' && typeof row.assistant === 'string'),
  read: (row, line) => {
    const { system, drafts } = readConversation(row, line);
    if (drafts.length === 0) return null;
    const category = asString(row.task_category) || 'agent_task';
    const source = asString(row.source) || 'trace';
    return {
      kind: 'task',
      sessionId: '',
      parser: 'protocol-rows/1.0',
      harness: 'protocol',
      origin: originOf(source, category),
      outcome: outcomeOf(row.outcome),
      tags: [`category:${category}`, `source:${source}`],
      model: undefined,
      timeMs: undefined,
      system,
      drafts,
      tools: toolsOf(row, system),
    };
  },
};

const isMessageList = (value: JsonValue | undefined): boolean =>
  listOf(value).some(
    (item) =>
      isJsonObject(item) && 'role' in item && ('content' in item || 'tool_calls' in item || 'function_call' in item),
  );

function readConversation(row: JsonObject, line: number): Chat {
  const list = [row.messages, row.conversation].map(listOf).find((messages) => messages.length > 0);
  if (list) return readChat(readTags(list), line);
  const [user, assistant] = [asString(row.user), asString(row.assistant)];
  if (user === undefined || assistant === undefined) return { system: undefined, drafts: [] };
  const drafts = [textDraft('user', user, line), textDraft('assistant', assistant, line)];
  return { system: asString(row.system) ?? DEFAULT_SYSTEM, drafts };
}

/** The protocol tells buckets apart by input file; a row alone says so by its source and category (section 4). */
function originOf(source: string, category: string): Origin {
  if (source === 'adversarial' || category === 'unsafe_request') return 'adversarial';
  return /^(synthetic|promodel|cli|hf)$|^(local|cli|hf):/.test(source) ? 'synthetic' : 'real';
}

function outcomeOf(value: JsonValue | undefined): Outcome {
  const word = asString(value)?.toLowerCase() ?? '';
  if (word === 'success' || word === 'ok' || word === 'passed') return 'success';
  return word === 'failure' || word === 'failed' || word === 'error' ? 'failure' : 'unknown';
}
