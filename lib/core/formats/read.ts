import { DEFAULT_READING } from '../recipe.ts';
import type { Finding } from '../types.ts';
import { companionsOf, copiedFrom, copiesOf, loadQuietly, readerOf, turnsIn, turnsOf } from './companions.ts';
import { type DropReason, sumDamage } from './damage.ts';
import type { DatabaseArchive } from './database-archives.ts';
import { databaseOf } from './database-source.ts';
import { readFaithfully } from './faithful-episodes.ts';
import { InputError } from './input-error.ts';
import { createIssues, type Issues } from './issues.ts';
import { joinOf } from './join.ts';
import { loadSessions } from './load.ts';
import { lossesOf, repairedBy } from './repair.ts';
import { isRowKind } from './row-dialects.ts';
import { inspectRows, readRowEpisodes } from './row-episodes.ts';
import { type Session, userTurns } from './session.ts';
import { draftsOf, readSession, type SessionPlace, sessionCounts } from './session-episodes.ts';
import type { Drop, Parsed, ReadContext, SessionReport, Source } from './source.ts';
import { pairKeyOf, readSummaries } from './summary-episodes.ts';
import { compactionsOf } from './training-export/compactions.ts';
import { sumTrims, toldTrims } from './trim-audit.ts';

/** Everything in a source that could be a row: an episode, or a loss with its reason. */
export async function* readEpisodes(source: Source, drop: Drop, ctx: ReadContext): AsyncGenerator<Parsed> {
  const issues = createIssues(source.path);
  try {
    if (isRowKind(source.kind)) {
      yield* readRowEpisodes(source, drop, ctx, issues, {
        turns: (id) => turnsOf(id, drop, ctx),
        spared: async (id, losses) => {
          const session = await loadQuietly(await readerOf(id, source, drop, ctx), id, ctx);
          const left = new Set(draftsOf(session?.path ?? []).flatMap(lossesOf));
          return losses.filter((code) => !left.has(code));
        },
      });
      return;
    }
    let sessions = 0;
    for await (const session of loadSessions(source, ctx, issues)) {
      ctx.signal.throwIfAborted();
      sessions++;
      const reader = await readerOf(session.id, source, drop, ctx);
      if (reader !== source && userTurns(session) > (await turnsIn(reader, session.id, drop, ctx)))
        issues.add('newer_copy');
      const place = {
        path: source.path,
        groupKey: familyOf(session, drop),
        ...(reader === source ? await companionsOf(session.id, source, drop, ctx) : NO_COMPANIONS),
        copies: reader === source ? await copiesOf(session, source, drop, ctx) : [],
        copied: await copiedFrom(session, drop, ctx),
        reading: ctx.reading ?? DEFAULT_READING,
      };
      const parsed = readAsChosen(session, place, issues);
      if (reader === source) yield* parsed;
      else yield* asCopies(parsed, await sparedBy(reader, session, ctx));
    }
    const others = await leftOut(source, ctx);
    for (const { id, reason } of others) yield { type: 'dropped', id, reason };
    if (sessions + others.length === 0)
      yield { type: 'dropped', id: source.path, reason: 'empty_session' satisfies DropReason };
  } catch (error) {
    ctx.report(failure(error, source.path));
    yield { type: 'dropped', id: source.path, reason: 'unreadable_session' satisfies DropReason };
  } finally {
    for (const finding of issues.findings()) ctx.report(finding);
  }
}

/** OpenClaw's export knows its own sessions only; any other is read as ever. */
function readAsChosen(session: Session, place: SessionPlace, issues: Issues): readonly Parsed[] {
  const { mode, summaries } = place.reading;
  const faithful = mode === 'faithful' && session.harness === undefined;
  const { parsed } = faithful ? readFaithfully(session, place) : readSession(session, place, issues);
  if (!summaries) return parsed;
  const closed = new Set(faithful ? [] : compactionsOf(session.path).map(({ window }) => pairKeyOf(session, window)));
  return [...parsed.map((item) => asPaired(item, closed)), ...readSummaries(session, place)];
}

/** A conversation that a compaction closed is tied to the summary. */
function asPaired(parsed: Parsed, closed: ReadonlySet<string>): Parsed {
  if (parsed.type === 'dropped' || !closed.has(parsed.episode.id)) return parsed;
  return { ...parsed, episode: { ...parsed.episode, pairKey: parsed.episode.id } };
}

/** Losses in favour of another copy; what that copy spares is told with the first. */
function* asCopies(parsed: readonly Parsed[], repaired: Readonly<Record<string, number>>): Generator<Parsed> {
  for (const [at, item] of parsed.entries())
    yield {
      type: 'dropped',
      id: idOf(item),
      reason: 'same_session' satisfies DropReason,
      ...(at === 0 && Object.keys(repaired).length > 0 ? { repaired } : {}),
    };
}

/** Damage of a copy that the one which is read does not have. */
async function sparedBy(reader: Source, session: Session, ctx: ReadContext): Promise<Readonly<Record<string, number>>> {
  if (draftsOf(session.path).every((draft) => lossesOf(draft).length === 0)) return {};
  const better = await loadQuietly(reader, session.id, ctx);
  return better ? repairedBy(session, better).toRecord() : {};
}

const NO_COMPANIONS = { captures: [], runs: [], recorded: [], runLog: [] } as const;

/** Sessions that only their file's content names, as sub-agents, hang on the one that it tells. */
function familyOf(session: Session, drop: Drop): string {
  const { groupKey } = joinOf(drop);
  const known = groupKey(session.id);
  return known === session.id && session.parent ? groupKey(session.parent) : known;
}

const idOf = (parsed: Parsed): string => (parsed.type === 'episode' ? parsed.episode.id : parsed.id);

export interface SourceReport {
  readonly path: string;
  readonly kind: Source['kind'];
  readonly version: string;
  readonly sessions: readonly SessionReport[];
}

/** What `inspect` tells of a source. Joined copies are shown too, each with its own counts. */
export async function inspectSource(source: Source, drop: Drop, ctx: ReadContext): Promise<SourceReport> {
  const issues = createIssues(source.path);
  const sessions: SessionReport[] = [];
  try {
    if (isRowKind(source.kind)) sessions.push(...(await inspectRows(source, ctx, issues)));
    else
      for await (const session of loadSessions(source, ctx, issues))
        sessions.push(await reportSession(session, source, drop, ctx, issues));
    for (const { id, reason } of await leftOut(source, ctx))
      sessions.push({ id, counts: NOTHING, damage: {}, repaired: {}, warnings: [reason] });
  } catch (error) {
    ctx.report(failure(error, source.path));
  }
  for (const finding of issues.findings()) ctx.report(finding);
  return { path: source.path, kind: source.kind, version: source.version, sessions };
}

const NOTHING: SessionReport['counts'] = { user: 0, assistant: 0, tool_calls: 0, tool_results: 0 };

/** One session of a source, with what other copies would put right. */
export async function reportSession(
  session: Session,
  source: Source,
  drop: Drop,
  ctx: ReadContext,
  issues: Issues,
): Promise<SessionReport> {
  const companions = await companionsOf(session.id, source, drop, ctx);
  const reader = await readerOf(session.id, source, drop, ctx);
  const copies = reader === source ? await copiesOf(session, source, drop, ctx) : [];
  const reading = ctx.reading ?? DEFAULT_READING;
  const place = { path: source.path, groupKey: session.id, ...companions, copies, reading };
  const { parsed, damage } = readSession(session, place, issues);
  const putBack = sumDamage(parsed.map((item) => (item.type === 'episode' ? (item.episode.repaired ?? {}) : {})));
  const { trimmed_result: _, ...messages } = putBack;
  return {
    id: session.id,
    counts: sessionCounts(session),
    damage: sumDamage([damage, messages]),
    repaired: sumDamage([putBack, reader === source ? {} : await sparedBy(reader, session, ctx)]),
    warnings: [...new Set([...session.warnings, ...(source.kind === 'database' ? [] : issues.codes())])].sort(),
    ...toldTrims(sumTrims(parsed.map(({ trims }) => trims))),
  };
}

/** Sessions that a database keeps and that are not taken. */
async function leftOut(source: Source, ctx: ReadContext): Promise<readonly DatabaseArchive[]> {
  if (source.kind !== 'database') return [];
  const archives = (await databaseOf(source.files, ctx))?.archives ?? [];
  return ctx.archived ? archives.filter(({ reason }) => reason === 'archive_elsewhere') : archives;
}

function failure(error: unknown, path: string): Finding {
  if (!(error instanceof InputError)) throw error;
  return { stage: 'parse', code: error.code, severity: 'error', path, count: 1, message: error.message };
}
