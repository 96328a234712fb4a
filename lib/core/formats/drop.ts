import { unpack } from '../stages/unpack.ts';
import { asString, isJsonObject } from '../text/json.ts';
import type { Finding, JsonObject, JsonValue, Severity, SourceFile } from '../types.ts';
import { databaseOf, databaseVersion } from './database-source.ts';
import { readText } from './file.ts';
import { InputError } from './input-error.ts';
import { parseJson } from './json-rows.ts';
import { type Recognised, recognise, type SessionHint } from './recognise.ts';
import type { Drop, Limits, ReadContext, Source, SourceKind, SourceSession } from './source.ts';

interface File {
  readonly file: SourceFile;
  readonly found: Recognised;
}

/** Unpacks and recognises everything that was dropped. Opens each file's beginning only; episodes are read later. */
export async function openDrop(files: AsyncIterable<SourceFile>, ctx: ReadContext): Promise<Drop> {
  const skipped = createSkipped();
  const all: File[] = [];
  const paths = new Set<string>();
  for await (const { file, head } of unpack(files, ctx, skipped.add)) {
    const renamed = { ...file, path: uniquePath(file.path, paths) };
    all.push({ file: renamed, found: await recogniseSafely(renamed, head, ctx.limits) });
  }
  const relations = readRelations(all);
  const bundles = await findBundles(all, ctx.limits);
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

function uniquePath(path: string, taken: Set<string>): string {
  let unique = path;
  for (let n = 2; taken.has(unique); n++) unique = `${path} (${n})`;
  taken.add(unique);
  return unique;
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
  const hint = found.session ?? (SESSION_FILES.has(kind) ? { id: nameOf(file.path), parent: '' } : null);
  return { path: file.path, kind, version, size: file.size, files: [file], sessions: hint ? [sessionOf(hint)] : [] };
}

const SESSION_FILES: ReadonlySet<SourceKind> = new Set(['session', 'claude-code', 'codex']);

/** A session without a header is called after its file. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.jsonl.*$/, '');

const sessionOf = (hint: SessionHint): SourceSession => ({ id: hint.id, parent: idFromPath(hint.parent) });

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** `parentSession` is an id or the path of a session file. */
const idFromPath = (parent: string): string =>
  parent.includes('/') || parent.includes('\\') ? (UUID.exec(parent)?.[0] ?? nameOf(parent)) : parent;

const BUNDLE_FILES: ReadonlySet<string> = new Set([
  'manifest.json',
  'events.jsonl',
  'session-branch.json',
  'metadata.json',
  'artifacts.json',
  'prompts.json',
  'system-prompt.txt',
  'tools.json',
]);
const SMALL_FILE_BYTES = 16 * 2 ** 20;

/** Every manifest with the marker, with the files that stand beside it under a bundle's names. */
async function findBundles(all: readonly File[], limits: Limits): Promise<Omit<Source, 'index'>[]> {
  const folders = new Map<string, SourceFile[]>();
  for (const { file } of all) {
    const folder = folderOf(file.path);
    const inside = folders.get(folder);
    if (inside) inside.push(file);
    else folders.set(folder, [file]);
  }
  const bundles: Omit<Source, 'index'>[] = [];
  for (const { file, found } of all) {
    if (found.what !== 'manifest' || baseOf(file.path) !== 'manifest.json') continue;
    const folder = folderOf(file.path);
    const files = (folders.get(folder) ?? []).filter(({ path }) => BUNDLE_FILES.has(baseOf(path)));
    const size = files.reduce((sum, part) => sum + part.size, 0);
    const version = await bundleVersion(files, limits);
    const sessions = found.session ? [sessionOf(found.session)] : [];
    bundles.push({ path: folder === '' ? '.' : folder, kind: 'bundle', version, size, files, sessions });
  }
  return bundles;
}

/** Databases of OpenClaw, each with the log that was dropped beside it. */
async function findDatabases(
  all: readonly File[],
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

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();

export const bundleFile = (source: Source, name: string): SourceFile | undefined =>
  source.files.find((file) => baseOf(file.path) === name);

async function bundleVersion(files: readonly SourceFile[], limits: Limits): Promise<string> {
  const metadata = files.find((file) => baseOf(file.path) === 'metadata.json');
  if (!metadata) return '';
  const value = await readJsonFile(metadata, limits);
  return isJsonObject(value?.harness) ? (asString(value.harness.version) ?? '') : '';
}

/** A small JSON object file; undefined when it is none or cannot be read. */
export async function readJsonFile(file: SourceFile, limits: Limits): Promise<JsonObject | undefined> {
  const value = await readJsonValue(file, limits);
  return isJsonObject(value) ? value : undefined;
}

export async function readJsonValue(file: SourceFile, limits: Limits): Promise<JsonValue | undefined> {
  try {
    return parseJson((await readText(file, SMALL_FILE_BYTES)).replace(/^\ufeff/, ''), limits.jsonDepth);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Session id → parent id, from the session indexes of the drop. */
function readRelations(all: readonly File[]): ReadonlyMap<string, string> {
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

const SKIPPED: Readonly<Record<Exclude<Recognised['what'], 'source'>, readonly [code: string, Severity, string]>> = {
  manifest: [
    'manifest_misplaced',
    'warning',
    'A bundle manifest under another name; call it manifest.json and drop its folder.',
  ],
  'bundle-part': [
    'bundle_part',
    'warning',
    'A part of a bundle without its manifest.json; drop the whole bundle folder.',
  ],
  pointer: ['pointer', 'info', 'A pointer to a recording; it holds no conversation.'],
  index: [
    'session_index',
    'info',
    'A session index; it holds no conversation and served to tell which sessions are relatives.',
  ],
  empty: ['empty_file', 'warning', 'The file is empty.'],
  binary: ['binary_file', 'warning', 'The file is not text and not a format that this reader knows.'],
  utf16: ['utf16_file', 'warning', 'The file is UTF-16; save it as UTF-8 and drop it again.'],
  database: ['database_foreign', 'warning', 'A database that is not one of OpenClaw’s, or is damaged.'],
  'database-log': ['database_log', 'info', 'The log of a database that was not dropped with it.'],
  'long-line': [
    'line_too_long',
    'warning',
    'The file is one line beyond the length limit of 64 MiB, so nothing of it was read; split it into lines.',
  ],
  unknown: ['unknown_file', 'warning', 'Nothing in the file looks like a session, bundle or training row.'],
};

function skippedFile(file: SourceFile, found: Exclude<Recognised, { what: 'source' }>): Finding {
  const [code, severity, message] = SKIPPED[found.what];
  return { stage: 'unpack', code, severity, path: file.path, count: 1, message };
}

const unreadable = (file: SourceFile, { code, message }: InputError): Finding => ({
  stage: 'unpack',
  code,
  severity: 'error',
  path: file.path,
  count: 1,
  message,
});

const nothingFound = (files: number): Finding => ({
  stage: 'unpack',
  code: 'nothing_recognised',
  severity: 'error',
  path: '',
  count: files,
  message:
    'Nothing here is an OpenClaw session, bundle or training file; drop the folder ~/.openclaw/agents or an exported bundle.',
});

/** Findings told one by one; beyond that they are only counted. */
const TOLD_PER_CODE = 200;

interface Skipped {
  readonly add: (finding: Finding) => void;
  list(): readonly Finding[];
}

function createSkipped(): Skipped {
  const byCode = new Map<string, { told: Finding[]; more: number }>();
  return {
    add: (finding) => {
      const entry = byCode.get(finding.code) ?? { told: [], more: 0 };
      byCode.set(finding.code, entry);
      if (entry.told.length < TOLD_PER_CODE) entry.told.push(finding);
      else entry.more += finding.count;
    },
    list: () =>
      [...byCode.values()].flatMap(({ told, more }) => {
        const [first] = told;
        return first && more > 0 ? [...told, { ...first, path: '', count: more }] : told;
      }),
  };
}
