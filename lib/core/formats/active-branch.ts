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
  let appendParent: string | null | undefined;
  let resets = 0;
  let moved = false;

  const find = (id: string): Node | null | undefined => (jumps.has(id) ? jumps.get(id) : nodes.get(id));
  const parentOf = (row: Entry): Node | null => {
    if (row.parentId === undefined) return leaf;
    if (row.parentId === null) return null;
    const named = find(row.parentId);
    if (named === undefined) issues.add('unknown_parent', row.line);
    return named === undefined || row.parentId === appendParent ? leaf : named;
  };
  const jump = (row: Entry) => {
    const { targetId, appendParentId } = row.raw;
    const target = typeof targetId === 'string' ? find(targetId) : targetId === null ? null : undefined;
    if (target === undefined) return;
    if ((target?.window ?? 0) === resets) {
      leaf = target;
      appendParent = typeof appendParentId === 'string' ? appendParentId : (targetId as string | null);
      moved = true;
    }
    if (row.id) jumps.set(row.id, leaf);
  };
  const append = (row: Entry) => {
    const known = isKnownEntry(row);
    if (!known && (row.id === '' || row.parentId === undefined)) return;
    const earlier = row.id ? nodes.get(row.id) : undefined;
    const named = parentOf(row);
    const parent = !row.side && (named?.window ?? 0) !== resets ? leaf : named;
    if (earlier && earlier.parent === parent && sameRow(earlier.entry, row)) return;
    if (earlier) issues.add('duplicate_id', row.line);
    if (row.type === 'reset' && !row.side) resets++;
    const node: Node = { entry: row, parent, window: row.side ? (parent?.window ?? 0) : resets };
    if (row.id) nodes.set(row.id, node);
    if (row.side) return;
    appendParent = row.id;
    if (!known) return;
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

const sameRow = (one: Entry, other: Entry): boolean => JSON.stringify(one.raw) === JSON.stringify(other.raw);
