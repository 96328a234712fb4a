import type { Outcome } from '../types.ts';
import { ARCHIVE_TABLES, type DatabaseArchive, listArchives, readArchive } from './database-archives.ts';
import { InputError } from './input-error.ts';
import type { Issues } from './issues.ts';
import { type Row as JsonRow, parseJson } from './json-rows.ts';
import type { Limits, SourceSession } from './source.ts';
import { asText, type Database, openDatabase, type Row, type SqlValue } from './sqlite/database.ts';
import type { ReadSqliteWasm } from './sqlite/engine.ts';
import { unzstd } from './zstd.ts';

/** The only tables that are opened, with the columns used; others hold credentials, memory and addresses (openclaw-sqlite.md). */
export const DATABASE_TABLES = {
  session_nodes: [
    ...['session_key', 'current_session_id', 'status', 'created_via', 'parent_session_key', 'spawned_by'],
    ...['fork_source_session_key', 'fork_source_session_id', 'label', 'display_name'],
  ],
  session_windows: [
    ...[
      'session_id',
      'session_key',
      'previous_session_id',
      'status',
      'chat_type',
      'parent_session_key',
      'spawned_by',
      'created_at',
    ],
  ],
  transcript_events: ['session_id', 'seq', 'event_json', 'event_zstd'],
  trajectory_runtime_events: ['session_id', 'seq', 'event_json'],
  ...ARCHIVE_TABLES,
  session_transcript_active_events: ['session_id', 'event_seq'],
  session_transcript_index_state: ['session_id', 'needs_rebuild'],
} as const;
type TableName = keyof typeof DATABASE_TABLES;

export interface DatabaseSession extends SourceSession {
  /** Id of the archive inside the database that its rows were moved to, `''` for none: to save space, not to be rid of it. */
  readonly archive: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly outcome: Outcome;
}

export interface AgentDatabase {
  /** By id in code unit order; windows without rows included. */
  readonly sessions: readonly DatabaseSession[];
  readonly archives: readonly DatabaseArchive[];
  readonly walMissing: boolean;
  /** Rows of a session as the lines of its old file would be; the header is line 1. */
  transcript(sessionId: string, issues: Issues): AsyncGenerator<JsonRow>;
  runtime(sessionId: string, issues: Issues): AsyncGenerator<JsonRow>;
  /** Rows that OpenClaw's own index takes for the active branch; null when it has none, or calls it stale. */
  indexedBranch(sessionId: string): ReadonlySet<number> | null;
  /** Bytes of an archived transcript, JSONL; null when they lie outside the database. */
  archive(id: string): Promise<Uint8Array | null>;
}

/** A compressed event is at most 4 MiB unpacked. */
const EVENT_BYTES = 4 * 2 ** 20;

/** Opens OpenClaw's agent database; null when the file is a database of something else. */
export async function openAgentDatabase(
  file: Blob,
  wal: Blob | undefined,
  limits: Limits,
  readWasm?: ReadSqliteWasm,
): Promise<AgentDatabase | null> {
  const database = await openDatabase(file, wal, DATABASE_TABLES, limits, readWasm);
  if (!database.has('transcript_events')) return null;
  requireColumns(database, 'transcript_events', ['session_id', 'seq', 'event_json']);
  const decoder = new TextDecoder();

  async function* rows(table: TableName, sessionId: string, issues: Issues): AsyncGenerator<JsonRow> {
    if (!database.has(table, 'session_id')) return;
    const query = { where: { session_id: sessionId }, orderBy: 'seq', maxBytes: limits.lineBytes };
    for (const row of database.select({ table, columns: DATABASE_TABLES[table], ...query })) {
      const line = typeof row.seq === 'number' ? row.seq + 1 : 0;
      const text = eventText(row, decoder);
      const value = typeof text === 'string' ? parseJson(text, limits.jsonDepth) : undefined;
      if (value !== undefined) yield { line, bytes: (text as string).length, value };
      else issues.add(text === null ? 'line_too_long' : 'line_broken', line);
    }
  }

  const withRows = new Set(sessionsWithRows(database, limits));
  const archives = listArchives(database, limits);
  const moved = archives.filter(({ isCold, sessionId }) => isCold && !withRows.has(sessionId));
  const elsewhere = new Set(
    moved.flatMap(({ reason, sessionId }) => (reason === 'archive_elsewhere' ? [sessionId] : [])),
  );
  const movedInside = new Map(
    moved.filter(({ sessionId }) => !elsewhere.has(sessionId)).map((one) => [one.sessionId, one.id]),
  );
  const sessions = describeSessions(
    selectAll(database, 'session_windows', limits),
    selectAll(database, 'session_nodes', limits),
    [...withRows, ...movedInside.keys()],
  );
  return {
    sessions: sessions
      .filter(({ id }) => !elsewhere.has(id))
      .map((session) => ({ ...session, archive: movedInside.get(session.id) ?? '' })),
    archives: archives.filter(({ id, sessionId }) => movedInside.get(sessionId) !== id),
    walMissing: database.walMissing,
    transcript: (id, issues) => rows('transcript_events', id, issues),
    runtime: (id, issues) => rows('trajectory_runtime_events', id, issues),
    indexedBranch: (id) => readIndex(database, id, limits),
    archive: async (id) => {
      const archive = archives.find((one) => one.id === id);
      return archive ? readArchive(database, archive, limits) : null;
    },
  };
}

function requireColumns(database: Database, table: TableName, names: readonly string[]): void {
  const missing = names.filter((name) => !database.has(table, name));
  if (missing.length > 0)
    throw new InputError(
      'database_schema',
      `The database lacks ${table}.${missing.join(', ')}; export the sessions as bundles instead.`,
    );
}

function selectAll(
  database: Database,
  table: TableName,
  limits: Limits,
  columns: readonly string[] = DATABASE_TABLES[table],
): readonly Row[] {
  return database.has(table) ? [...database.select({ table, columns, maxBytes: limits.lineBytes })] : [];
}

function sessionsWithRows(database: Database, { lineBytes: maxBytes }: Limits): readonly string[] {
  const ids = database.select({ table: 'transcript_events', columns: ['session_id'], distinct: true, maxBytes });
  return [...ids].map((row) => asText(row.session_id));
}

/** Null when it is too long to be held, undefined when its frame is damaged: either costs the row alone. */
function eventText({ event_json: json, event_zstd: frame }: Row, decoder: TextDecoder): string | null | undefined {
  if (typeof json === 'string') return json;
  if (json instanceof Uint8Array) return decoder.decode(json);
  if (!(frame instanceof Uint8Array)) return null;
  try {
    return decoder.decode(unzstd(frame, EVENT_BYTES));
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Windows of one key are one history; forks and sub-agents hang on the key they came from. */
function describeSessions(
  windows: readonly Row[],
  nodes: readonly Row[],
  withRows: readonly string[],
): Omit<DatabaseSession, 'archive'>[] {
  const byKey = new Map(nodes.map((node) => [asText(node.session_key), node]));
  const window = new Map(windows.map((row) => [asText(row.session_id), row]));
  const firstOfKey = new Map<string, string>();
  const age = (row: Row): number => (typeof row.created_at === 'number' ? row.created_at : 0);
  const inOrder = [...windows].sort(
    (a, b) => age(a) - age(b) || (asText(a.session_id) < asText(b.session_id) ? -1 : 1),
  );
  for (const row of inOrder) {
    const key = asText(row.session_key);
    if (!firstOfKey.has(key)) firstOfKey.set(key, asText(row.session_id));
  }
  const ids = [...new Set([...window.keys(), ...withRows])].filter((id) => id !== '').sort();
  return ids.map((id) => {
    const row = window.get(id) ?? {};
    const key = asText(row.session_key);
    const node = byKey.get(key) ?? {};
    const first = firstOfKey.get(key) ?? '';
    const originKey = [
      node.fork_source_session_key,
      row.parent_session_key,
      node.parent_session_key,
      row.spawned_by,
      node.spawned_by,
    ]
      .map(asText)
      .find((name) => name !== '' && name !== key);
    const origin =
      asText(node.fork_source_session_id) || (firstOfKey.get(originKey ?? '') ?? '') || asText(row.previous_session_id);
    return {
      id,
      parent: first !== '' && first !== id ? first : origin,
      title: asText(node.label) || asText(node.display_name),
      tags: [tagOf('via', node.created_via), tagOf('chat', row.chat_type)].filter((tag) => tag !== ''),
      outcome: outcomeOf(asText(row.status) || (asText(node.current_session_id) === id ? asText(node.status) : '')),
    };
  });
}

const tagOf = (name: string, value: SqlValue | undefined): string =>
  asText(value) === '' ? '' : `${name}:${asText(value)}`;

function outcomeOf(status: string): Outcome {
  if (status === 'done') return 'success';
  return status === 'failed' || status === 'killed' || status === 'timeout' ? 'failure' : 'unknown';
}

function readIndex(database: Database, sessionId: string, limits: Limits): ReadonlySet<number> | null {
  const query = { where: { session_id: sessionId }, maxBytes: limits.lineBytes };
  const [state, branch] = ['session_transcript_index_state', 'session_transcript_active_events'] as const;
  if (!database.has(state, 'needs_rebuild') || !database.has(branch, 'event_seq')) return null;
  const [fresh] = database.select({ table: state, columns: ['needs_rebuild'], ...query });
  if (fresh?.needs_rebuild !== 0) return null;
  const rows = [...database.select({ table: branch, columns: ['event_seq'], ...query })];
  return new Set(rows.map(({ event_seq: seq }) => Number(seq)));
}
