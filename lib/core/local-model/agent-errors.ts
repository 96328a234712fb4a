import { isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';

/** What OpenClaw's agent answers when arguments do not fit a tool's schema; undefined when they do. */
export function argumentErrors(
  tool: string,
  schema: JsonObject,
  args: JsonObject,
  /** As the model sent them. */
  received: JsonObject = args,
): string | undefined {
  const lines = errorsOf(schema, args, []).map(({ path, text }) => `  - ${path.join('.') || 'root'}: ${text}`);
  if (lines.length === 0) return undefined;
  return `Validation failed for tool "${tool}":\n${lines.join('\n')}\n\nReceived arguments:\n${JSON.stringify(received, null, 2)}`;
}

interface ArgumentError {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

type Path = ArgumentError['path'];

/** Covers the keywords that the tools' schemas use. */
function errorsOf(schema: JsonObject, value: JsonValue, path: Path): ArgumentError[] {
  const own = (text: string): ArgumentError[] => [{ path, text }];
  const { type } = schema;
  const options = Array.isArray(schema.enum) && !schema.enum.includes(value);
  return [
    ...(typeof type === 'string' && !hasType(type, value) ? own(`must be ${type}`) : []),
    ...(options ? own('must be equal to one of the allowed values') : []),
    ...(schema.const !== undefined && schema.const !== value ? own('must be equal to constant') : []),
    ...bounds(schema, value).flatMap(own),
    ...(Array.isArray(value) && isJsonObject(schema.items)
      ? (value as readonly JsonValue[]).flatMap((item, at) => errorsOf(schema.items as JsonObject, item, [...path, at]))
      : []),
    ...(isJsonObject(value) ? memberErrors(schema, value, path) : []),
  ];
}

function memberErrors(schema: JsonObject, value: JsonObject, path: Path): ArgumentError[] {
  const known = isJsonObject(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  const missing = required.filter((name): name is string => typeof name === 'string' && !Object.hasOwn(value, name));
  const unknown =
    schema.additionalProperties === false ? Object.keys(value).filter((name) => !Object.hasOwn(known, name)) : [];
  return [
    ...(missing[0] === undefined
      ? []
      : [{ path: [...path, missing[0]], text: `must have required properties ${missing.join(', ')}` }]),
    ...unknown.map((name) => ({ path: [...path, name], text: 'schema is false' })),
    ...(unknown.length > 0 ? [{ path, text: 'must not have additional properties' }] : []),
    ...Object.entries(known).flatMap(([name, member]) => {
      const given = Object.hasOwn(value, name) ? value[name] : undefined;
      return given !== undefined && isJsonObject(member) ? errorsOf(member, given, [...path, name]) : [];
    }),
  ];
}

function bounds(schema: JsonObject, value: JsonValue): string[] {
  const above = (limit: JsonValue | undefined, size: number) => typeof limit === 'number' && size > limit;
  const below = (limit: JsonValue | undefined, size: number) => typeof limit === 'number' && size < limit;
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  if (typeof value === 'number')
    return [
      ...(above(maximum, value) ? [`must be <= ${maximum}`] : []),
      ...(below(minimum, value) ? [`must be >= ${minimum}`] : []),
    ];
  if (typeof value === 'string')
    return [
      ...(above(maxLength, value.length) ? [`must not have more than ${maxLength} characters`] : []),
      ...(below(minLength, value.length) ? [`must not have fewer than ${minLength} characters`] : []),
    ];
  if (!Array.isArray(value)) return [];
  return [
    ...(above(maxItems, value.length) ? [`must not have more than ${maxItems} items`] : []),
    ...(below(minItems, value.length) ? [`must not have fewer than ${minItems} items`] : []),
  ];
}

function hasType(type: string, value: JsonValue): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isJsonObject(value);
  return type === 'null' ? value === null : typeof value === type;
}
