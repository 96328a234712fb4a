import { expect, test } from 'vitest';
import { violationOf } from './schema.ts';
import { TOOLBOX } from './tools/toolbox.ts';

const edit = TOOLBOX.edit.definition.parameters;

test.each([
  ['a missing member', {}, '$ lacks path'],
  ['a wrong type', { path: 3, edits: [] }, '$.path is not of type string'],
  ['a wrong item', { path: 'a', edits: [{ oldText: 'x' }] }, '$.edits[0] lacks newText'],
])('%s is named', (_, value, violation) => {
  expect(violationOf(edit, value)).toBe(violation);
});

test('too few items and another constant are named', () => {
  const { agents_wait: wait, read } = TOOLBOX;
  expect(violationOf(wait.definition.parameters, { ids: [] })).toBe('$.ids has too few items');
  expect(violationOf(read.definition.parameters, { path: 'a', optional: false })).toBe('$.optional is not true');
});

test('what fits has no violation', () => {
  expect(violationOf(edit, { path: 'a', edits: [{ oldText: 'x', newText: 'y' }] })).toBeUndefined();
});

test('bounds, choices and unknown members are seen', () => {
  const schema = {
    type: 'object',
    additionalProperties: false,
    properties: { n: { type: 'integer', minimum: 1 }, c: { enum: ['a', 'b'] } },
  };
  expect(violationOf(schema, { n: 0 })).toBe('$.n is below 1');
  expect(violationOf(schema, { n: 1.5 })).toBe('$.n is not of type integer');
  expect(violationOf(schema, { c: 'z' })).toBe('$.c is not one of the allowed values');
  expect(violationOf(schema, { other: 1 })).toBe('$ has the unknown member other');
});

test('an inherited name is not a member', () => {
  expect(violationOf({ type: 'object', required: ['toString'] }, {})).toBe('$ lacks toString');
});
