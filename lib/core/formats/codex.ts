import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { heldRows } from './held-rows.ts';
import { parseJsonObject, type Row } from './json-rows.ts';
import { type Entry, readEntry, readTime } from './openclaw-entry.ts';
import type { Session } from './session.ts';

/** A line of a Codex rollout file. */
export const isCodexLine = (value: JsonObject): boolean =>
  typeof value.timestamp === 'string' && isJsonObject(value.payload) && CODEX_TYPES.has(asString(value.type) ?? '');

const CODEX_TYPES: ReadonlySet<string> = new Set([
  'session_meta',
  'response_item',
  'turn_context',
  'event_msg',
  'compacted',
]);
const OUTPUT_DEPTH = 50;

/** An answer under way: the model's items until a tool or a person speaks. */
interface Answer {
  readonly content: JsonObject[];
  readonly line: number;
  readonly timestamp: JsonValue;
  model: string;
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
    const { content, stopReason } = answer;
    add(answer.line, answer.timestamp, {
      type: 'message',
      message: { role: 'assistant', content, model: answer.model, stopReason },
    });
    answer = undefined;
  };
  const say = (line: number, timestamp: JsonValue, block: JsonObject) => {
    answer ??= { content: [], line, timestamp, model, stopReason: 'stop' };
    answer.content.push(block);
  };

  for await (const { value, line } of heldRows(rows, sessionBytes)) {
    if (!isJsonObject(value) || !isCodexLine(value)) continue;
    const payload = value.payload as JsonObject;
    const timestamp = value.timestamp ?? null;
    switch (value.type) {
      case 'session_meta':
        meta = { ...payload, ...meta };
        break;
      case 'turn_context':
        model = asString(payload.model) ?? model;
        break;
      case 'event_msg':
        if (payload.type === 'turn_aborted' && answer) answer.stopReason = 'aborted';
        break;
      case 'compacted': {
        close();
        const summary = asString(payload.message) ?? '';
        add(line, timestamp, summary === '' ? { type: 'reset' } : { type: 'compaction', summary });
        break;
      }
      default: {
        const role = payload.type === 'message' ? payload.role : undefined;
        const block = modelBlock(payload);
        const result = resultMessage(payload);
        if (block) for (const part of block) say(line, timestamp, part);
        else if (result || role === 'user') {
          close();
          add(line, timestamp, {
            type: 'message',
            message: result ?? { role: 'user', content: textBlocks(payload.content) },
          });
        } else if ((role === 'developer' || role === 'system') && path.length === 0)
          system.push(
            textBlocks(payload.content)
              .map(({ text }) => asString(text) ?? '')
              .join('\n'),
          );
      }
    }
  }
  close();
  const base = isJsonObject(meta.base_instructions)
    ? asString(meta.base_instructions.text)
    : asString(meta.instructions);
  const prompt = [base ?? '', ...system].filter((text) => text.trim() !== '').join('\n\n');
  return {
    id: asString(meta.id) || fallbackId,
    parent: asString(meta.forked_from_id) ?? '',
    harness: 'codex',
    parser: `codex/${asString(meta.cli_version) ?? ''}`,
    path,
    captures:
      prompt === ''
        ? []
        : [
            {
              timeMs: readTime(meta.timestamp) ?? 0,
              systemPrompt: prompt,
              systemPromptDamaged: false,
              tools: undefined,
            },
          ],
    runs: [],
    damage: [],
    warnings: [],
  };
}

function textBlocks(content: JsonValue | undefined): JsonObject[] {
  const blocks = (Array.isArray(content) ? (content as readonly JsonValue[]) : []).filter(isJsonObject);
  return blocks.map(
    ({ text }): JsonObject => (typeof text === 'string' ? { type: 'text', text } : { type: 'image', data: '' }),
  );
}

/** Blocks of an item that the model wrote; null for any other item. */
function modelBlock(item: JsonObject): JsonObject[] | null {
  switch (item.type) {
    case 'message':
      return item.role === 'assistant' ? textBlocks(item.content) : null;
    case 'reasoning':
      return [...reasoningTexts(item.content), ...reasoningTexts(item.summary)].slice(0, 1);
    case 'function_call':
      return [{ type: 'toolCall', id: item.call_id ?? '', name: item.name ?? '', arguments: item.arguments ?? {} }];
    case 'custom_tool_call':
      return [
        { type: 'toolCall', id: item.call_id ?? '', name: item.name ?? '', arguments: { input: item.input ?? '' } },
      ];
    case 'local_shell_call':
      return [
        { type: 'toolCall', id: item.call_id ?? item.id ?? '', name: 'local_shell', arguments: item.action ?? {} },
      ];
    default:
      return null;
  }
}

/** The full reasoning when it is readable, else its summary; one block either way. */
function reasoningTexts(parts: JsonValue | undefined): JsonObject[] {
  const texts = (Array.isArray(parts) ? (parts as readonly JsonValue[]) : [])
    .filter(isJsonObject)
    .flatMap(({ text }) => asString(text) ?? []);
  return texts.length === 0 ? [] : [{ type: 'thinking', thinking: texts.join('\n') }];
}

function resultMessage(item: JsonObject): JsonObject | null {
  if (item.type !== 'function_call_output' && item.type !== 'custom_tool_call_output') return null;
  const { output } = item;
  const wrapped =
    typeof output === 'string' ? parseJsonObject(output, OUTPUT_DEPTH) : isJsonObject(output) ? output : undefined;
  const inner = wrapped && (asString(wrapped.output) ?? asString(wrapped.content));
  const isError = wrapped?.success === false;
  const content = inner ?? (typeof output === 'string' ? output : textBlocks(output));
  return { role: 'toolResult', toolCallId: item.call_id ?? '', content, isError };
}
