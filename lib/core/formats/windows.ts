import { asString } from '../text/json.ts';
import type { Issues } from './issues.ts';
import type { Entry } from './openclaw-entry.ts';

/** What the model saw between two compactions or resets (openclaw.md section 3.6). */
export interface ContextWindow {
  /** 0-based; numbers every window of the branch, empty ones included. */
  readonly index: number;
  /** The compaction whose summary opens the window. */
  readonly summary: Entry | null;
  /** Entries of earlier windows that stayed in view: context, trained on where they were new. */
  readonly kept: readonly Entry[];
  readonly fresh: readonly Entry[];
  /** The window ends at a compaction or reset, not at the end of the branch. */
  readonly closed: boolean;
}

const isBoundary = (entry: Entry): boolean => entry.type === 'compaction' || entry.type === 'reset';

export function contextWindows(path: readonly Entry[], issues: Issues): ContextWindow[] {
  const bounds = path.flatMap((entry, at) => (isBoundary(entry) ? [at] : []));
  const starts = [-1, ...bounds];
  return starts.map((start, index) => {
    const boundary = path[start];
    const end = bounds[index] ?? path.length;
    return {
      index,
      summary: boundary?.type === 'compaction' ? boundary : null,
      kept: boundary ? keptBefore(path, start, issues) : [],
      fresh: path.slice(start + 1, end),
      closed: end < path.length,
    };
  });
}

function keptBefore(path: readonly Entry[], boundary: number, issues: Issues): Entry[] {
  const entry = path[boundary] as Entry;
  const id = asString(entry.raw.firstKeptEntryId);
  if (!id || id === entry.id) return [];
  const first = path.findIndex((other) => other.id === id);
  if (first !== -1 && first <= boundary) return path.slice(first, boundary).filter((other) => !isBoundary(other));
  issues.add('kept_entry_unknown', entry.line);
  return [];
}
