import { isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { bundleFile, readJsonFile, readJsonValue, readSmallText } from './bundle-files.ts';
import { readCapture } from './capture.ts';
import { readClaudeCode } from './claude-code.ts';
import { readCodex } from './codex.ts';
import { databaseSessions } from './database-source.ts';
import { nameOf } from './drop.ts';
import type { Issues } from './issues.ts';
import { type Row, readRows } from './json-rows.ts';
import { readEntry } from './openclaw-entry.ts';
import { readSessionFile } from './openclaw-session.ts';
import { readTrajectories, type Trajectory } from './openclaw-trajectory.ts';
import type { Session } from './session.ts';
import type { ReadContext, Source } from './source.ts';

/** The sessions of a source that holds whole transcripts, or only the one asked for; none for kinds whose lines are conversations. */
export async function* loadSessions(
  source: Source,
  ctx: ReadContext,
  issues: Issues,
  only?: string,
): AsyncGenerator<Session> {
  if (source.kind === 'database') {
    yield* databaseSessions(source, ctx, issues, only);
    return;
  }
  for (const session of await loadFile(source, ctx, issues))
    if (only === undefined || session.id === only) yield session;
}

async function loadFile(source: Source, ctx: ReadContext, issues: Issues): Promise<readonly Session[]> {
  const [file] = source.files;
  if (!file) return [];
  switch (source.kind) {
    case 'session':
      return readSessionFile(readRows(file, ctx, issues), nameOf(file.path), ctx.limits.sessionBytes, issues);
    case 'events':
    case 'sidecar': {
      const trajectories = await readTrajectories(readRows(file, ctx, issues), ctx.limits.sessionBytes, issues);
      return trajectories.map((trajectory) => fromTrajectory(trajectory, source, issues));
    }
    case 'claude-code':
      return readClaudeCode(readRows(file, ctx, issues), nameOf(file.path), ctx.limits.sessionBytes);
    case 'codex':
      return [await readCodex(readRows(file, ctx, issues), nameOf(file.path), ctx.limits.sessionBytes)];
    case 'bundle':
      return loadBundle(source, ctx, issues);
    default:
      return [];
  }
}

function fromTrajectory(trajectory: Trajectory, source: Source, issues: Issues): Session {
  const { sessionId, path, snapshot, captures, runs, damage, recorded, runLog } = trajectory;
  const own = path.length > 0;
  const version = source.version || trajectory.version || '1';
  const label = source.kind === 'sidecar' || !own ? 'openclaw-sidecar' : 'openclaw-bundle';
  return {
    id: sessionId || nameOf(source.path),
    parser: `${label}/${version}`,
    path: own ? path : snapshot,
    captures,
    runs,
    damage,
    recorded,
    runLog,
    warnings: issues.codes(),
  };
}

async function loadBundle(source: Source, ctx: ReadContext, issues: Issues): Promise<readonly Session[]> {
  const events = bundleFile(source, 'events.jsonl');
  const rows = events ? readRows(events, ctx, issues) : noRows();
  const trajectories = await readTrajectories(rows, ctx.limits.sessionBytes, issues);
  const sessions = trajectories.map((trajectory) => fromTrajectory(trajectory, source, issues));
  for (const file of source.files) if (file !== events) ctx.progress(file.size);
  const warnings = await manifestWarnings(source, ctx, issues);
  const complete = await Promise.all(sessions.map((session) => addLatestContext(session, source, ctx)));
  const found = complete.some((session) => session.path.length > 0)
    ? complete
    : await fromBranch(source, ctx, complete, issues);
  return found.map((session) => ({ ...session, warnings: [...new Set([...session.warnings, ...warnings])] }));
}

async function* noRows(): AsyncGenerator<Row> {}

async function manifestWarnings(source: Source, ctx: ReadContext, issues: Issues): Promise<readonly string[]> {
  const file = bundleFile(source, 'manifest.json');
  const manifest = file && (await readJsonFile(file, ctx.limits));
  const list = Array.isArray(manifest?.warnings) ? (manifest.warnings as readonly JsonValue[]) : [];
  const codes = list.filter(isJsonObject).flatMap(({ code }) => (typeof code === 'string' ? [code] : []));
  if (codes.length > 0) issues.add('bundle_rows_skipped', undefined, codes.length);
  return codes;
}

/** `tools.json` and `prompts.json` repeat the latest compiled context; used when no event is left that says it. */
async function addLatestContext(session: Session, source: Source, ctx: ReadContext): Promise<Session> {
  if (session.captures.length > 0) return session;
  const prompts = bundleFile(source, 'prompts.json');
  const tools = bundleFile(source, 'tools.json');
  const text = bundleFile(source, 'system-prompt.txt');
  const told = (prompts && (await readJsonFile(prompts, ctx.limits)))?.system;
  const systemPrompt = told ?? (text && (await readSmallText(text))?.replace(/\n$/, ''));
  const list = tools && (await readJsonValue(tools, ctx.limits));
  if (systemPrompt === undefined && list === undefined) return session;
  const data = Object.entries({ systemPrompt, tools: list }).filter(([, value]) => value !== undefined);
  return { ...session, captures: [readCapture(Object.fromEntries(data) as JsonObject, 0)] };
}

/** `session-branch.json` when no event of the transcript is left and no entry of it was cut (openclaw.md section 2.7). */
async function fromBranch(
  source: Source,
  ctx: ReadContext,
  sessions: readonly Session[],
  issues: Issues,
): Promise<readonly Session[]> {
  const file = bundleFile(source, 'session-branch.json');
  const branch = file && (await readJsonFile(file, ctx.limits));
  const entries = Array.isArray(branch?.entries) ? (branch.entries as readonly JsonValue[]) : [];
  if (!branch || entries.length === 0) return sessions;
  if (!entries.every(isJsonObject)) {
    issues.add('branch_cut');
    return sessions;
  }
  const header: JsonObject = isJsonObject(branch.header) ? branch.header : {};
  const id = typeof header.id === 'string' ? header.id : (source.sessions?.[0]?.id ?? nameOf(source.path));
  const base: Session = sessions[0] ?? { id, parser: '', path: [], captures: [], runs: [], damage: [], warnings: [] };
  return [
    { ...base, id, parser: 'openclaw-bundle/branch', path: entries.map((entry) => readEntry(entry as JsonObject, 0)) },
  ];
}
