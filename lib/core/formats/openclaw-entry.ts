import { isJsonObject } from '../text/json.ts';
import type { JsonObject } from '../types.ts';

/** One row of a session transcript (openclaw.md section 3.2), its id made unique and its parent resolved later. */
export interface Entry {
  /** As written; `''` when the row has none. */
  readonly id: string;
  /** Undefined when the row has no such key: its parent is then the current leaf. */
  readonly parentId: string | null | undefined;
  readonly type: string;
  /** Appended beside the branch: does not move the leaf. */
  readonly side: boolean;
  /** 1-based line in the source. */
  readonly line: number;
  /** Epoch milliseconds, or undefined when missing or unreadable. */
  readonly timeMs: number | undefined;
  readonly raw: JsonObject;
}

/** Types that are part of a conversation; `leaf` only navigates (section 3.3). */
const ENTRY_TYPES: ReadonlySet<string> = new Set([
  'message',
  'model_change',
  'thinking_level_change',
  'compaction',
  'reset',
  'branch_summary',
  'custom_message',
  'custom',
  'label',
  'session_info',
]);

export const isKnownEntry = (entry: Entry): boolean => ENTRY_TYPES.has(entry.type);

/** A row that can stand in a session file, header aside. */
export const isEntryRow = (value: JsonObject): boolean => {
  if (value.type === 'message') return isJsonObject(value.message) && typeof value.message.role === 'string';
  return (
    typeof value.type === 'string' && (ENTRY_TYPES.has(value.type) || value.type === 'leaf') && 'timestamp' in value
  );
};

export function readEntry(raw: JsonObject, line: number): Entry {
  const { id, parentId } = raw;
  return {
    id: typeof id === 'string' ? id : '',
    parentId: parentId === null || typeof parentId === 'string' ? parentId : undefined,
    type: typeof raw.type === 'string' ? raw.type : '',
    side: raw.appendMode === 'side',
    line,
    timeMs: readTime(raw.timestamp),
    raw,
  };
}

const ISO = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(\.\d{1,3})?\d*(Z|[+-]\d{2}:\d{2})?$/;

/** ISO text or epoch milliseconds. Other date texts are read differently by every engine; one without a zone is taken as UTC. */
export function readTime(value: unknown): number | undefined {
  const parts = typeof value === 'string' ? ISO.exec(value) : null;
  const time =
    typeof value === 'number'
      ? value
      : parts
        ? Date.parse(`${parts[1]}${parts[2] ?? ''}${parts[3] ?? 'Z'}`)
        : Number.NaN;
  return Number.isFinite(time) ? time : undefined;
}
