import { isJsonObject } from '../../text/json.ts';
import type { JsonObject, JsonValue } from '../../types.ts';

/** The first thing in which a value breaks a JSON Schema, or undefined. Covers the keywords that the tools' schemas use. */
export function violationOf(schema: JsonObject, value: JsonValue, at = '$'): string | undefined {
  const type = schema.type;
  if (typeof type === 'string' && !hasType(type, value)) return `${at} is not of type ${type}`;
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) return `${at} is not one of the allowed values`;
  if (schema.const !== undefined && schema.const !== value) return `${at} is not ${JSON.stringify(schema.const)}`;
  if (typeof value === 'number') {
    if (typeof schema.minimum === 'number' && value < schema.minimum) return `${at} is below ${schema.minimum}`;
    if (typeof schema.maximum === 'number' && value > schema.maximum) return `${at} is above ${schema.maximum}`;
  }
  if (typeof value === 'string') {
    if (typeof schema.maxLength === 'number' && value.length > schema.maxLength) return `${at} is too long`;
    if (typeof schema.minLength === 'number' && value.length < schema.minLength) return `${at} is too short`;
  }
  if (Array.isArray(value)) return arrayViolation(schema, value, at);
  if (isJsonObject(value)) return objectViolation(schema, value, at);
  return undefined;
}

function arrayViolation(schema: JsonObject, value: readonly JsonValue[], at: string): string | undefined {
  if (typeof schema.minItems === 'number' && value.length < schema.minItems) return `${at} has too few items`;
  if (typeof schema.maxItems === 'number' && value.length > schema.maxItems) return `${at} has too many items`;
  const { items } = schema;
  if (!isJsonObject(items)) return undefined;
  for (const [index, item] of value.entries()) {
    const violation = violationOf(items, item, `${at}[${index}]`);
    if (violation) return violation;
  }
  return undefined;
}

function objectViolation(schema: JsonObject, value: JsonObject, at: string): string | undefined {
  const known = isJsonObject(schema.properties) ? schema.properties : {};
  for (const name of Array.isArray(schema.required) ? schema.required : [])
    if (typeof name === 'string' && !Object.hasOwn(value, name)) return `${at} lacks ${name}`;
  for (const [name, member] of Object.entries(value)) {
    const sub = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!sub && schema.additionalProperties === false) return `${at} has the unknown member ${name}`;
    if (!isJsonObject(sub)) continue;
    const violation = violationOf(sub, member, `${at}.${name}`);
    if (violation) return violation;
  }
  return undefined;
}

function hasType(type: string, value: JsonValue): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isJsonObject(value);
    default:
      return typeof value === type;
  }
}
