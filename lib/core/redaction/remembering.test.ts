import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { createCleanLiterals } from './clean-literals.ts';
import { createRedactor } from './index.ts';
import type { Redactor } from './redactor.ts';
import { remembering } from './remembering.ts';
import { findResidual } from './residual.ts';

const plain = createRedactor(DEFAULT_RECIPE.redaction);
const address = ['dana.whitfield', 'weatherly.example'].join('@');
const chat = String(4_100_200_300);
const pieces = fc.array(
  fc.constantFrom(
    'the quick brown fox ',
    'password: ',
    address,
    chat,
    ' jumps over ',
    'x'.repeat(70),
    '\n',
    'é',
    '{"a":"',
  ),
  { maxLength: 12 },
);
const paths = fc.constantFrom<readonly string[]>(
  [],
  ['content'],
  ['password'],
  ['db_password', 'value'],
  ['messages', 'value'],
  ['chat_id'],
);

test('a memory finds the same as without it, however often a text comes and wherever it stands', () => {
  const finder = remembering(plain);
  fc.assert(
    fc.property(pieces, paths, (parts, at) => {
      const text = parts.join('');
      expect(finder.find(text, at)).toEqual(plain.find(text, at));
      expect(finder.find(text, at)).toEqual(plain.find(text, at));
    }),
  );
});

test('written lines are judged alike with and without what is known for clean', () => {
  const clean = createCleanLiterals();
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 3 }), paths, (texts, at) => {
      const leaves = texts.map((parts) => parts.join(''));
      const inner = at.reduceRight<unknown>((value, key) => ({ [key]: value }), leaves);
      for (const value of [
        leaves,
        inner,
        { arguments: JSON.stringify(inner) },
        [JSON.stringify(JSON.stringify(inner))],
      ]) {
        const line = JSON.stringify(value);
        const escaped = line.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
        expect(findResidual(plain, line, { clean })).toEqual(findResidual(plain, line));
        expect(findResidual(plain, escaped, { clean })).toEqual(findResidual(plain, line));
      }
    }),
  );
});

test('a text that comes again is not looked through again', () => {
  let looks = 0;
  const counting: Redactor = {
    find: () => {
      looks++;
      return [];
    },
  };
  const text = 'You are a helpful assistant – always. '.repeat(20);
  const finder = remembering(counting);
  for (let turn = 0; turn < 5; turn++) finder.find(text, ['content']);
  expect(looks).toBe(1);

  looks = 0;
  const clean = createCleanLiterals();
  const rows = [
    { messages: [{ role: 'system', content: text }] },
    { conversations: [{ value: text }] },
    { prompt: [{ content: text }] },
  ];
  for (const row of rows) findResidual(counting, JSON.stringify(row), { clean });
  findResidual(counting, `{"text": "${text.replace('–', '\\u2013').repeat(1)}"}`, { clean });
  // Seven different keys, the role and the text.
  expect(looks).toBe(9);
});
