import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../types.ts';
import { activeBranch } from './active-branch.ts';
import { createIssues } from './issues.ts';
import { readEntry } from './openclaw-entry.ts';

const branch = (...rows: JsonObject[]) => {
  const issues = createIssues('x');
  const path = activeBranch(
    rows.map((row, at) => readEntry({ type: 'message', ...row }, at + 1)),
    issues,
  );
  return { ids: path.map(({ id }) => id).join(''), codes: issues.codes() };
};
const row = (id: string, parentId: string | null, more: JsonObject = {}): JsonObject => ({ id, parentId, ...more });
const leaf = (id: string, targetId: string | null, more: JsonObject = {}): JsonObject => ({
  type: 'leaf',
  id,
  parentId: null,
  targetId,
  ...more,
});

describe('plain files', () => {
  test('the last entry is the leaf', () => {
    expect(branch(row('a', null), row('b', 'a'), row('c', 'a'), row('d', 'c')).ids).toBe('acd');
  });
  test('entries without a parent key follow each other', () => {
    expect(branch({ id: 'a' }, { id: 'b' }, { id: 'c' }).ids).toBe('abc');
  });
  test('an unknown parent continues the leaf and is told', () => {
    expect(branch(row('a', null), row('b', 'a'), row('d', 'lost'))).toEqual({ ids: 'abd', codes: ['unknown_parent'] });
  });
  test('a cycle ends', () => {
    expect(branch(row('a', 'b'), row('b', 'a')).ids).toBe('ab');
    expect(branch(row('a', 'a')).ids).toBe('a');
  });
  test('entries that share an id are both kept; a row written twice is one', () => {
    expect(branch(row('a', null), row('b', 'a'), row('a', 'b', { n: 1 }), row('c', 'a')).ids).toBe('abac');
    expect(branch(row('a', null), row('b', 'a'), row('b', 'a'), row('c', 'b'))).toEqual({ ids: 'abc', codes: [] });
  });
});

describe('navigation', () => {
  test('a leaf row moves the leaf and is no parent itself', () => {
    expect(branch(row('a', null), row('b', 'a'), leaf('L', 'a'), row('c', 'L')).ids).toBe('ac');
  });
  test('leaf rows that point at leaf rows are followed', () => {
    expect(branch(row('a', null), row('b', 'a'), leaf('L', 'a'), leaf('M', 'L'), row('c', 'M')).ids).toBe('ac');
  });
  test('an entry after the append parent hangs on the leaf', () => {
    expect(branch(row('a', null), row('b', 'a'), leaf('L', 'a', { appendParentId: 'b' }), row('c', 'b')).ids).toBe(
      'ac',
    );
  });
  test('a leaf row with an unknown target is ignored', () => {
    expect(branch(row('a', null), row('b', 'a'), leaf('L', 'lost')).ids).toBe('ab');
  });
  test('a leaf row to null starts over', () => {
    expect(branch(row('a', null), leaf('L', null), row('c', 'L')).ids).toBe('c');
  });
  test('a side entry does not move the leaf', () => {
    expect(branch(row('a', null), row('s', 'a', { appendMode: 'side' }), row('b', 'a')).ids).toBe('ab');
    expect(branch(row('a', null), row('s', 'a', { appendMode: 'side' })).ids).toBe('a');
  });
  test('rows of unknown type can be parents and are not output', () => {
    expect(branch(row('a', null), row('x', 'a', { type: 'novelty' }), row('b', 'x')).ids).toBe('ab');
  });
  test('after a reset nothing leads back before it', () => {
    const reset = row('R', 'b', { type: 'reset' });
    expect(branch(row('a', null), row('b', 'a'), reset, row('c', 'a')).ids).toBe('abRc');
    expect(branch(row('a', null), row('b', 'a'), reset, row('c', 'R'), leaf('L', 'a'), row('d', 'L')).ids).toBe(
      'abRcd',
    );
    expect(branch(row('a', null), reset, row('c', 'R'), row('d', 'c'), leaf('L', 'c'), row('e', 'L')).ids).toBe('aRce');
  });
});

test('any rows give a path without repeats', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const anyRow = fc.record(
    {
      id,
      parentId: fc.option(id),
      targetId: fc.option(id),
      type: fc.constantFrom('message', 'leaf', 'reset', 'compaction', 'novelty'),
      appendMode: fc.constantFrom('side', 'normal'),
      appendParentId: id,
    },
    { requiredKeys: ['type'] },
  );
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 30 }), (rows) => {
      const entries = rows.map((raw, at) => readEntry(raw as JsonObject, at + 1));
      const lines = activeBranch(entries, createIssues('x')).map(({ line }) => line);
      expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
    }),
  );
});
