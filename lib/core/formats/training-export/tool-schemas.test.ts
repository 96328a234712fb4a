import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../types.ts';
import { DEFAULT_COMPAT, type ExportCompat, readCompat } from './compat.ts';
import { exportTools } from './tool-schemas.ts';

const tools = (schemas: readonly (JsonValue | undefined)[], compat: ExportCompat = DEFAULT_COMPAT) =>
  exportTools(
    schemas.map((parameters, at) => ({ name: `t${at}`, ...(parameters === undefined ? {} : { parameters }) })),
    compat,
  ).map((tool) => tool.function);

const path = { type: 'string' };

test('a bare object is closed and strict', () => {
  const [tool] = tools([{ type: 'object' }]);
  expect(JSON.stringify(tool)).toBe(
    '{"name":"t0","parameters":{"type":"object","properties":{},"additionalProperties":false,"required":[]},"strict":true}',
  );
});

test('one optional property takes strictness from all', () => {
  const strict = { type: 'object', properties: { path }, required: ['path'], additionalProperties: false };
  expect(tools([strict])).toEqual([{ name: 't0', parameters: strict, strict: true }]);
  expect(tools([strict, { type: 'object', properties: { path } }])).toEqual([
    { name: 't0', parameters: strict, strict: false },
    { name: 't1', parameters: { type: 'object', properties: { path } }, strict: false },
  ]);
});

test.each([
  ['a union', { type: 'object', properties: { a: { anyOf: [path] } }, required: ['a'] }],
  ['several types', { type: 'object', properties: { a: { type: ['string', 'null'] } }, required: ['a'] }],
  [
    'an open inner object',
    {
      type: 'object',
      properties: { a: { type: 'object', properties: { path }, required: ['path'] } },
      required: ['a'],
    },
  ],
])('%s is not strict', (_, schema) => expect(tools([schema])[0]?.strict).toBe(false));

test('nothing, or no object, becomes an object without properties', () => {
  for (const schema of [undefined, {}, 'x', []])
    expect(tools([schema])[0]?.parameters).toMatchObject({ type: 'object', properties: {} });
  expect(tools([{ properties: { path } }])[0]?.parameters).toMatchObject({ type: 'object', properties: { path } });
});

test('a union of objects becomes one', () => {
  const one = { type: 'object', properties: { kind: path, a: path }, required: ['kind', 'a'] };
  const other = { type: 'object', properties: { kind: path, b: path }, required: ['kind'] };
  expect(tools([{ anyOf: [one, other] }])[0]).toEqual({
    name: 't0',
    parameters: {
      type: 'object',
      properties: { kind: path, a: path, b: path },
      required: ['kind'],
      additionalProperties: true,
    },
    strict: false,
  });
});

describe('compat', () => {
  const schema = {
    type: 'object',
    properties: { minLength: { type: 'string', minLength: 1 }, list: { type: 'array', items: {} } },
  };
  test('takes keywords out, and leaves properties that are called like one', () => {
    const compat = readCompat({ unsupportedToolSchemaKeywords: [' minLength ', 7, ''] });
    expect(tools([schema], compat)[0]?.parameters).toEqual({
      type: 'object',
      properties: { minLength: { type: 'string' }, list: { type: 'array', items: {} } },
    });
  });
  test('takes empty items out', () => {
    expect(tools([schema], readCompat({ omitEmptyArrayItems: true }))[0]?.parameters).toMatchObject({
      properties: { list: { type: 'array' } },
    });
    expect(JSON.stringify(tools([schema], readCompat({ omitEmptyArrayItems: true })))).not.toContain('items');
  });
  test('passes over what has no effect on a line, and keys that nobody set', () => {
    const idle = {
      supportsStrictMode: false,
      supportsDeveloperRole: false,
      toolSchemaProfile: 'xai',
      requiresStringContent: true,
    };
    expect(readCompat(idle)).toEqual(DEFAULT_COMPAT);
    expect(readCompat(JSON.parse('{"__proto__":{"requiresToolResultName":true}}'))).toEqual(DEFAULT_COMPAT);
    expect(readCompat(null)).toEqual(DEFAULT_COMPAT);
  });
});
