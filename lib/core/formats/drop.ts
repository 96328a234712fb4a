import { HEAD_BYTES, unpack } from '../stages/unpack.ts';
import { asString } from '../text/json.ts';
import type { SourceFile } from '../types.ts';
import { type BundleFiles, findBundles, type RecognisedFile } from './bundle-files.ts';
import { databaseOf, databaseVersion } from './database-source.ts';
import { readHead } from './file.ts';
import { InputError } from './input-error.ts';
import { type Recognised, recognise, type SessionHint } from './recognise.ts';
import {
  createSkipped,
  manifestMissing,
  nothingFound,
  type Skipped,
  skippedFile,
  unreadable,
} from './skipped-files.ts';
import type { Drop, Limits, ReadContext, Source, SourceKind, SourceSession } from './source.ts';

/** Unpacks and recognises everything that was dropped. Opens each file's beginning only; episodes are read later. */
export async function openDrop(files: AsyncIterable<SourceFile>, ctx: ReadContext): Promise<Drop> {
  const skipped = createSkipped();
  const found: RecognisedFile[] = [];
  for await (const { file, head } of unpack(files, ctx, skipped.add))
    found.push({ file, found: await recogniseSafely(file, head, ctx.limits) });
  const all = await withOwnPaths(found);
  const relations = readRelations(all);
  const bundles = (await findBundles(all, ctx.limits)).map((bundle) => bundleSource(bundle, skipped));
  const told = new Set<SourceFile>();
  const databases = await findDatabases(all, ctx, (file, error) => {
    told.add(file);
    skipped.add(unreadable(file, error));
  });
  const drafts: Omit<Source, 'index'>[] = [...bundles, ...databases];
  const claimed = new Set(drafts.flatMap((source) => source.files));
  for (const { file, found } of all) {
    if (claimed.has(file) || told.has(file)) continue;
    if (found.what === 'source') drafts.push(sourceOf(file, found));
    else skipped.add(skippedFile(file, found));
  }
  const sources = drafts
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map((source, index) => ({
      ...source,
      index,
      sessions: (source.sessions ?? []).map((session) => related(session, relations)),
    }));
  if (sources.length === 0) skipped.add(nothingFound(all.length));
  return { sources, skipped: skipped.list() };
}

/** Files that came under one path are numbered by what they hold, whatever order they came in. */
async function withOwnPaths(all: readonly RecognisedFile[]): Promise<readonly RecognisedFile[]> {
  const byPath = new Map<string, RecognisedFile[]>();
  for (const one of all) byPath.set(one.file.path, [...(byPath.get(one.file.path) ?? []), one]);
  const taken = new Set(byPath.keys());
  const named: RecognisedFile[] = [];
  for (const [path, same] of [...byPath].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first, ...others] = same.length === 1 ? same : await byContent(same);
    if (first) named.push(first);
    for (const [at, one] of others.entries()) {
      let n = at + 2;
      while (taken.has(`${path} (${n})`)) n++;
      taken.add(`${path} (${n})`);
      named.push({ ...one, file: { ...one.file, path: `${path} (${n})` } });
    }
  }
  return named;
}

async function byContent(same: readonly RecognisedFile[]): Promise<readonly RecognisedFile[]> {
  const heads = new Map<RecognisedFile, string>();
  for (const one of same) heads.set(one, await beginning(one.file));
  const head = (one: RecognisedFile) => heads.get(one) ?? '';
  return [...same].sort((a, b) => a.file.size - b.file.size || (head(a) < head(b) ? -1 : head(a) > head(b) ? 1 : 0));
}

const latin1 = new TextDecoder('latin1');

async function beginning(file: SourceFile): Promise<string> {
  try {
    return latin1.decode(await readHead(file, HEAD_BYTES));
  } catch (error) {
    if (error instanceof InputError) return '';
    throw error;
  }
}

function bundleSource(bundle: BundleFiles, skipped: Skipped): Omit<Source, 'index'> {
  const { folder, files, sessions, version, hasManifest } = bundle;
  const path = folder === '' ? '.' : folder;
  if (!hasManifest) skipped.add(manifestMissing(path));
  const size = files.reduce((sum, part) => sum + part.size, 0);
  return { path, kind: 'bundle', version, size, files, sessions: sessions.map(sessionOf) };
}

async function recogniseSafely(file: SourceFile, head: Uint8Array<ArrayBuffer>, limits: Limits): Promise<Recognised> {
  try {
    return await recognise(file, head, limits);
  } catch (error) {
    if (error instanceof InputError) return { what: 'unknown' };
    throw error;
  }
}

function sourceOf(file: SourceFile, found: Recognised & { what: 'source' }): Omit<Source, 'index'> {
  const { kind, version } = found;
  const named = SESSION_FILES.has(kind) ? [{ id: nameOf(file.path), parent: '' }] : [];
  const sessions = found.sessions.length > 0 ? found.sessions : named;
  return { path: file.path, kind, version, size: file.size, files: [file], sessions: sessions.map(sessionOf) };
}

const SESSION_FILES: ReadonlySet<SourceKind> = new Set(['session', 'claude-code', 'codex']);

/** A session without a header is called after its file, which OpenClaw calls after the session. */
export function nameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.jsonl.*$/, '');
  return UUID.exec(name)?.[0] ?? name;
}

const sessionOf = (hint: SessionHint): SourceSession => ({ id: hint.id, parent: idFromPath(hint.parent) });

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** `parentSession` is an id or the path of a session file. */
const idFromPath = (parent: string): string =>
  parent.includes('/') || parent.includes('\\') ? nameOf(parent.replaceAll('\\', '/')) : parent;

/** Databases of OpenClaw, each with the log that was dropped beside it. */
async function findDatabases(
  all: readonly RecognisedFile[],
  ctx: ReadContext,
  fail: (file: SourceFile, error: InputError) => void,
): Promise<Omit<Source, 'index'>[]> {
  const logs = new Map(all.flatMap(({ file, found }) => (found.what === 'database-log' ? [[file.path, file]] : [])));
  const sources: Omit<Source, 'index'>[] = [];
  for (const { file, found } of all) {
    if (found.what !== 'database') continue;
    const log = logs.get(`${file.path}-wal`);
    const files = log ? [file, log] : [file];
    try {
      const database = await databaseOf(files, ctx);
      if (!database) continue;
      const sessions = database.sessions.map(({ id, parent }) => ({ id, parent }));
      const size = files.reduce((sum, part) => sum + part.size, 0);
      sources.push({
        path: file.path,
        kind: 'database',
        version: await databaseVersion(database),
        size,
        files,
        sessions,
      });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      fail(file, error);
    }
  }
  return sources;
}

/** Session id → parent id, from the session indexes of the drop. */
function readRelations(all: readonly RecognisedFile[]): ReadonlyMap<string, string> {
  const relations = new Map<string, string>();
  for (const { found } of all) {
    if (found.what !== 'index') continue;
    for (const value of found.sessions.values()) {
      const id = asString(value.sessionId);
      const parentKey =
        asString(value.spawnedBy) ?? asString(value.parentSessionKey) ?? asString(value.forkSourceSessionKey);
      const parent = parentKey === undefined ? undefined : asString(found.sessions.get(parentKey)?.sessionId);
      if (id !== undefined && parent !== undefined && parent !== id) relations.set(id, parent);
    }
  }
  return relations;
}

const related = (session: SourceSession, relations: ReadonlyMap<string, string>): SourceSession =>
  session.parent === '' ? { ...session, parent: relations.get(session.id) ?? '' } : session;
