import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../types.ts';
import { InputError } from '../input-error.ts';
import { type ExportCase, fixtureCases, QUIRKS } from '../testing/export-cases.ts';
import { publishedExport } from '../testing/export-oracle.ts';
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

const published = await publishedExport();

describe("the published converter's own output", () => {
  test.each(QUIRKS)('$name', (item) => {
    expect(ours(item)).toEqual(published(item));
  });

  test('every conversation of the fixtures', async () => {
    const cases = await fixtureCases();
    expect(cases.length).toBeGreaterThan(50);
    for (const item of cases) expect(ours(item), item.name).toEqual(published(item));
  });

  test('flags that only shape a request change nothing', () => {
    const [plain] = QUIRKS.filter(({ name }) => name === 'without supportsStore').map(ours);
    const flags = QUIRKS.filter(({ name }) => /^with(out)? /.test(name));
    expect(flags).toHaveLength(9);
    for (const item of flags) expect(ours(item)).toEqual(plain);
  });
});

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

test('any conversation is converted alike', { timeout: 120_000 }, () => {
  const compat = fc.record({ requiresAssistantAfterToolResult: fc.boolean(), requiresToolResultName: fc.boolean() });
  fc.assert(
    fc.property(fc.array(message, { maxLength: 12 }), compat, (messages, flags) => {
      const item = { name: '', messages, compat: flags };
      expect(ours(item)).toEqual(published(item));
    }),
    { numRuns: 20_000 },
  );
});
