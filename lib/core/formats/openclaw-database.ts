import type { Outcome } from '../types.ts';
import { InputError } from './input-error.ts';
import type { Issues } from './issues.ts';
import { type Row as JsonRow, parseJson } from './json-rows.ts';
import type { Limits, SourceSession } from './source.ts';
import { type Database, openDatabase, type Row, type SqlValue } from './sqlite/database.ts';
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
  session_transcript_archives: ['session_id', 'generation', 'reason', 'encoding', 'archive_blob'],
  session_transcript_cold_archives: ['session_id', 'generation', 'storage', 'archive_blob'],
} as const;
type TableName = keyof typeof DATABASE_TABLES;

export interface DatabaseSession extends SourceSession {
  readonly title: string;
  readonly tags: readonly string[];
  readonly outcome: Outcome;
}

export interface DatabaseArchive {
  /** Unique in the database. */
  readonly id: string;
  readonly sessionId: string;
  readonly reason: 'deleted_session' | 'archived_session' | 'archive_elsewhere';
}

export interface AgentDatabase {
  /** By id in code unit order; windows without rows included. */
  readonly sessions: readonly DatabaseSession[];
  readonly archives: readonly DatabaseArchive[];
  readonly walMissing: boolean;
  /** Rows of a session as the lines of its old file would be; the header is line 1. */
  transcript(sessionId: string, issues: Issues): AsyncGenerator<JsonRow>;
  runtime(sessionId: string, issues: Issues): AsyncGenerator<JsonRow>;
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
      const value = text === null ? undefined : parseJson(text, limits.jsonDepth);
      if (text === null || value === undefined) issues.add(text === null ? 'line_too_long' : 'line_broken', line);
      else yield { line, bytes: text.length, value };
    }
  }

  return {
    sessions: describeSessions(
      selectAll(database, 'session_windows', limits),
      selectAll(database, 'session_nodes', limits),
      sessionsWithRows(database, limits),
    ),
    archives: listArchives(database, limits),
    walMissing: database.walMissing,
    transcript: (id, issues) => rows('transcript_events', id, issues),
    runtime: (id, issues) => rows('trajectory_runtime_events', id, issues),
    archive: async (id) => readArchive(database, id, limits),
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

function eventText(row: Row, decoder: TextDecoder): string | null {
  if (typeof row.event_json === 'string') return row.event_json;
  return row.event_zstd instanceof Uint8Array ? decoder.decode(unzstd(row.event_zstd, EVENT_BYTES)) : null;
}

const asText = (value: SqlValue | undefined): string => (typeof value === 'string' ? value : '');

/** Windows of one key are one history; forks and sub-agents hang on the key they came from. */
function describeSessions(
  windows: readonly Row[],
  nodes: readonly Row[],
  withRows: readonly string[],
): DatabaseSession[] {
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

const ARCHIVE_TABLES = ['session_transcript_archives', 'session_transcript_cold_archives'] as const;
const archiveId = (table: TableName, row: Row): string =>
  `${asText(row.session_id)}/${table === ARCHIVE_TABLES[0] ? 'archive' : 'cold'}/${asText(row.generation)}`;

function listArchives(database: Database, limits: Limits): DatabaseArchive[] {
  const found: DatabaseArchive[] = [];
  for (const table of ARCHIVE_TABLES) {
    const columns = DATABASE_TABLES[table].filter((column) => column !== 'archive_blob');
    for (const row of selectAll(database, table, limits, columns)) {
      const reason =
        asText(row.storage) === 'file'
          ? 'archive_elsewhere'
          : asText(row.reason) === 'deleted'
            ? 'deleted_session'
            : 'archived_session';
      found.push({ id: archiveId(table, row), sessionId: asText(row.session_id), reason });
    }
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function readArchive(database: Database, id: string, limits: Limits): Uint8Array | null {
  for (const table of ARCHIVE_TABLES) {
    if (!database.has(table)) continue;
    for (const row of database.select({ table, columns: DATABASE_TABLES[table], maxBytes: limits.sessionBytes })) {
      if (archiveId(table, row) !== id || !(row.archive_blob instanceof Uint8Array)) continue;
      const plain = row.encoding === 'identity';
      return plain ? row.archive_blob : unzstd(row.archive_blob, limits.sessionBytes);
    }
  }
  return null;
}
