import type { Limits } from './source.ts';
import { asText, type Database, type Row } from './sqlite/database.ts';
import { isZstd, unzstd } from './zstd.ts';

export interface DatabaseArchive {
  /** Unique in the database. */
  readonly id: string;
  readonly sessionId: string;
  readonly generation: string;
  readonly reason: 'deleted_session' | 'archived_session' | 'archive_elsewhere';
  /** Moved away to save space; the session itself goes on. */
  readonly isCold: boolean;
}

/** Columns of the tables in which whole transcripts were put away. */
export const ARCHIVE_TABLES = {
  session_transcript_archives: ['session_id', 'generation', 'reason', 'archive_blob'],
  session_transcript_cold_archives: ['session_id', 'generation', 'storage', 'archive_blob'],
} as const;
type ArchiveTable = keyof typeof ARCHIVE_TABLES;

/** All of them, their transcripts left where they are. */
export function listArchives(database: Database, { lineBytes: maxBytes }: Limits): DatabaseArchive[] {
  const found: DatabaseArchive[] = [];
  for (const table of Object.keys(ARCHIVE_TABLES) as readonly ArchiveTable[]) {
    if (!database.has(table)) continue;
    const isCold = table === 'session_transcript_cold_archives';
    const columns = ARCHIVE_TABLES[table].filter((column) => column !== 'archive_blob');
    for (const row of database.select({ table, columns, maxBytes })) {
      const [sessionId, generation] = [asText(row.session_id), asText(row.generation)];
      const id = `${sessionId}/${isCold ? 'cold' : 'archive'}/${generation}`;
      found.push({ id, sessionId, generation, reason: reasonOf(row), isCold });
    }
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function reasonOf({ storage, reason }: Row): DatabaseArchive['reason'] {
  if (storage === 'file') return 'archive_elsewhere';
  return reason === 'deleted' ? 'deleted_session' : 'archived_session';
}

/** The transcript in one, JSONL; null when there is none. */
export function readArchive(
  database: Database,
  { sessionId, generation, isCold }: DatabaseArchive,
  { sessionBytes: maxBytes }: Limits,
): Uint8Array | null {
  const table: ArchiveTable = isCold ? 'session_transcript_cold_archives' : 'session_transcript_archives';
  const where = { session_id: sessionId, ...(database.has(table, 'generation') ? { generation } : {}) };
  const [row] = database.select({ table, columns: ['archive_blob'], where, maxBytes });
  const bytes = row?.archive_blob;
  if (!(bytes instanceof Uint8Array)) return null;
  return isZstd(bytes) ? unzstd(bytes, maxBytes) : bytes;
}
