import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { createRedactor } from './index.ts';
import type { Redactor } from './redactor.ts';
import { remembering, rememberingClean } from './remembering.ts';

const plain = createRedactor(DEFAULT_RECIPE.redaction);
const address = ['dana.whitfield', 'weatherly.example'].join('@');
const pieces = fc.array(
  fc.constantFrom('the quick brown fox ', 'password: ', address, ' jumps over ', 'x'.repeat(70), '\n'),
  { maxLength: 12 },
);

test.each([
  ['remembering', remembering],
  ['rememberingClean', rememberingClean],
])('%s finds the same as without memory, however often a text comes and wherever it stands', (_, wrap) => {
  const finder = wrap(plain);
  fc.assert(
    fc.property(pieces, fc.constantFrom<readonly string[]>([], ['content'], ['password']), (parts, at) => {
      const text = parts.join('');
      expect(finder.find(text, at)).toEqual(plain.find(text, at));
      expect(finder.find(text, at)).toEqual(plain.find(text, at));
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
  const text = 'You are a helpful assistant. '.repeat(20);
  for (const finder of [remembering(counting), rememberingClean(counting)]) {
    looks = 0;
    for (let turn = 0; turn < 5; turn++) finder.find(text, ['content']);
    expect(looks).toBe(1);
  }
});
