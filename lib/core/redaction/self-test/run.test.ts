import { expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../../recipe.ts';
import { createRedactor } from '../index.ts';
import { selfTestCorpus } from './corpus.ts';
import { runSelfTest } from './run.ts';

const share = (lines: readonly { cases: number; right: number }[]) =>
  lines.reduce((sum, { right }) => sum + right, 0) / lines.reduce((sum, { cases }) => sum + cases, 0);

test('the rules find nearly all of what has to go and spare nearly all of what has to stay', () => {
  const { found, spared } = runSelfTest(createRedactor(DEFAULT_RECIPE.redaction), 1);
  expect(share(found), JSON.stringify(found)).toBeGreaterThan(0.9);
  expect(share(spared), JSON.stringify(spared)).toBeGreaterThan(0.9);
});

test('a redactor that finds nothing and one that finds everything are told as such', () => {
  const none = runSelfTest({ find: () => [] }, 1);
  expect([share(none.found), share(none.spared)]).toEqual([0, 1]);
  const all = runSelfTest({ find: (text) => [{ start: 0, end: text.length, rule: 'all', type: 'SECRET' }] }, 1);
  expect([share(all.found), share(all.spared)]).toEqual([1, 0]);
});

test('half of a value is no value found', () => {
  const half = runSelfTest({ find: (text) => [{ start: 0, end: text.length / 2, rule: 'half', type: 'SECRET' }] }, 1);
  expect(share(half.found)).toBeLessThan(0.3);
});

test('the same seed gives the same cases, another one others', () => {
  expect(selfTestCorpus(1)).toEqual(selfTestCorpus(1));
  expect(selfTestCorpus(2)).not.toEqual(selfTestCorpus(1));
});
