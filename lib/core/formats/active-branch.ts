import type { JsonValue } from '../types.ts';
import type { Issues } from './issues.ts';
import { type Entry, isKnownEntry } from './openclaw-entry.ts';

interface Node {
  readonly entry: Entry;
  readonly parent: Node | null;
  /** Number of the last reset on the way to the root; 0 for none. */
  readonly window: number;
}

/**
 * The path from the leaf to the root, root first (openclaw.md section 3.5). Rows are scanned in file order, so a parent is
 * always an earlier row: a cycle cannot arise, and a row that names a later or missing parent continues the current leaf.
 */
export function activeBranch(rows: readonly Entry[], issues: Issues): Entry[] {
  const nodes = new Map<string, Node>();
  const jumps = new Map<string, Node | null>();
  let leaf: Node | null = null;
  let appendParent: string | null = null;
  let resets = 0;
  let moved = false;

  const find = (id: string | null): Node | null | undefined => {
    if (id === null) return null;
    return jumps.has(id) ? jumps.get(id) : nodes.get(id);
  };
  const isBehindReset = (node: Node | null | undefined) => (node?.window ?? 0) !== resets;
  const parentOf = (row: Entry): Node | null => {
    if (row.parentId === undefined) return leaf;
    const named = find(row.parentId);
    if (named === undefined) issues.add('unknown_parent', row.line);
    // What a newer release or a delivery put beside the branch hangs where it says.
    if (row.side || !isKnownEntry(row)) return named ?? null;
    return named === undefined || row.parentId === appendParent || isBehindReset(named) ? leaf : named;
  };
  const jump = (row: Entry) => {
    const { targetId, appendParentId = targetId } = row.raw;
    if (!isPlace(targetId) || !isPlace(appendParentId)) return;
    const target = find(targetId);
    if (leaf && isBehindReset(target)) appendParent = leaf.entry.id;
    else if (target === undefined || find(appendParentId) === undefined) return;
    else {
      leaf = target;
      appendParent = appendParentId;
      moved = true;
    }
    if (row.id) jumps.set(row.id, leaf);
  };
  const append = (row: Entry) => {
    const known = isKnownEntry(row);
    if (!known && (row.id === '' || row.parentId === undefined)) return;
    const earlier = row.id ? nodes.get(row.id) : undefined;
    const parent = parentOf(row);
    if (earlier && earlier.parent === parent && sameRow(earlier.entry, row)) return;
    if (earlier) issues.add('duplicate_id', row.line);
    if (row.type === 'reset') resets++;
    const node: Node = { entry: row, parent, window: row.type === 'reset' ? resets : (parent?.window ?? 0) };
    if (row.id) nodes.set(row.id, node);
    appendParent = row.id;
    if (!known || row.side) return;
    leaf = node;
    moved = true;
  };

  for (const row of rows) {
    if (row.type === 'leaf') jump(row);
    else append(row);
  }
  if (!moved) return rows.filter(isKnownEntry);
  const path: Entry[] = [];
  for (let node = leaf as Node | null; node; node = node.parent) if (isKnownEntry(node.entry)) path.push(node.entry);
  return path.reverse();
}

const isPlace = (id: JsonValue | undefined): id is string | null => id === null || typeof id === 'string';

const sameRow = (one: Entry, other: Entry): boolean => JSON.stringify(one.raw) === JSON.stringify(other.raw);
