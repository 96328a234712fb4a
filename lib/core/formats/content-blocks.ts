import { asString, isJsonObject } from '../text/json.ts';
import type { ContentPart, JsonObject, JsonValue, ToolCall } from '../types.ts';
import type { DamageCode } from './damage.ts';
import { textDamage, textNotes, valueDamage } from './damage-markers.ts';
import { emptyObject, joinTexts, text } from './draft.ts';
import { parseJsonObject } from './json-rows.ts';

export interface Blocks {
  readonly content: readonly ContentPart[];
  readonly reasoning: string;
  readonly toolCalls: readonly ToolCall[];
  readonly damage: readonly DamageCode[];
}

/** Levels of nesting tolerated in arguments that are themselves JSON text. */
const ARGUMENT_DEPTH = 100;
const TOOL_CALL_TYPES: ReadonlySet<string> = new Set(['toolcall', 'tooluse', 'functioncall']);
const HIDDEN_REASONING = '[Reasoning redacted]';

/** Content of any role: a string, or blocks of OpenClaw's or a neighbour's shape (openclaw.md section 3.4). */
export function readContent(content: JsonValue | undefined, separator: string): Blocks {
  const blocks = Array.isArray(content) ? (content as readonly JsonValue[]) : content === undefined ? [] : [content];
  const parts: ContentPart[] = [];
  const thoughts: string[] = [];
  const toolCalls: ToolCall[] = [];
  const damage: DamageCode[] = [];
  const addText = (value: string) => {
    const found = textDamage(value);
    if (found) damage.push(found);
    damage.push(...textNotes(value));
    parts.push(text(value));
  };
  for (const block of blocks) {
    if (typeof block === 'string') addText(block);
    if (!isJsonObject(block)) continue;
    const type = asString(block.type)?.toLowerCase().replaceAll('_', '') ?? '';
    if (TOOL_CALL_TYPES.has(type)) {
      const call = readToolCall(block, toolCalls.length);
      toolCalls.push(call.toolCall);
      damage.push(...call.damage);
    } else if (type === 'thinking' || type === 'reasoning') {
      const thought = (asString(block.thinking) ?? asString(block.text) ?? '').trim();
      if (thought === HIDDEN_REASONING) damage.push('hidden_reasoning');
      else if (thought !== '' && block.redacted !== true) {
        const found = textDamage(thought);
        if (found) damage.push(found);
        thoughts.push(thought);
      }
    } else if (type === 'image' || type === 'imageurl' || type === 'inputimage') parts.push(readImage(block));
    else if (typeof block.text === 'string') addText(block.text);
    else damage.push(...valueDamage(block.text ?? null));
  }
  return { content: joinTexts(parts, separator), reasoning: thoughts.join('\n'), toolCalls, damage };
}

function readToolCall(block: JsonObject, index: number): { toolCall: ToolCall; damage: DamageCode[] } {
  const name = asString(block.name) ?? '';
  const raw = block.arguments ?? block.input ?? block.parameters;
  const args = readArguments(raw);
  const id = asString(block.id) || asString(block.toolCallId) || `call_${index}`;
  const nameDamage = name === '' ? (['bad_arguments'] as const) : [];
  return { toolCall: { id, name: name || 'unknown', arguments: args.value }, damage: [...args.damage, ...nameDamage] };
}

/** Arguments as an object, from an object or its JSON text. */
export function readArguments(raw: JsonValue | undefined): { value: JsonObject; damage: DamageCode[] } {
  if (isJsonObject(raw)) {
    const damage = valueDamage(raw);
    return {
      value: damage[0] === 'size_limit' && damage.length === 1 && raw.truncated === true ? emptyObject : raw,
      damage,
    };
  }
  if (raw === undefined || raw === null || raw === '') return { value: emptyObject, damage: [] };
  if (typeof raw !== 'string') return { value: emptyObject, damage: ['bad_arguments'] };
  const marker = textDamage(raw);
  if (marker) return { value: emptyObject, damage: [marker] };
  const value = parseJsonObject(raw, ARGUMENT_DEPTH);
  return value ? { value, damage: valueDamage(value) } : { value: emptyObject, damage: ['bad_arguments'] };
}

/** An image without its pixels: its size is taken from the base64 text, or from what the exporter noted. */
function readImage(block: JsonObject): ContentPart {
  const source = isJsonObject(block.source) ? block.source : block;
  const data = asString(source.data) ?? '';
  const noted = typeof block.bytes === 'number' && block.bytes >= 0 ? block.bytes : undefined;
  const mimeType = asString(source.mimeType) ?? asString(source.media_type) ?? 'image/*';
  return { type: 'image', mimeType, bytes: noted ?? Math.floor((data.length * 3) / 4) };
}
