import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../types.ts';
import { InputError } from '../input-error.ts';
import { type ExportCase, fixtureCases, QUIRKS } from '../testing/export-cases.ts';
import { type ConvertMessages, createOracle } from '../testing/export-oracle.ts';
import { readCompat } from './compat.ts';
import { pseudoModel } from './prepare-messages.ts';
import { convertFaithfully } from './task-messages.ts';

function ours({ messages, systemPrompt, compat, model }: ExportCase): unknown {
  try {
    const conversion = { systemPrompt, model: pseudoModel(model), compat: readCompat(compat) };
    return convertFaithfully(messages, conversion)?.messages ?? null;
  } catch (error) {
    if (error instanceof InputError && error.code === 'export_unconvertible') return 'throws';
    throw error;
  }
}

const golden = JSON.parse(
  readFileSync(new URL('../../../../tests/golden/training-export.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;

describe("the published converter's own output", () => {
  test.each(QUIRKS)('$name', (item) => {
    expect(golden).toHaveProperty([item.name]);
    expect(ours(item)).toEqual(golden[item.name]);
  });

  test('every conversation of the fixtures', async () => {
    const cases = await fixtureCases();
    expect(cases.length).toBeGreaterThan(50);
    expect([...QUIRKS, ...cases].map(({ name }) => name).sort()).toEqual(Object.keys(golden).sort());
    for (const item of cases) expect(ours(item), item.name).toEqual(golden[item.name]);
  });

  test('flags that only shape a request change nothing', () => {
    const [plain] = QUIRKS.filter(({ name }) => name === 'without supportsStore').map(ours);
    const flags = QUIRKS.filter(({ name }) => /^with(out)? /.test(name));
    expect(flags).toHaveLength(9);
    for (const item of flags) expect(ours(item)).toEqual(plain);
  });
});

const FOLDER = process.env.PI_AI ?? 'node_modules/@mariozechner/pi-ai';
const CONVERTER = `${FOLDER}/dist/providers/openai-completions.js`;

/** Blocks and messages in every shape that the conversion tells apart, and some that it fails on. */
const block: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.record({ type: fc.constant('text'), text: fc.constantFrom<JsonValue>('', ' ', 'a', 'b\n', '\ud800x', 7, null) }),
  fc.record({ type: fc.constant('thinking'), thinking: fc.constantFrom('', ' t ', 'u'), redacted: fc.boolean() }),
  fc.record({
    type: fc.constant('toolCall'),
    id: fc.constantFrom('a', 'b', 'c|d', `${'x'.repeat(41)}1`, `${'x'.repeat(41)}2`),
    name: fc.constantFrom('exec', 'read'),
    arguments: fc.constantFrom<JsonValue>({}, { a: [1] }, 'text'),
  }),
  fc.constant({ type: 'image', data: 'AA', mimeType: 'image/png' }),
  fc.constantFrom<JsonValue>('text', null, {}),
);
const blocks = fc.oneof(
  { weight: 9, arbitrary: fc.array(block, { maxLength: 4 }) },
  fc.constantFrom<JsonValue>('', 'x'),
);
const message: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.record({ role: fc.constant('user'), content: blocks }),
  fc.record({
    role: fc.constant('assistant'),
    content: blocks,
    stopReason: fc.constantFrom('stop', 'toolUse', 'error', 'aborted'),
    provider: fc.constantFrom('openai', 'other'),
    api: fc.constant('openai-completions'),
    model: fc.constantFrom('gpt-5', 'claude'),
  }),
  fc.record({
    role: fc.constant('toolResult'),
    toolCallId: fc.constantFrom('a', 'b', 'c|d', `${'x'.repeat(41)}1`, 'z'),
    toolName: fc.constantFrom('exec', ''),
    content: blocks,
  }),
  fc.record({ role: fc.constantFrom('compactionSummary', 'custom'), summary: fc.constantFrom('', 's') }),
);

describe.skipIf(!existsSync(CONVERTER))(`live, where @mariozechner/pi-ai is installed (PI_AI names its folder)`, () => {
  test('any conversation is converted alike', { timeout: 120_000 }, async () => {
    const { convertMessages } = (await import(pathToFileURL(CONVERTER).href)) as { convertMessages: ConvertMessages };
    const oracle = createOracle(convertMessages);
    const compat = fc.record({ requiresAssistantAfterToolResult: fc.boolean(), requiresToolResultName: fc.boolean() });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 12 }), compat, (messages, flags) => {
        const item = { name: '', messages, compat: flags };
        expect(ours(item)).toEqual(oracle(item));
      }),
      { numRuns: 20_000 },
    );
  });
});
