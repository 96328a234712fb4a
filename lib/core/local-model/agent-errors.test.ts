import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { TOOLBOX } from '../generate/sim/tools/toolbox.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { argumentErrors } from './agent-errors.ts';
import { coerceArguments, parseArguments } from './arguments.ts';

/** The package that OpenClaw's agent validates with; its name is kept from the type checker, which reads no package of tests. */
const AGENT: string = '@mariozechner/pi-ai';

let agent: (schema: JsonObject, args: JsonObject) => JsonObject | string[];
beforeAll(async () => {
  const { validateToolArguments } = (await import(AGENT)) as {
    validateToolArguments(tool: { name: string; parameters: JsonObject }, call: object): JsonObject;
  };
  agent = (parameters, args) => {
    try {
      return validateToolArguments({ name: 't', parameters }, { name: 't', arguments: args });
    } catch (error) {
      return linesOf((error as Error).message);
    }
  };
});

/** Order is the validator's own affair. */
const linesOf = (message: string): string[] => (message.split('\n\nReceived')[0] ?? '').split('\n').sort();
const ours = (schema: JsonObject, args: JsonObject): JsonObject | string[] => {
  const coerced = coerceArguments(args, schema);
  const error = argumentErrors('t', schema, coerced);
  return error === undefined ? coerced : linesOf(error);
};

describe('arguments are taken and refused as OpenClaw’s own agent does', () => {
  const EDIT = TOOLBOX.edit.definition.parameters;
  const SCHEMA: JsonObject = {
    type: 'object',
    required: ['a', 'z'],
    properties: {
      a: { type: 'string', minLength: 1, maxLength: 4 },
      z: { type: 'string', enum: ['x', 'y'] },
      n: { type: 'number', minimum: 1, maximum: 9 },
      i: { type: 'integer' },
      b: { type: 'boolean' },
      l: { type: 'array', minItems: 1, maxItems: 2, items: { type: 'string' } },
      o: { type: 'object', required: ['p'], properties: { p: { type: 'integer' } } },
    },
  };

  test.each<[JsonObject, JsonObject]>([
    [EDIT, {}],
    [EDIT, { path: 'a' }],
    [EDIT, { path: 'a', edits: [{ oldText: {}, newText: 'b' }, { newText: 'c' }] }],
    [EDIT, { path: 'a', edits: 'x' }],
    [SCHEMA, { a: 'toolong', z: 'w', n: 0, i: 2.5, b: 'yes', l: [], o: {} }],
    [SCHEMA, { a: 5, z: 'x', n: '7', i: '2.0', b: 'true', l: [1, true], o: { p: '3' } }],
    [SCHEMA, { a: 'x', z: 'x', n: null, b: null, o: null, l: null }],
    [
      { ...SCHEMA, additionalProperties: false },
      { a: 'x', z: 'x', more: 1 },
    ],
  ])('case %#', (schema, args) => {
    expect(ours(schema, args)).toEqual(agent(schema, args));
  });

  test('whatever a model sends to any tool', () => {
    const scalar = fc.oneof(
      fc.constantFrom<JsonValue>('', '5', 'true', 'x', 'send', null, true, false, 0, 1, -3, 2.5, 200),
      fc.constant<JsonValue>({ oldText: 'a' }),
    );
    const value: fc.Arbitrary<JsonValue> = fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }));
    for (const { definition } of Object.values(TOOLBOX)) {
      const names = Object.keys((definition.parameters.properties ?? {}) as JsonObject);
      fc.assert(
        fc.property(fc.dictionary(fc.constantFrom(...names, 'other'), value, { maxKeys: 4 }), (args) => {
          const plain = { ...args } as JsonObject;
          expect(ours(definition.parameters, plain)).toEqual(agent(definition.parameters, plain));
        }),
        { numRuns: 60, seed: 7 },
      );
    }
  });
});

test.each([
  ['{"command":"printf \'a\nb\'"}', { command: "printf 'a\nb'" }],
  ['{"command":"grep \\d+ a.txt"}', { command: 'grep \\d+ a.txt' }],
  ['{"command":"a\tb \\"c\\" \\\\d"}', { command: 'a\tb "c" \\d' }],
])('what is not escaped in %j is repaired as OpenClaw does', (text, args) => {
  expect(parseArguments(text)).toEqual(args);
});

test.each(['{"command": "ls', '{"comm', '{command:"ls"}', '[1]', '7', 'ls'])('%s is no set of arguments', (text) => {
  expect(parseArguments(text)).toBeUndefined();
});
