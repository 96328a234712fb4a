import { isJsonObject } from '../../text/json.ts';
import type { JsonObject, JsonValue } from '../../types.ts';
import type { ExportCompat } from './compat.ts';
import type { ExportTool } from './export-line.ts';
import type { SnapshotTool } from './snapshot.ts';

/** Tools of a line: schemas made alike, and strict for all of them or for none (training-export.md section 10). */
export function exportTools(tools: readonly SnapshotTool[], compat: ExportCompat): ExportTool[] {
  const schemas = tools.map(({ parameters }) => adapt(normalise(parameters), compat));
  const strict = schemas.map(asStrict);
  const isStrict = strict.every(isStrictSchema);
  return tools.map(({ name, description }, at) => ({
    type: 'function',
    function: {
      name,
      ...(description === undefined ? {} : { description }),
      parameters: (isStrict ? strict : schemas)[at] as JsonObject,
      strict: isStrict,
    },
  }));
}

/** Always an object with properties. */
function normalise(parameters: JsonValue | undefined): JsonObject {
  const schema = isJsonObject(parameters) ? parameters : {};
  const variants = unionOf(schema);
  if (variants) return flatten(schema, variants);
  const typed = schema.type === undefined ? { type: 'object', ...schema } : schema;
  return typed.type === 'object' && typed.properties === undefined ? { ...typed, properties: {} } : typed;
}

function unionOf({ anyOf, oneOf }: JsonObject): readonly JsonObject[] | null {
  const union = Array.isArray(anyOf) ? anyOf : Array.isArray(oneOf) ? oneOf : null;
  const variants = (union as readonly JsonValue[] | null)?.filter(isJsonObject) ?? [];
  return variants.length > 0 && variants.every(({ properties }) => isJsonObject(properties)) ? variants : null;
}

/** One object for all variants: required is what each of them requires. */
function flatten({ anyOf: _, oneOf: __, ...rest }: JsonObject, variants: readonly JsonObject[]): JsonObject {
  const properties = variants.flatMap((variant) => Object.entries(variant.properties as JsonObject));
  const merged = new Map<string, JsonValue>();
  for (const [name, schema] of properties) if (!merged.has(name)) merged.set(name, schema);
  const [first = [], ...others] = variants.map(({ required }) => wordsOf(required));
  const required = first.filter((name) => others.every((names) => names.includes(name)));
  return {
    ...rest,
    type: 'object',
    properties: Object.fromEntries(merged),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: rest.additionalProperties ?? true,
  };
}

const wordsOf = (value: JsonValue | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly JsonValue[]).filter((item) => typeof item === 'string') : [];

/** Schemas below a schema; `properties` and the like map names to schemas, so their keys are no keywords. */
const NAMED_SCHEMAS: ReadonlySet<string> = new Set(['properties', 'patternProperties', '$defs', 'definitions']);

function mapSchemas(schema: JsonObject, change: (schema: JsonObject) => JsonObject): JsonObject {
  const below = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return (value as readonly JsonValue[]).map(below);
    return isJsonObject(value) ? mapSchemas(value, change) : value;
  };
  const entries = Object.entries(schema).map(([key, value]): [string, JsonValue] => {
    if (!NAMED_SCHEMAS.has(key) || !isJsonObject(value)) return [key, below(value)];
    return [key, Object.fromEntries(Object.entries(value).map(([name, item]) => [name, below(item)]))];
  });
  return change(Object.fromEntries(entries));
}

function adapt(schema: JsonObject, { unsupportedToolSchemaKeywords, omitEmptyArrayItems }: ExportCompat): JsonObject {
  if (unsupportedToolSchemaKeywords.length === 0 && !omitEmptyArrayItems) return schema;
  const isEmpty = (value: JsonValue) => isJsonObject(value) && Object.keys(value).length === 0;
  return mapSchemas(schema, (one) =>
    Object.fromEntries(
      Object.entries(one).filter(
        ([key, value]) =>
          !unsupportedToolSchemaKeywords.includes(key) && !(omitEmptyArrayItems && key === 'items' && isEmpty(value)),
      ),
    ),
  );
}

/** What strict mode adds before it is asked whether the schema is strict. */
function asStrict(schema: JsonObject): JsonObject {
  const closed = schema.additionalProperties === undefined ? { ...schema, additionalProperties: false } : schema;
  return mapSchemas(closed, (one) =>
    isJsonObject(one.properties) && Object.keys(one.properties).length === 0 ? { ...one, required: [] } : one,
  );
}

function isStrictSchema(schema: JsonObject): boolean {
  let strict = true;
  mapSchemas(schema, (one) => {
    const { properties, required, additionalProperties, type } = one;
    if ('anyOf' in one || 'oneOf' in one || 'allOf' in one || Array.isArray(type)) strict = false;
    if (type === 'object' || isJsonObject(properties)) {
      const names = isJsonObject(properties) ? Object.keys(properties) : [];
      const all = new Set(wordsOf(required));
      if (additionalProperties !== false || !names.every((name) => all.has(name))) strict = false;
    }
    return one;
  });
  return strict;
}
