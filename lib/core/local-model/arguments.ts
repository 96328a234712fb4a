import { isJsonObject, tryParseJson } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';

/**
 * The object that a model meant, or undefined: bare, as text in a text, between fences, or with line breaks and backslashes
 * that are not escaped. No text means no arguments.
 */
export function parseArguments(text: string): JsonObject | undefined {
  const bare = text.trim().replace(/^```(?:json)?\s*([\s\S]*?)\s*```$/, '$1');
  if (bare === '') return {};
  const value = tryParseJson(bare) ?? tryParseJson(escapeInside(bare));
  const inner = typeof value === 'string' ? tryParseJson(value) : value;
  return isJsonObject(inner) ? inner : undefined;
}

const STRING = /"(?:[^"\\]|\\[\s\S])*"/g;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|[\\\n\r\t]/g;
const ESCAPED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

/** As OpenClaw repairs it: raw line breaks and tabs in strings escaped, and backslashes that escape nothing doubled. */
const escapeInside = (json: string): string =>
  json.replace(STRING, (string) => string.replace(ESCAPE, (found) => ESCAPED[found] ?? found));

/** OpenClaw takes `"5"` for a number, `"true"` for a flag and null for nothing, so this does too. */
export function coerceArguments(value: JsonObject, schema: JsonObject): JsonObject {
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return [name, isJsonObject(known) ? coerce(member, known) : member];
    }),
  );
}

function coerce(value: JsonValue, schema: JsonObject): JsonValue {
  switch (schema.type) {
    case 'string':
      if (value === null) return '';
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    case 'number':
    case 'integer':
      return numberIn(value) ?? value;
    case 'boolean':
      if (value === 'true' || value === 1) return true;
      return value === 'false' || value === 0 || value === null ? false : value;
    case 'array': {
      const { items } = schema;
      return Array.isArray(value) && isJsonObject(items) ? value.map((item: JsonValue) => coerce(item, items)) : value;
    }
    default:
      return isJsonObject(value) ? coerceArguments(value, schema) : value;
  }
}

function numberIn(value: JsonValue): number | undefined {
  if (value === null) return 0;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}
