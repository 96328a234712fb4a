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
  test('what is said after a side entry does not hang on it', () => {
    expect(branch(row('a', null), row('s', 'a', { appendMode: 'side' }), row('b', 's')).ids).toBe('ab');
  });
  test('a leaf row that appends at the root does not lose what it points at', () => {
    expect(branch(row('a', null), leaf('L', 'a', { appendParentId: null }), row('b', null)).ids).toBe('ab');
  });
  test('a leaf row with an unknown place to append is ignored, and what names it goes on', () => {
    const lost = leaf('L', 'a', { parentId: 'b', appendParentId: 'lost' });
    expect(branch(row('a', null), row('b', 'a'), lost).ids).toBe('ab');
    expect(branch(row('a', null), row('b', 'a'), lost, row('c', 'L')).ids).toBe('abc');
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

/**
 * The six rules once more, by ids and as plainly as they can be written, so that one mistake is not made in both. A missing parent
 * is `undefined` here; ids are unique.
 */
function byTheRules(rows: readonly JsonObject[]): string {
  type Id = string | null;
  const known = new Set(['message', 'compaction', 'reset']);
  const parent = new Map<string, Id | undefined>();
  const type = new Map<string, string>();
  const afterReset = new Set<string>();
  let [leaf, appendParent]: [Id, Id] = [null, null];
  let [reset, moved] = [false, false];
  const exists = (id: Id | undefined) => id === null || (id !== undefined && parent.has(id));
  const throughLeafRows = (id: Id | undefined): Id | undefined =>
    id && type.get(id) === 'leaf' ? throughLeafRows(parent.get(id)) : id;
  for (const entry of rows) {
    const id = entry.id as string;
    const named = entry.parentId as Id | undefined;
    if (entry.type === 'leaf') {
      let target = entry.targetId as Id;
      let append = (entry.appendParentId === undefined ? target : entry.appendParentId) as Id;
      if (reset && leaf !== null && (target === null || !afterReset.has(target))) [target, append] = [leaf, leaf];
      if (exists(target) && exists(append)) {
        [leaf, appendParent] = [throughLeafRows(target) as Id, append];
        parent.set(id, leaf);
        if (leaf !== null && afterReset.has(leaf)) afterReset.add(id);
        moved = true;
      }
      type.set(id, 'leaf');
      continue;
    }
    const side = entry.appendMode === 'side';
    if (!known.has(entry.type as string) && named === undefined) continue;
    let own = named === undefined ? leaf : named;
    if (known.has(entry.type as string) && !side)
      if ((reset && (own === null || !afterReset.has(own))) || !exists(own) || own === appendParent) own = leaf;
    parent.set(id, throughLeafRows(own));
    type.set(id, entry.type as string);
    if (entry.type === 'reset') {
      reset = true;
      afterReset.clear();
      afterReset.add(id);
    } else if (own && afterReset.has(own)) afterReset.add(id);
    appendParent = id;
    if (known.has(entry.type as string) && !side) [leaf, moved] = [id, true];
  }
  if (!moved) return rows.flatMap((entry) => (known.has(entry.type as string) ? [entry.id] : [])).join(' ');
  const path: string[] = [];
  for (let id: Id | undefined = leaf; id && parent.has(id); id = parent.get(id))
    if (known.has(type.get(id) as string)) path.unshift(id);
  return path.join(' ');
}

test('any tree is read as the six rules say', () => {
  const place = fc.oneof({ weight: 4, arbitrary: fc.nat(12) }, fc.constantFrom(null, undefined, 'lost'));
  const anyRow = fc.record({
    type: fc.oneof(
      { weight: 6, arbitrary: fc.constant('message') },
      fc.constantFrom('leaf', 'leaf', 'reset', 'novelty', 'compaction'),
    ),
    parent: place,
    target: place,
    append: place,
    side: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
  });
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 14 }), (shapes) => {
      // Places count back from the row: most rows hang on a recent one, and none on a later one.
      const idAt = (at: number, back: unknown) =>
        typeof back === 'number'
          ? at - 1 - back >= 0
            ? `e${at - 1 - back}`
            : null
          : (back as string | null | undefined);
      const rows = shapes.map(({ type, parent, target, append, side }, at) => {
        const [parentId, appendParentId] = [idAt(at, parent), idAt(at, append)];
        const fields = { type, id: `e${at}`, parentId, ...(side ? { appendMode: 'side' } : {}) };
        if (type !== 'leaf') return fields as JsonObject;
        return {
          ...fields,
          parentId: parentId ?? null,
          targetId: idAt(at, target) ?? null,
          appendParentId,
        } as JsonObject;
      });
      const path = activeBranch(
        rows.map((raw, at) => readEntry(raw, at + 1)),
        createIssues('x'),
      );
      expect(path.map(({ id }) => id).join(' ')).toBe(byTheRules(rows));
    }),
    { numRuns: 20_000 },
  );
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
