import type { Capture, RunEnd } from './capture.ts';
import { hasTrims } from './dynamic-trim.ts';
import { InputError } from './input-error.ts';
import { createIssues } from './issues.ts';
import { joinOf } from './join.ts';
import { loadSessions } from './load.ts';
import type { Entry } from './openclaw-entry.ts';
import type { Recorded } from './openclaw-trajectory.ts';
import { type Copy, lossesOf } from './repair.ts';
import type { RunRecord } from './run-log.ts';
import { roleOf, type Session, userTurns } from './session.ts';
import { draftsOf } from './session-episodes.ts';
import type { Drop, ReadContext, Source } from './source.ts';

export interface Companions {
  readonly captures: readonly Capture[];
  readonly runs: readonly RunEnd[];
  readonly recorded: readonly Recorded[];
  readonly runLog: readonly RunRecord[];
}

/** What the other files of the drop recorded about a session: bundles and sidecars know prompt, tools and outcome. */
export async function companionsOf(
  sessionId: string,
  source: Source,
  drop: Drop,
  ctx: ReadContext,
): Promise<Companions> {
  const captures: Capture[] = [];
  const runs: RunEnd[] = [];
  const recorded: Recorded[] = [];
  const runLog = new Map<string, RunRecord>();
  for (const other of joinOf(drop).holders(sessionId)) {
    if (other === source || other.kind === 'session') continue;
    const session = await loadQuietly(other, sessionId, ctx);
    captures.push(...(session?.captures ?? []));
    runs.push(...(session?.runs ?? []));
    if (session?.recorded) recorded.push(session.recorded);
    for (const run of session?.runLog ?? []) if (!runLog.has(run.id)) runLog.set(run.id, run);
  }
  return {
    captures: captures.sort((a, b) => a.timeMs - b.timeMs),
    runs: runs.sort((a, b) => a.timeMs - b.timeMs),
    recorded,
    runLog: [...runLog.values()],
  };
}

/** Other copies of a session, most trusted first, when this one has something to put right. */
export async function copiesOf(
  session: Session,
  source: Source,
  drop: Drop,
  ctx: ReadContext,
): Promise<readonly Copy[]> {
  const others = joinOf(drop)
    .holders(session.id)
    .filter((holder) => holder !== source);
  if (others.length === 0) return [];
  const drafts = draftsOf(session.path);
  if (!hasTrims(drafts) && drafts.every((draft) => lossesOf(draft).length === 0)) return [];
  const copies: Copy[] = [];
  for (const other of others) {
    const copy = await loadQuietly(other, session.id, ctx);
    if (copy) copies.push({ kind: other.kind, path: copy.path });
  }
  return copies;
}

/**
 * The source that gives a session: of the most trusted kind that really holds messages of it, the one that got furthest; a less
 * trusted one only where it goes on from all that the trusted one says. Its damage is put right from the trusted one.
 */
export async function readerOf(sessionId: string, asking: Source, drop: Drop, ctx: ReadContext): Promise<Source> {
  const holders = joinOf(drop).holders(sessionId);
  if (holders.length === 0) return firstTo(sessionId, asking, drop, ctx);
  if (holders.length === 1 && holders[0] === asking) return asking;
  const known = readers.get(drop) ?? new Map<string, Source>();
  readers.set(drop, known);
  const reader = known.get(sessionId) ?? (await furthest(sessionId, holders, drop, ctx)) ?? holders[0] ?? asking;
  known.set(sessionId, reader);
  return reader;
}

const readers = new WeakMap<Drop, Map<string, Source>>();

async function furthest(
  sessionId: string,
  holders: readonly Source[],
  drop: Drop,
  ctx: ReadContext,
): Promise<Source | undefined> {
  let best: { readonly holder: Source; readonly reach: Reach } | undefined;
  for (const holder of holders) {
    const reach = await reachOf(holder, sessionId, drop, ctx);
    if (!best || holder.kind === best.holder.kind) {
      if (reach.turns > (best?.reach.turns ?? 0)) best = { holder, reach };
    } else if (reach.messages > best.reach.messages && (await goesOn(sessionId, holder, best.holder, ctx)))
      best = { holder, reach };
  }
  return best?.holder;
}

/** Whether a copy says all that another one says and more, nothing of it from a branch that the other one knows to be left. */
async function goesOn(sessionId: string, longer: Source, shorter: Source, ctx: ReadContext): Promise<boolean> {
  const [more, less] = [await loadQuietly(longer, sessionId, ctx), await loadQuietly(shorter, sessionId, ctx)];
  const [ids, start] = [messageIds(more), messageIds(less)];
  const rest = ids.slice(start.length);
  return (
    start.every((id, at) => id !== '' && id === ids[at]) &&
    rest.every((id) => id !== '' && less?.left?.has(id) !== true)
  );
}

const messageIds = (session: Session | undefined): readonly string[] =>
  (session?.path ?? []).filter((entry) => roleOf(entry) !== '').map(({ id }) => id);

const claims = new WeakMap<Drop, Map<string, Source>>();

/**
 * Of the files whose beginning names a session the first that holds it; a session that none announced belongs to the one that
 * turns out to hold it first.
 */
async function firstTo(sessionId: string, asking: Source, drop: Drop, ctx: ReadContext): Promise<Source> {
  const announcers = joinOf(drop).announcers(sessionId);
  for (const source of announcers)
    if (announcers.length === 1 || (await turnsIn(source, sessionId, drop, ctx)) > 0) return source;
  const known = claims.get(drop) ?? new Map<string, Source>();
  claims.set(drop, known);
  const owner = known.get(sessionId) ?? asking;
  known.set(sessionId, owner);
  return owner;
}

/** User turns of the copy that got furthest. */
export async function turnsOf(sessionId: string, drop: Drop, ctx: ReadContext): Promise<number> {
  let most = 0;
  for (const holder of joinOf(drop).holders(sessionId))
    most = Math.max(most, await turnsIn(holder, sessionId, drop, ctx));
  return most;
}

/** How far a copy of a session got. */
interface Reach {
  readonly turns: number;
  readonly messages: number;
}

const reaches = new WeakMap<Drop, Map<string, Reach>>();

async function reachOf(holder: Source, sessionId: string, drop: Drop, ctx: ReadContext): Promise<Reach> {
  const known = reaches.get(drop) ?? new Map<string, Reach>();
  reaches.set(drop, known);
  const key = `${holder.index}/${sessionId}`;
  const before = known.get(key);
  if (before) return before;
  const session = await loadQuietly(holder, sessionId, ctx);
  const reach = session
    ? { turns: userTurns(session), messages: messageIds(session).length }
    : { turns: 0, messages: 0 };
  known.set(key, reach);
  return reach;
}

/** User turns that a source holds of a session; 0 when it cannot be read. */
export const turnsIn = async (holder: Source, sessionId: string, drop: Drop, ctx: ReadContext): Promise<number> =>
  (await reachOf(holder, sessionId, drop, ctx)).turns;

/** A session read beside another copy: its findings and bytes are told when its source is read for itself. */
export async function loadQuietly(source: Source, sessionId: string, ctx: ReadContext): Promise<Session | undefined> {
  try {
    const quiet = { ...ctx, progress: () => undefined };
    for await (const session of loadSessions(source, quiet, createIssues(source.path), sessionId)) return session;
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/**
 * Entries that a fork took over from the session it was forked from, where the drop holds that: they are context, for they are
 * trained on there.
 */
export async function copiedFrom(session: Session, drop: Drop, ctx: ReadContext): Promise<ReadonlySet<Entry>> {
  const parentId = joinOf(drop).parent(session.id) || (session.parent ?? '');
  const [holder] = parentId === '' || parentId === session.id ? [] : joinOf(drop).holders(parentId);
  if (!holder) return NONE;
  const parent = await loadQuietly(await readerOf(parentId, holder, drop, ctx), parentId, ctx);
  const theirs = new Map((parent?.path ?? []).map((entry) => [entry.id, entry]));
  const isCopy = (entry: Entry): boolean => {
    const twin = entry.id === '' ? undefined : theirs.get(entry.id);
    return twin !== undefined && roleOf(entry) !== '' && sameMessage(twin, entry);
  };
  return new Set(session.path.filter(isCopy));
}

const NONE: ReadonlySet<Entry> = new Set();

const sameMessage = (one: Entry, other: Entry): boolean =>
  JSON.stringify(one.raw.message) === JSON.stringify(other.raw.message);
