import { asList, asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue, ToolCall, ToolDefinition } from '../types.ts';
import type { DamageCounts } from './damage.ts';
import { textDamage, valueDamage } from './damage-markers.ts';

/** What a runtime event recorded as sent to the model (`context.compiled`, openclaw.md section 2.5). */
export interface Capture {
  readonly timeMs: number;
  /** Undefined when cut, replaced by a marker or absent. */
  readonly systemPrompt: string | undefined;
  readonly systemPromptDamaged: boolean;
  /** Raw elements; damaged ones are told apart when used. */
  readonly tools: readonly JsonValue[] | undefined;
}

/** How a run ended (`session.ended`). */
export interface RunEnd {
  readonly timeMs: number;
  readonly status: string;
}

export function readCapture(data: JsonObject, timeMs: number): Capture {
  const prompt = data.systemPrompt;
  const whole = typeof prompt === 'string' && textDamage(prompt) === null && prompt.trim() !== '';
  return {
    timeMs,
    systemPrompt: whole ? cleanPrompt(prompt) : undefined,
    systemPromptDamaged: !whole && prompt !== undefined && prompt !== '',
    tools: asList(data.providerVisibleTools) ?? asList(data.tools),
  };
}

/** The cache marker never reaches a model: the provider layer turns it into a line break (training-export.md section 7). */
export const cleanPrompt = (prompt: string): string =>
  prompt.replaceAll('\n<!-- OPENCLAW_CACHE_BOUNDARY -->\n', '\n').replaceAll('<!-- OPENCLAW_CACHE_BOUNDARY -->', '');

export const sameCapture = (one: Capture, other: Capture): boolean =>
  one.systemPrompt === other.systemPrompt && JSON.stringify(one.tools) === JSON.stringify(other.tools);

/** The last value seen by `untilMs`, else the first one after. */
export function captured<T>(captures: readonly Capture[], untilMs: number, pick: (capture: Capture) => T | undefined) {
  const having = captures.filter((capture) => pick(capture) !== undefined);
  const seen = having.findLast((capture) => capture.timeMs <= untilMs) ?? having[0];
  return seen && pick(seen);
}

/** The tools offered by then: of a list without lost elements where there is one. */
export const offeredTools = (captures: readonly Capture[], untilMs: number): readonly JsonValue[] =>
  captured(captures, untilMs, ({ tools }) => (tools?.every(isJsonObject) ? tools : undefined)) ??
  captured(captures, untilMs, ({ tools }) => tools) ??
  [];

const NO_PARAMETERS: JsonObject = { type: 'object', properties: {} };

/**
 * Definitions of the offered tools. A damaged one is taken from `others`, recorded at another time, or keeps its name only;
 * a called one that is missing is added in the same way.
 */
export function toolDefinitions(
  offered: readonly JsonValue[],
  others: readonly JsonValue[],
  calls: readonly ToolCall[],
  damage: DamageCounts,
): ToolDefinition[] {
  const elsewhere = new Map<string, ToolDefinition>();
  for (const tool of others.map(readTool)) if (tool?.whole) elsewhere.set(tool.definition.name, tool.definition);
  const byName = new Map<string, ToolDefinition>();
  for (const raw of offered) {
    const tool = readTool(raw);
    const name = tool?.definition.name;
    if (tool && name !== undefined && !byName.has(name)) {
      if (!tool.whole && !elsewhere.has(name)) damage.add('tool_schema_damaged');
      byName.set(name, tool.whole ? tool.definition : (elsewhere.get(name) ?? tool.definition));
    } else if (typeof raw === 'string') damage.add('tool_schema_damaged');
  }
  for (const { name } of calls) {
    if (byName.has(name)) continue;
    const known = elsewhere.get(name);
    if (!known) damage.add('tool_schema_missing');
    byName.set(name, known ?? { name, description: '', parameters: NO_PARAMETERS });
  }
  return [...byName.values()];
}

/** Flat, or wrapped as `{type: "function", function}`. Null without a readable name. */
export function readTool(tool: JsonValue): { readonly definition: ToolDefinition; readonly whole: boolean } | null {
  const outer = isJsonObject(tool) ? tool : {};
  const fields = isJsonObject(outer.function) ? outer.function : outer;
  const name = asString(fields.name)?.trim() ?? '';
  if (name === '' || textDamage(name)) return null;
  const parameters = fields.parameters ?? fields.input_schema ?? NO_PARAMETERS;
  const description = asString(fields.description) ?? '';
  const whole = isJsonObject(parameters) && valueDamage(fields).length === 0 && !hasMaskedProperty(parameters);
  if (whole) return { definition: { name, description, parameters }, whole };
  return {
    definition: { name, description: textDamage(description) ? '' : description, parameters: NO_PARAMETERS },
    whole,
  };
}

/** A property that is called like a secret had its schema masked away (openclaw.md section 2.8). */
function hasMaskedProperty(schema: JsonValue): boolean {
  if (Array.isArray(schema)) return (schema as readonly JsonValue[]).some(hasMaskedProperty);
  if (!isJsonObject(schema)) return false;
  const { properties } = schema;
  if (isJsonObject(properties) && Object.values(properties).some((value) => typeof value === 'string')) return true;
  return Object.values(schema).some(hasMaskedProperty);
}
