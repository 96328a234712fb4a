import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { isTyped, modelBlocks, replacements, resultMessage, textBlocks, textOf } from './codex-items.ts';
import { heldRows } from './held-rows.ts';
import type { Row } from './json-rows.ts';
import { type Entry, readEntry, readTime } from './openclaw-entry.ts';
import { roleOf, type Session } from './session.ts';

/** A line of a Codex rollout file. */
export const isCodexLine = (value: JsonObject): boolean => wrapped(value) !== null;

const CODEX_TYPES: ReadonlySet<string> = new Set([
  'session_meta',
  'response_item',
  'turn_context',
  'event_msg',
  'compacted',
]);
/** Items that the first releases wrote as lines of their own. */
const BARE_ITEMS =
  /^(reasoning|function_call|function_call_output|custom_tool_call|custom_tool_call_output|local_shell_call)$/;

interface CodexLine {
  readonly type: string;
  readonly payload: JsonObject;
  readonly timestamp: JsonValue;
}

/** A line as it has been written since September 2025; older ones had no wrapper. */
function wrapped(value: JsonObject): CodexLine | null {
  const type = asString(value.type) ?? '';
  const timestamp = value.timestamp ?? null;
  if (typeof timestamp === 'string' && isJsonObject(value.payload) && CODEX_TYPES.has(type))
    return { type, payload: value.payload, timestamp };
  if (BARE_ITEMS.test(type) || isBareMessage(value)) return { type: 'response_item', payload: value, timestamp };
  const isBareMeta = type === '' && typeof value.id === 'string' && typeof timestamp === 'string' && 'git' in value;
  return isBareMeta ? { type: 'session_meta', payload: value, timestamp } : null;
}

const isBareMessage = ({ type, role, content }: JsonObject): boolean =>
  type === 'message' &&
  typeof role === 'string' &&
  Array.isArray(content) &&
  (content as readonly JsonValue[]).some(
    (part) => isJsonObject(part) && /^(input|output)_text$/.test(asString(part.type) ?? ''),
  );

/** Whose session a rollout's first line says that it is. */
export function codexHint(value: JsonObject): { id: string; parent: string; version: string } {
  const line = wrapped(value);
  const meta = line?.type === 'session_meta' ? line.payload : {};
  return { id: asString(meta.id) ?? '', parent: parentOf(meta), version: asString(meta.cli_version) ?? '' };
}

function parentOf(meta: JsonObject): string {
  const subagent = isJsonObject(meta.source) && isJsonObject(meta.source.subagent) ? meta.source.subagent : {};
  const spawn = isJsonObject(subagent.thread_spawn) ? subagent.thread_spawn : {};
  return asString(meta.forked_from_id) ?? asString(spawn.parent_thread_id) ?? '';
}

/** An answer under way: the model's items until a tool or a person speaks. */
interface Answer {
  readonly content: JsonObject[];
  readonly line: number;
  readonly timestamp: JsonValue;
  readonly model: string;
  stopReason: string;
}

export async function readCodex(rows: AsyncIterable<Row>, fallbackId: string, sessionBytes: number): Promise<Session> {
  let meta: JsonObject = {};
  let model = '';
  let answer: Answer | undefined;
  const system: string[] = [];
  const path: Entry[] = [];
  const add = (line: number, timestamp: JsonValue, fields: JsonObject) =>
    path.push(readEntry({ ...fields, id: `line-${line}-${path.length}`, timestamp }, line));
  const close = () => {
    if (!answer) return;
    const { line, timestamp, ...message } = answer;
    add(line, timestamp, { type: 'message', message: { role: 'assistant', ...message } });
    answer = undefined;
  };
  /** Turns that the person took back are gone for the model, too. */
  const rollBack = (turns: number) => {
    close();
    const typed = path.flatMap((entry, at) => (isTypedEntry(entry) ? [at] : []));
    const from = turns > 0 ? typed[Math.max(0, typed.length - turns)] : undefined;
    if (from !== undefined) path.length = from;
  };

  for await (const { value, line } of heldRows(rows, sessionBytes)) {
    const read = isJsonObject(value) ? wrapped(value) : null;
    if (!read) continue;
    const { type, payload, timestamp } = read;
    switch (type) {
      case 'session_meta':
        meta = { ...payload, ...meta };
        break;
      case 'turn_context':
        model = asString(payload.model) ?? model;
        break;
      case 'event_msg':
        if (payload.type === 'turn_aborted' && answer) answer.stopReason = 'aborted';
        if (payload.type === 'thread_rolled_back' && typeof payload.num_turns === 'number') rollBack(payload.num_turns);
        break;
      case 'compacted': {
        close();
        const kept = replacements(payload);
        const summary = asString(payload.message) ?? '';
        if (kept.length === 0 && summary !== '') add(line, timestamp, { type: 'compaction', summary });
        else add(line, timestamp, { type: 'reset' });
        for (const content of kept) add(line, timestamp, { type: 'custom_message', content });
        break;
      }
      default: {
        const role = payload.type === 'message' ? payload.role : undefined;
        const blocks = modelBlocks(payload);
        const result = resultMessage(payload);
        if (blocks) {
          answer ??= { content: [], line, timestamp, model, stopReason: 'stop' };
          answer.content.push(...blocks);
        } else if (result || role === 'user') {
          close();
          const message = result ?? { role: 'user', content: textBlocks(payload.content) };
          add(line, timestamp, { type: 'message', message });
        } else if ((role === 'developer' || role === 'system') && path.length === 0)
          system.push(textOf(payload.content));
      }
    }
  }
  close();
  const base = isJsonObject(meta.base_instructions)
    ? asString(meta.base_instructions.text)
    : asString(meta.instructions);
  const systemPrompt = [base ?? '', ...system].filter((text) => text.trim() !== '').join('\n\n');
  const capture = { timeMs: readTime(meta.timestamp) ?? 0, systemPrompt, systemPromptDamaged: false, tools: undefined };
  return {
    id: asString(meta.id) || fallbackId,
    parent: parentOf(meta),
    harness: 'codex',
    parser: `codex/${asString(meta.cli_version) ?? ''}`,
    path,
    captures: systemPrompt === '' ? [] : [capture],
    runs: [],
    damage: [],
    warnings: [],
  };
}

const isTypedEntry = (entry: Entry): boolean =>
  roleOf(entry) === 'user' && isJsonObject(entry.raw.message) && isTyped(entry.raw.message.content);
