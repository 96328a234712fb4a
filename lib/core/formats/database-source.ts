import { asString, isJsonObject } from '../text/json.ts';
import type { SourceFile } from '../types.ts';
import type { DatabaseArchive } from './database-archives.ts';
import { fileFromBlob } from './file.ts';
import { InputError } from './input-error.ts';
import { createIssues, type IssueCode, type Issues } from './issues.ts';
import { type Row, readRows } from './json-rows.ts';
import { type AgentDatabase, type DatabaseSession, openAgentDatabase } from './openclaw-database.ts';
import { readSessionRows } from './openclaw-session.ts';
import { readTrajectories } from './openclaw-trajectory.ts';
import type { Session } from './session.ts';
import type { Limits, ReadContext, Source } from './source.ts';
import type { ReadSqliteWasm } from './sqlite/engine.ts';

const opened = new WeakMap<SourceFile, Promise<AgentDatabase | null>>();
/** The last used first. */
let inMemory: readonly WeakRef<SourceFile>[] = [];

/** The database of a file and its log, opened when it is not in memory yet; null when it is none of OpenClaw's. */
export function databaseOf(
  files: readonly SourceFile[],
  { limits, readSqliteWasm }: Pick<ReadContext, 'limits' | 'readSqliteWasm'>,
): Promise<AgentDatabase | null> {
  const [file, log] = files;
  if (!file) return Promise.resolve(null);
  makeRoom(file, limits.databaseBytes);
  const known = opened.get(file) ?? open(file, log, limits, readSqliteWasm);
  opened.set(file, known);
  return known;
}

const open = async (
  file: SourceFile,
  log: SourceFile | undefined,
  limits: Limits,
  readWasm: ReadSqliteWasm | undefined,
) => openAgentDatabase(await file.blob(), log && (await log.blob()), limits, readWasm);

/** Databases stand whole in memory: together they get what one may have, and the longest unused go. */
function makeRoom(file: SourceFile, databaseBytes: number): void {
  let bytes = file.size;
  const kept: SourceFile[] = [];
  for (const reference of inMemory) {
    const other = reference.deref();
    if (!other || other === file) continue;
    bytes += other.size;
    if (bytes <= databaseBytes) kept.push(other);
    else opened.delete(other);
  }
  inMemory = [file, ...kept].map((held) => new WeakRef(held));
}

/** Runtime events looked at for the release that wrote them. */
const VERSION_EVENTS = 10;

/** Release of OpenClaw that last recorded a run; `''` when none did. */
export async function databaseVersion(database: AgentDatabase): Promise<string> {
  for (const { id } of database.sessions) {
    let seen = 0;
    for await (const { value } of database.runtime(id, createIssues(''))) {
      const data = isJsonObject(value) && value.type === 'trace.metadata' && isJsonObject(value.data) ? value.data : {};
      if (isJsonObject(data.harness)) return asString(data.harness.version) ?? '';
      if (++seen >= VERSION_EVENTS) break;
    }
  }
  return '';
}

/** Sessions of a database one after the other, or only the one asked for. */
export async function* databaseSessions(
  source: Source,
  ctx: ReadContext,
  issues: Issues,
  only: string | undefined,
): AsyncGenerator<Session> {
  const database = await databaseOf(source.files, ctx);
  if (!database) return;
  if (database.walMissing) issues.add('database_log_missing');
  const share = Math.floor(source.size / Math.max(1, database.sessions.length));
  for (const { id, title, tags, outcome, archive } of database.sessions) {
    if (only !== undefined && only !== id) continue;
    ctx.signal.throwIfAborted();
    const session = await readDatabaseSession(database, { id, archive }, source, ctx, issues);
    ctx.progress(share);
    yield { ...session, about: { title, tags, outcome } };
  }
  if (ctx.archived) yield* archivedSessions(database, source, ctx, issues, only);
}

/** A session whose pages are damaged is lost alone: the other ones can still be read. */
async function readDatabaseSession(
  database: AgentDatabase,
  { id, archive }: Pick<DatabaseSession, 'id' | 'archive'>,
  source: Source,
  ctx: ReadContext,
  issues: Issues,
): Promise<Session> {
  const own = createIssues(source.path);
  try {
    const rows =
      archive === '' ? database.transcript(id, own) : await archivedRows(database, archive, source, ctx, own);
    const session = await readSessionRows(rows, id, ctx.limits.sessionBytes, own);
    if (!agrees(session, database.indexedBranch(id))) own.add('branch_differs');
    const recorded = await readTrajectories(database.runtime(id, own), ctx.limits.sessionBytes, own);
    const version = session.parser.slice(session.parser.indexOf('/') + 1);
    for (const { code, count } of own.findings())
      if (code !== 'header_missing') issues.add(code as IssueCode, undefined, count);
    return {
      ...session,
      id,
      parser: `openclaw-database/${version}`,
      captures: recorded.flatMap((trajectory) => trajectory.captures),
      runs: recorded.flatMap((trajectory) => trajectory.runs),
      ...(recorded[0] ? { recorded: recorded[0].recorded, runLog: recorded[0].runLog } : {}),
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    issues.add('session_unreadable');
    return { ...UNREADABLE, id };
  }
}

const UNREADABLE: Omit<Session, 'id'> = {
  parser: 'openclaw-database',
  path: [],
  captures: [],
  runs: [],
  damage: [],
  warnings: ['session_unreadable'],
  lost: true,
};

/** OpenClaw's own idea of the branch is no more than a second opinion (openclaw-sqlite.md). */
const agrees = ({ path }: Session, indexed: ReadonlySet<number> | null): boolean =>
  indexed === null ||
  indexed.size === 0 ||
  (indexed.size === path.length && path.every(({ line }) => indexed.has(line - 1)));

async function archivedRows(
  database: AgentDatabase,
  archive: string,
  source: Source,
  ctx: ReadContext,
  issues: Issues,
): Promise<AsyncIterable<Row>> {
  const bytes = await database.archive(archive);
  if (!bytes) throw new InputError('archive_broken', 'The archive holds no transcript.');
  const file = fileFromBlob(source.path, new Blob([bytes as Uint8Array<ArrayBuffer>]));
  return readRows(file, { ...ctx, progress: () => undefined }, issues);
}

async function* archivedSessions(
  database: AgentDatabase,
  source: Source,
  ctx: ReadContext,
  issues: Issues,
  only: string | undefined,
): AsyncGenerator<Session> {
  const live = new Set(database.sessions.map(({ id }) => id));
  for (const { id, sessionId, reason } of database.archives) {
    if (reason === 'archive_elsewhere' || (only !== undefined && only !== sessionId)) continue;
    const session = await readArchivedSession(database, { id, sessionId }, source, ctx, issues);
    const about = {
      title: '',
      tags: [reason === 'deleted_session' ? 'deleted' : 'archived'],
      outcome: 'unknown' as const,
    };
    yield { ...session, id: live.has(sessionId) ? id : sessionId, about };
  }
}

async function readArchivedSession(
  database: AgentDatabase,
  { id, sessionId }: Pick<DatabaseArchive, 'id' | 'sessionId'>,
  source: Source,
  ctx: ReadContext,
  issues: Issues,
): Promise<Session> {
  try {
    const rows = await archivedRows(database, id, source, ctx, issues);
    return await readSessionRows(rows, sessionId, ctx.limits.sessionBytes, issues);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    issues.add('session_unreadable');
    return { ...UNREADABLE, id: sessionId };
  }
}
