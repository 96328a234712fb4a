import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject } from '../types.ts';
import { activeBranch } from './active-branch.ts';
import { heldRows, tooLarge } from './held-rows.ts';
import type { Issues } from './issues.ts';
import type { Row } from './json-rows.ts';
import { type Entry, isKnownEntry, readEntry } from './openclaw-entry.ts';
import { roleOf, type Session } from './session.ts';

/** Sessions of a file: one, unless files were put behind one another. Rows before the first header belong to it. */
export async function readSessionFile(
  rows: AsyncIterable<Row>,
  fallbackId: string,
  sessionBytes: number,
  issues: Issues,
): Promise<readonly Session[]> {
  const parts: Row[][] = [[]];
  let id: string | undefined;
  for await (const row of heldRows(rows, sessionBytes)) {
    const header = isJsonObject(row.value) && row.value.type === 'session' ? asString(row.value.id) : undefined;
    if (header !== undefined && id !== undefined && header !== id) parts.push([]);
    id = header ?? id;
    parts.at(-1)?.push(row);
  }
  return Promise.all(parts.map((part) => readSessionRows(each(part), fallbackId, sessionBytes, issues)));
}

async function* each(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}

/** A session transcript, versions 1 to 4 (openclaw.md section 3). Held whole: its active branch needs all rows. */
export async function readSessionRows(
  rows: AsyncIterable<Row>,
  fallbackId: string,
  sessionBytes: number,
  issues: Issues,
): Promise<Session> {
  let header: JsonObject | undefined;
  let bytes = 0;
  /** Rows as version 1 counts them: the header is 0. */
  const all: (Entry | null)[] = [];
  for await (const row of rows) {
    bytes += row.bytes;
    if (bytes > sessionBytes) throw tooLarge(sessionBytes);
    if (!isJsonObject(row.value)) {
      issues.add('line_not_object', row.line);
      all.push(null);
    } else if (row.value.type === 'session') {
      header ??= row.value;
      all.push(null);
    } else {
      const entry = readEntry(row.value, row.line);
      if (entry.type === 'message' && !isJsonObject(row.value.message)) issues.add('entry_without_message', row.line);
      all.push(entry);
    }
  }
  if (!header) issues.add('header_missing');
  const version = typeof header?.version === 'number' ? header.version : 1;
  const entries = withIds(all);
  const path = activeBranch(entries, issues);
  const onPath = new Set(path);
  const left = entries.filter((entry) => isKnownEntry(entry) && !onPath.has(entry));
  return {
    id: typeof header?.id === 'string' && header.id !== '' ? header.id : fallbackId,
    parser: header ? `openclaw-session/${version}` : 'openclaw-session',
    path,
    left: new Set(left.map(({ id }) => id)),
    captures: [],
    runs: [],
    damage: left.filter((entry) => roleOf(entry) !== '').map(() => 'side_branch' as const),
    warnings: issues.codes(),
  };
}

/** Entries of version 1 get ids in file order; their parent is then the entry before, as for any row without one. */
function withIds(all: readonly (Entry | null)[]): Entry[] {
  const idOf = (at: number): string | undefined => {
    const entry = all[at];
    return entry ? entry.id || `row-${at}` : undefined;
  };
  return all.flatMap((entry, at) => {
    if (!entry) return [];
    const index = entry.raw.firstKeptEntryIndex;
    const kept = typeof index === 'number' ? idOf(index) : undefined;
    const raw = kept === undefined ? entry.raw : { ...entry.raw, firstKeptEntryId: kept };
    return [{ ...entry, id: idOf(at) as string, raw }];
  });
}
