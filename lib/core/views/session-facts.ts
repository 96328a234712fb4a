import { type Capture, captured, offeredTools, readTool } from '../formats/capture.ts';
import { companionsOf, copiesOf, readerOf, turnsIn } from '../formats/companions.ts';
import { DamageCounts } from '../formats/damage.ts';
import { isDraft } from '../formats/draft.ts';
import { createIssues, type Issues } from '../formats/issues.ts';
import { joinOf } from '../formats/join.ts';
import type { Entry } from '../formats/openclaw-entry.ts';
import { reportSession } from '../formats/read.ts';
import type { RowReading } from '../formats/row-dialect.ts';
import type { RunRecord } from '../formats/run-log.ts';
import type { Session } from '../formats/session.ts';
import { convertPath, draftsOf, firstWords, sessionTitle } from '../formats/session-episodes.ts';
import { type Drop, type ReadContext, SOURCE_KINDS, type Source } from '../formats/source.ts';
import { draftMoments, type EntryNote, type Moment, momentsOf } from '../formats/timeline.ts';
import { turnDamage } from '../formats/turn-damage.ts';
import { addUsage, NO_USAGE, readUsage, type Usage } from '../formats/usage.ts';
import { contextWindows } from '../formats/windows.ts';
import { DEFAULT_READING } from '../recipe.ts';
import { isJsonObject } from '../text/json.ts';
import type { JsonValue } from '../types.ts';
import type { RunView, SessionOverview } from './session-views.ts';

/** What is known of a session, texts still as they stand in its file. */
export type SessionFacts = Omit<
  SessionOverview,
  'path' | 'label' | 'version' | 'prompt' | 'copies' | 'kinds' | 'damagedEntries' | 'windows'
> & {
  readonly moments: readonly Moment[];
  readonly prompt: string | undefined;
};

const EVER = Number.POSITIVE_INFINITY;

export async function fromSession(
  session: Session,
  source: Source,
  drop: Drop,
  ctx: ReadContext,
  issues: Issues,
): Promise<SessionFacts> {
  const report = await reportSession(session, source, drop, ctx, issues);
  const others = await companionsOf(session.id, source, drop, ctx);
  const captures = [...others.captures, ...session.captures].sort((a, b) => a.timeMs - b.timeMs);
  const own = session.runLog ?? [];
  const runs = own.length > 0 ? own : others.runLog;
  const notes = await notesOn(session, source, drop, ctx);
  const moments = momentsOf(session.path, runs, notes);
  const { user, assistant, tool_calls: toolCalls, tool_results: toolResults } = report.counts;
  const times = moments.flatMap(({ timeMs }) => (timeMs === undefined ? [] : [timeMs]));
  return {
    id: session.id,
    title: session.about?.title || sessionTitle(session.path) || firstWords(draftsOf(session.path)),
    counts: { user, assistant, toolCalls, toolResults },
    ...promptOf(captures),
    tools: toolsOf(
      offeredTools(captures, EVER),
      captures.flatMap(({ tools }) => tools ?? []),
      moments,
    ),
    ...spendingOf(session),
    runs: runs.map(runView),
    damage: report.damage,
    repaired: report.repaired,
    warnings: report.warnings,
    repairs: repairsOf(moments),
    ...(report.trims ? { trims: report.trims } : {}),
    provenance: [
      ['read as', session.parser],
      ['harness', session.harness ?? 'openclaw'],
      ['started', dateOf(times[0])],
      ['ended', dateOf(times.at(-1))],
      ['started by', session.parent ?? ''],
    ]
      .filter(([, value]) => value !== '')
      .map(([name = '', value = '']) => ({ name, value })),
    moments,
  };
}

/** What is to be said of entries beyond their own texts: which copy has them whole, and what is wrong with their place. */
async function notesOn(
  session: Session,
  source: Source,
  drop: Drop,
  ctx: ReadContext,
): Promise<ReadonlyMap<Entry, EntryNote>> {
  const copies = await copiesOf(session, source, drop, ctx);
  const reading = ctx.reading ?? DEFAULT_READING;
  const converted = convertPath(session.path, { copies, reading }, new DamageCounts());
  const notes = new Map<Entry, EntryNote>();
  for (const { fresh, closed } of contextWindows(session.path, createIssues(source.path))) {
    const placed = fresh.flatMap((entry) => {
      const draft = converted.get(entry) ?? null;
      return isDraft(draft) ? [{ entry, draft }] : [];
    });
    const wrong = turnDamage(
      placed.map(({ draft }) => draft),
      closed,
    );
    for (const [at, { entry, draft }] of placed.entries()) {
      const affected = draft.masked && draft.trims?.affected ? (['trim_masked'] as const) : [];
      const damage = [...(wrong.get(at) ?? []), ...affected];
      if (damage.length === 0 && !draft.repaired) continue;
      notes.set(entry, { wholeIn: draft.repaired ? SOURCE_KINDS[draft.repaired.from] : '', damage });
    }
  }
  return notes;
}

function repairsOf(moments: readonly Moment[]): SessionFacts['repairs'] {
  const repairs = new Map<string, { code: string; from: string; count: number }>();
  for (const { damage, wholeIn: from } of moments)
    for (const code of from === '' ? [] : damage) {
      const key = `${code} ${from}`;
      repairs.set(key, { code, from, count: (repairs.get(key)?.count ?? 0) + 1 });
    }
  return [...repairs.values()];
}

const dateOf = (timeMs: number | undefined): string => {
  const date = new Date(timeMs ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
};

function promptOf(captures: readonly Capture[]): Pick<SessionFacts, 'prompt' | 'promptDamaged'> {
  const prompt = captured(captures, EVER, ({ systemPrompt }) => systemPrompt);
  return { prompt, promptDamaged: captures.some(({ systemPromptDamaged }) => systemPromptDamaged) };
}

/** Offered tools first, called ones that no recording offers behind them. */
function toolsOf(
  offered: readonly JsonValue[],
  others: readonly JsonValue[],
  moments: readonly Moment[],
): SessionFacts['tools'] {
  const calls = new Map<string, number>();
  for (const { kind, name } of moments) if (kind === 'call') calls.set(name, (calls.get(name) ?? 0) + 1);
  const tools = new Map([...calls.keys()].map((name) => [name, { description: '', whole: false }]));
  const order = new Set<string>();
  for (const raw of [...offered, ...others]) {
    const tool = readTool(raw);
    if (!tool) continue;
    const { name, description } = tool.definition;
    if (offered.includes(raw)) order.add(name);
    if (!tools.get(name)?.whole && (order.has(name) || calls.has(name)))
      tools.set(name, { description, whole: tool.whole });
  }
  return [...new Set([...order, ...calls.keys()])].map((name) => ({
    name,
    description: tools.get(name)?.description ?? '',
    whole: tools.get(name)?.whole ?? false,
    calls: calls.get(name) ?? 0,
  }));
}

function spendingOf({ path }: Session): Pick<SessionFacts, 'models' | 'usage'> {
  const models = new Map<string, number>();
  let usage: Usage = NO_USAGE;
  for (const { raw } of path) {
    const message = isJsonObject(raw.message) ? raw.message : undefined;
    if (message?.role !== 'assistant') continue;
    usage = addUsage(usage, readUsage(message.usage));
    const name = [message.provider, message.model].filter((part) => typeof part === 'string' && part !== '').join('/');
    if (name !== '') models.set(name, (models.get(name) ?? 0) + 1);
  }
  return { usage, models: modelRows(models) };
}

const modelRows = (models: ReadonlyMap<string, number>): SessionFacts['models'] =>
  [...models].map(([model, messages]) => ({ model, messages })).sort((a, b) => b.messages - a.messages);

function runView({ startedMs, endedMs, status, attempts, ...run }: RunRecord): RunView {
  return {
    ...run,
    startedMs: startedMs ?? null,
    endedMs: endedMs ?? null,
    status: status === '' ? 'open' : status,
    attempts: attempts.map((attempt) => ({
      ...attempt,
      startedMs: attempt.startedMs ?? null,
      endedMs: attempt.endedMs ?? null,
      usage: attempt.usage ? readUsage(attempt.usage) : null,
    })),
  };
}

/** The same of lines that are whole conversations. */
export function fromRows(sessionId: string, rows: readonly RowReading[]): SessionFacts {
  const drafts = rows.flatMap((row) => row.drafts);
  const moments = rows.flatMap((row, window) => draftMoments(row.drafts).map((moment) => ({ ...moment, window })));
  const of = (role: string) => drafts.filter((draft) => draft.role === role).length;
  const damage = new DamageCounts();
  for (const draft of drafts) damage.addAll(draft.damage);
  const last = rows.at(-1);
  const models = new Map<string, number>();
  for (const { model } of rows) if (model !== undefined) models.set(model, (models.get(model) ?? 0) + 1);
  return {
    id: sessionId,
    title: firstWords(drafts),
    counts: {
      user: of('user'),
      assistant: of('assistant'),
      toolCalls: drafts.reduce((sum, { toolCalls = [] }) => sum + toolCalls.length, 0),
      toolResults: of('tool'),
    },
    prompt: last?.system,
    promptDamaged: false,
    tools: toolsOf(
      last?.tools ?? [],
      rows.flatMap(({ tools }) => tools),
      moments,
    ),
    models: modelRows(models),
    usage: NO_USAGE,
    runs: [],
    damage: damage.toRecord(),
    repaired: {},
    warnings: [],
    repairs: [],
    provenance: [
      { name: 'read as', value: last?.parser ?? '' },
      { name: 'harness', value: last?.harness ?? '' },
      { name: 'lines', value: String(rows.length) },
    ],
    moments,
  };
}

/** The other files of the drop that hold the session. */
export async function copyViews(
  source: Source,
  sessionId: string,
  drop: Drop,
  ctx: ReadContext,
): Promise<SessionOverview['copies']> {
  const holders = joinOf(drop)
    .holders(sessionId)
    .filter((holder) => holder !== source);
  if (holders.length === 0) return [];
  const reader = await readerOf(sessionId, source, drop, ctx);
  return Promise.all(
    holders.map(async (holder) => ({
      path: holder.path,
      label: SOURCE_KINDS[holder.kind],
      userTurns: await turnsIn(holder, sessionId, drop, ctx),
      used: holder === reader,
    })),
  );
}
