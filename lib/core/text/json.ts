import type { JsonObject, JsonValue } from '../types.ts';

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as a list, or undefined. */
export const asList = (value: JsonValue | undefined): readonly JsonValue[] | undefined =>
  Array.isArray(value) ? (value as readonly JsonValue[]) : undefined;

/** The value as a string, or undefined. */
export const asString = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Parsed JSON, or undefined where the text is none. `undefined` is never valid JSON, so it cannot be mistaken. */
export function tryParseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined; // the caller counts the broken line; the text itself must not travel in an error
  }
}

/**
 * A copy with every string leaf and every key mapped. Built by `Object.fromEntries`, so a key `__proto__` stays data.
 * Leaves that come back unchanged keep their container: `mapStrings(x, (s) => s) === x`.
 */
export function mapStrings(value: JsonValue, map: (text: string, path: readonly string[]) => string): JsonValue {
  return walk(value, map, []);
}

function walk(
  value: JsonValue,
  map: (text: string, path: readonly string[]) => string,
  path: readonly string[],
): JsonValue {
  if (typeof value === 'string') return map(value, path);
  if (typeof value !== 'object' || value === null) return value;
  let changed = false;
  if (Array.isArray(value)) {
    const items = value.map((item: JsonValue) => {
      const next = walk(item, map, path);
      changed ||= next !== item;
      return next;
    });
    return changed ? items : value;
  }
  const entries = Object.entries(value as JsonObject).map(([key, item]): [string, JsonValue] => {
    const nextKey = map(key, path);
    const next = walk(item, map, [...path, key]);
    changed ||= next !== item || nextKey !== key;
    return [nextKey, next];
  });
  return changed ? Object.fromEntries(entries) : value;
}
