import type { Drop } from '../formats/source.ts';
import { sumTrims, type TrimAudit, toldTrims } from '../formats/trim-audit.ts';
import type { Segment } from '../passes/segment.ts';
import { addCounts } from '../text/counts.ts';
import type { PageQuery } from '../types.ts';
import type { SessionListPage, SessionListRow } from './session-views.ts';

interface Gathered {
  title: string;
  startedMs: number;
  episodes: number;
  readonly dropped: Map<string, number>;
  readonly damage: Map<string, number>;
  readonly repaired: Map<string, number>;
  messages: number;
  toolCalls: number;
  readonly trims: (TrimAudit | undefined)[];
}

/** Kept elsewhere in a database: not read, so there is nothing to look at. */
const PUT_AWAY: ReadonlySet<string> = new Set(['deleted_session', 'archived_session', 'archive_elsewhere']);

/** Sessions of a source, those that it announced and those that only its lines name. */
export function sessionList(
  drop: Drop,
  segment: Segment | undefined,
  source: number,
  { offset, limit }: PageQuery,
): SessionListPage {
  const found = drop.sources[source];
  if (!found) return { total: 0, rows: [] };
  const sessions = new Map<string, Gathered>();
  const of = (id: string): Gathered => {
    const known = sessions.get(id) ?? start();
    sessions.set(id, known);
    return known;
  };
  for (const { id } of found.sessions ?? []) of(id);
  for (const entry of segment?.entries ?? []) {
    if (entry.source !== source) continue;
    const session = of(entry.sessionId);
    session.title ||= entry.title;
    if (entry.createdMs > 0) session.startedMs = Math.min(session.startedMs, entry.createdMs);
    session.episodes++;
    addCounts(session.damage, entry.damage);
    addCounts(session.repaired, entry.repaired);
    session.messages += entry.fingerprint.messages;
    session.toolCalls += entry.fingerprint.toolCalls;
    session.trims.push(entry.trims);
  }
  for (const lost of segment?.lost ?? []) {
    if (lost.source !== source || PUT_AWAY.has(lost.reason)) continue;
    const id = sessionIn(lost.id, sessions);
    if (id === undefined) continue;
    const session = of(id);
    addCounts(session.dropped, { [lost.reason]: 1 });
    addCounts(session.damage, lost.damage);
    addCounts(session.repaired, lost.repaired);
    session.trims.push(lost.trims);
  }
  const rows = [...sessions].map(([id, session]) => rowOf(id, session));
  return { total: rows.length, rows: rows.slice(offset, offset + limit) };
}

const start = (): Gathered => ({
  title: '',
  startedMs: Number.POSITIVE_INFINITY,
  episodes: 0,
  dropped: new Map(),
  damage: new Map(),
  repaired: new Map(),
  messages: 0,
  toolCalls: 0,
  trims: [],
});

/** Episodes of a session are called by it and their window. */
export function sessionIn(lostId: string, sessions: { has(id: string): boolean }): string | undefined {
  const named = lostId.replace(/\/\d+(\/summary)?$/, '');
  return [lostId, named].find((id) => sessions.has(id));
}

const rowOf = (id: string, session: Gathered): SessionListRow => ({
  id,
  title: session.title,
  startedMs: Number.isFinite(session.startedMs) ? session.startedMs : null,
  episodes: session.episodes,
  dropped: Object.fromEntries(session.dropped),
  damage: Object.fromEntries(session.damage),
  repaired: Object.fromEntries(session.repaired),
  messages: session.messages,
  toolCalls: session.toolCalls,
  ...toldTrims(sumTrims(session.trims)),
});
