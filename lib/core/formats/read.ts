import type { Finding } from '../types.ts';
import type { Capture, RunEnd } from './capture.ts';
import { sumDamage } from './damage.ts';
import { InputError } from './input-error.ts';
import { createIssues } from './issues.ts';
import { joinOf } from './join.ts';
import { loadSessions } from './load.ts';
import { inspectRows, readRowEpisodes } from './row-episodes.ts';
import { type Session, userTurns } from './session.ts';
import { readSession, sessionCounts } from './session-episodes.ts';
import type { Drop, Parsed, ReadContext, SessionReport, Source } from './source.ts';

/** Everything in a source that could be a row: an episode, or a loss with its reason. */
export async function* readEpisodes(source: Source, drop: Drop, ctx: ReadContext): AsyncGenerator<Parsed> {
  const issues = createIssues(source.path);
  try {
    if (source.kind === 'episodes' || source.kind === 'protocol-rows') {
      yield* readRowEpisodes(source, drop, ctx, issues, (id) => turnsOf(id, drop, ctx));
      return;
    }
    for (const session of await loadSessions(source, ctx, issues)) {
      ctx.signal.throwIfAborted();
      const reader = await readerOf(session.id, source, drop, ctx);
      const companions = reader === source ? await companionsOf(session.id, source, drop, ctx) : NO_COMPANIONS;
      const place = { path: source.path, groupKey: joinOf(drop).groupKey(session.id), ...companions };
      for (const parsed of readSession(session, place, issues).parsed)
        yield reader === source ? parsed : { type: 'dropped', id: idOf(parsed), reason: 'same_session' };
    }
  } catch (error) {
    ctx.report(failure(error, source.path));
  } finally {
    for (const finding of issues.findings()) ctx.report(finding);
  }
}

/** What `inspect` tells of a source. Joined copies are shown too, each with its own counts. */
export async function inspectSource(source: Source, drop: Drop, ctx: ReadContext) {
  const issues = createIssues(source.path);
  const sessions: SessionReport[] = [];
  try {
    if (source.kind === 'episodes' || source.kind === 'protocol-rows')
      sessions.push(...(await inspectRows(source, ctx, issues)));
    else
      for (const session of await loadSessions(source, ctx, issues)) {
        const companions = await companionsOf(session.id, source, drop, ctx);
        const { damage } = readSession(session, { path: source.path, groupKey: session.id, ...companions }, issues);
        const warnings = [...new Set([...session.warnings, ...issues.codes()])].sort();
        sessions.push({
          id: session.id,
          counts: sessionCounts(session),
          damage: sumDamage([damage]),
          repaired: {},
          warnings,
        });
      }
  } catch (error) {
    ctx.report(failure(error, source.path));
  }
  for (const finding of issues.findings()) ctx.report(finding);
  return { path: source.path, kind: source.kind, version: source.version, sessions };
}

interface Companions {
  readonly captures: readonly Capture[];
  readonly runs: readonly RunEnd[];
}
const NO_COMPANIONS: Companions = { captures: [], runs: [] };

/** What the other files of the drop recorded about a session: bundles and sidecars know prompt, tools and outcome. */
async function companionsOf(sessionId: string, source: Source, drop: Drop, ctx: ReadContext): Promise<Companions> {
  const captures: Capture[] = [];
  const runs: RunEnd[] = [];
  for (const other of joinOf(drop).holders(sessionId)) {
    if (other === source || other.kind === 'session') continue;
    for (const session of await loadQuietly(other, ctx)) {
      if (session.id !== sessionId) continue;
      captures.push(...session.captures);
      runs.push(...session.runs);
    }
  }
  return { captures: captures.sort((a, b) => a.timeMs - b.timeMs), runs: runs.sort((a, b) => a.timeMs - b.timeMs) };
}

/** The source that gives a session: the most trusted one that really holds messages of it. */
async function readerOf(sessionId: string, asking: Source, drop: Drop, ctx: ReadContext): Promise<Source> {
  const holders = joinOf(drop).holders(sessionId);
  for (const holder of holders) {
    if (holder === asking && holders.length === 1) return asking;
    if ((await turnsIn(holder, sessionId, drop, ctx)) > 0) return holder;
  }
  return holders[0] ?? asking;
}

async function turnsOf(sessionId: string, drop: Drop, ctx: ReadContext): Promise<number> {
  let most = 0;
  for (const holder of joinOf(drop).holders(sessionId))
    most = Math.max(most, await turnsIn(holder, sessionId, drop, ctx));
  return most;
}

const turns = new WeakMap<Drop, Map<string, number>>();

async function turnsIn(holder: Source, sessionId: string, drop: Drop, ctx: ReadContext): Promise<number> {
  const known = turns.get(drop) ?? new Map<string, number>();
  turns.set(drop, known);
  const key = `${holder.index}/${sessionId}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const session = (await loadQuietly(holder, ctx)).find(({ id }) => id === sessionId);
  const count = session ? userTurns(session) : 0;
  known.set(key, count);
  return count;
}

/** A source read beside another: its findings and bytes are told when it is read for itself. */
async function loadQuietly(source: Source, ctx: ReadContext): Promise<readonly Session[]> {
  try {
    return await loadSessions(source, { ...ctx, progress: () => undefined }, createIssues(source.path));
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

const idOf = (parsed: Parsed): string => (parsed.type === 'episode' ? parsed.episode.id : parsed.id);

function failure(error: unknown, path: string): Finding {
  if (!(error instanceof InputError)) throw error;
  return { stage: 'parse', code: error.code, severity: 'error', path, count: 1, message: error.message };
}
