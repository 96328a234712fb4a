import { describe, expect, test } from 'vitest';
import { createFindOwn, type OwnChoice } from './own-words.ts';

const NOTHING: OwnChoice = { words: [], patterns: [], names: { hidden: [], left: [] } };
const found = (choice: Partial<OwnChoice>, text: string) =>
  (createFindOwn({ ...NOTHING, ...choice })?.(text) ?? []).map(({ type, start, end }) => [
    type,
    text.slice(start, end),
  ]);
const names = (...texts: readonly string[]) => ({
  names: { hidden: texts.map((text) => ({ type: 'PERSON', text })), left: [] },
});

test('nothing asked for costs nothing', () => {
  expect(createFindOwn(NOTHING)).toBeNull();
});

describe('a word', () => {
  test('is found in any case, also inside longer ones, and is no pattern', () => {
    expect(found({ words: ['a.c'] }, 'A.C and abc and xa.cx')).toEqual([
      ['PRIVATE', 'A.C'],
      ['PRIVATE', 'a.c'],
    ]);
  });

  test('is not found in a placeholder', () => {
    expect(found({ words: ['email'] }, '<EMAIL_1> email')).toEqual([['PRIVATE', 'email']]);
  });
});

describe('a pattern', () => {
  test('is found at UTF-16 offsets', () => {
    expect(found({ patterns: ['wx-[0-9]+'] }, '😀 wx-12, wx-x')).toEqual([['PRIVATE', 'wx-12']]);
  });

  test('joins with a word that it overlaps', () => {
    expect(found({ patterns: ['b+c'], words: ['abb'] }, 'xabbbc')).toEqual([['PRIVATE', 'abbbc']]);
  });

  test('that cannot be read is refused without being repeated', () => {
    expect(() => found({ patterns: ['(secret'] }, '')).toThrow(/^this is no pattern: missing closing \)$/);
    expect(() => found({ patterns: ['a*'] }, '')).toThrow('matches nothing');
  });

  test('of the hostile kind takes no time', () => {
    expect(found({ patterns: ['(a+)+b'] }, 'a'.repeat(100_000))).toEqual([]);
  });
});

describe('a name', () => {
  test('stands as a whole word in its own case', () => {
    expect(found(names('Rose'), 'Rose rose Roses (Rose)')).toEqual([
      ['PERSON', 'Rose'],
      ['PERSON', 'Rose'],
    ]);
  });

  test('may be broken over two lines', () => {
    expect(found(names('Dana Whitfield'), 'from Dana\n  Whitfield')).toEqual([['PERSON', 'Dana\n  Whitfield']]);
  });

  test('of a script without blanks stands inside a sentence', () => {
    expect(found(names('田中'), '昨日田中さんは')).toEqual([['PERSON', '田中']]);
  });
});
