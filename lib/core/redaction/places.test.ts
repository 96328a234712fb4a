import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { createRandom } from '../text/random.ts';
import { createRedactor } from './index.ts';
import { redactText } from './redact-text.ts';
import { createValues, fillPlace } from './testing/values.ts';

const redactor = createRedactor(DEFAULT_RECIPE.redaction);
const fixture = (name: string): readonly string[] =>
  readFileSync(new URL(`../../../tests/fixtures/redaction/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

const ROUNDS = 4;

/** Rounds in which a value was left, or a line without slots came back as it was. */
function missed(line: string, wrap: (text: string) => string): number {
  const values = createValues(createRandom(1, line));
  let left = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { text, secrets } = fillPlace(line, values);
    const out = redactText(redactor, wrap(text)).text;
    const stays = secrets.length > 0 ? secrets.some((secret) => out.includes(secret)) : out === wrap(text);
    left += Number(stays);
  }
  return left;
}

const asRow = (text: string): string =>
  JSON.stringify({
    type: 'message',
    id: 'a9fc4194',
    timestamp: '2026-04-24T10:33:37.703Z',
    message: { role: 'toolResult', toolCallId: 'call_1', content: [{ type: 'text', text }] },
  });

describe.each(['secret-places.txt', 'personal-places.txt', 'encoded-places.txt'])('%s', (name) => {
  test.each(fixture(name))('%s', (line) => {
    expect(missed(line, (text) => text)).toBe(0);
  });

  test('the same places inside a session row', () => {
    const left = fixture(name).filter((line) => missed(line, asRow) > 0);
    expect(left).toEqual([]);
  });
});

test.each(fixture('kept.txt'))('leaves %s', (line) => {
  const text = line.replaceAll('⏎', '\n');
  expect(redactText(redactor, text)).toEqual({ text, findings: [] });
  expect(redactText(redactor, asRow(text)).text).toBe(asRow(text));
});
