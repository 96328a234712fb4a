import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../../types.ts';
import { definitionAmong, TOOLBOX, type ToolName } from './toolbox.ts';

/** Tools as OpenClaw 2026.9.6 offered them; what lay too deep for its own record is marked there. */
const recorded = readFileSync(
  new URL('../../../../../tests/fixtures/openclaw/bundles/unicode/events.jsonl', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line.includes('"parameters"'))
  .map((line) => toolsIn(JSON.parse(line) as JsonValue))
  .find((tools) => tools.length > 0);

function toolsIn(value: JsonValue): readonly JsonObject[] {
  if (typeof value !== 'object' || value === null) return [];
  const { tools } = value as JsonObject;
  if (Array.isArray(tools) && tools.every((tool) => typeof tool === 'object' && tool !== null && 'parameters' in tool))
    return tools as JsonObject[];
  return Object.values(value).flatMap((member) => toolsIn(member as JsonValue));
}

/** The same, without what the record leaves out. */
function asRecorded(own: JsonValue | undefined, record: JsonValue): JsonValue {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return own ?? null;
  if ('truncated' in record) return record;
  const mine = (own ?? {}) as JsonObject;
  return Object.fromEntries(
    [...new Set([...Object.keys(record), ...Object.keys(mine)])].map((name) => {
      const theirs = (record as JsonObject)[name];
      return [name, theirs === undefined ? (mine[name] ?? null) : asRecorded(mine[name], theirs)];
    }),
  );
}

test.each(['edit', 'exec', 'ls', 'read', 'write'] as const)('%s is offered as OpenClaw offers it', (name) => {
  const theirs = recorded?.find((tool) => tool.name === name);
  if (!theirs) throw new Error(`no ${name} in the fixture`);
  const { description, parameters } = definitionAmong(name, ['read', 'exec']);
  expect(description).toBe(theirs.description);
  expect(asRecorded(parameters, theirs.parameters as JsonObject)).toEqual(theirs.parameters);
});

test('exec runs in the background only beside process', () => {
  const namesOf = (offered: readonly ToolName[]) =>
    Object.keys(definitionAmong('exec', offered).parameters.properties as JsonObject);
  expect(namesOf(['exec', 'process'])).toContain('background');
  expect(namesOf(['exec', 'read'])).not.toContain('background');
  expect(Object.keys(TOOLBOX)).toContain('process');
});
