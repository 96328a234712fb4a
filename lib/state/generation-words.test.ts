import { expect, test } from 'vitest';
import type { FamilyRow } from '../../workers/protocol.ts';
import { sayCoverage, sayFamily, sayMissing, sumFamilies } from './generation-words.ts';

const row = (counts: Partial<FamilyRow>): FamilyRow => ({
  origin: 'synthetic',
  family: 'inspect',
  asked: 10,
  verified: 10,
  dropped: 0,
  nearDuplicates: 0,
  leftOut: 0,
  kept: 10,
  ...counts,
});

test('a family that got all has nothing to explain', () => {
  expect(sayMissing(row({}))).toBe('');
});

test('what is missing is explained by its reasons', () => {
  expect(sayMissing(row({ dropped: 1, nearDuplicates: 2, leftOut: 3 }))).toBe(
    '1 episode failed its checks, 2 near-duplicates, 3 left out by gates, shares or hand',
  );
});

test('families sum up', () => {
  expect(sumFamilies([row({}), row({ kept: 4, leftOut: 6 })])).toMatchObject({ asked: 20, kept: 14, leftOut: 6 });
});

test('a family is said in words, one named like a member of every object too', () => {
  expect(sayFamily('multi-turn')).toBe('multi turn');
  expect(sayFamily('constructor')).toBe('constructor');
});

test('an empty field is no secret', () => {
  const cell = { risk: 'a', channel: 'b', tags: [], kept: 0 };
  expect(sayCoverage({ risks: [], channels: [], cells: [{ ...cell, made: 1 }] })).toMatch(/^All 1/);
  expect(
    sayCoverage({
      risks: [],
      channels: [],
      cells: [
        { ...cell, made: 1 },
        { ...cell, made: 0 },
      ],
    }),
  ).toMatch(/^1 of 2/);
});
