import { createIssues } from '../formats/issues.ts';
import { loadSessions } from '../formats/load.ts';
import { isRowKind } from '../formats/row-dialects.ts';
import { rowsOfSession } from '../formats/row-episodes.ts';
import { type Drop, type ReadContext, SOURCE_KINDS, type Source } from '../formats/source.ts';
import type { Moment } from '../formats/timeline.ts';
import { copyViews, fromRows, fromSession, type SessionFacts } from './session-facts.ts';
import { hideSecrets, type SessionRedaction } from './session-redaction.ts';
import type {
  SessionOverview,
  TimelineEntry,
  TimelineKind,
  TimelinePage,
  TimelineQuery,
  TimelineTextQuery,
} from './session-views.ts';

export interface InspectContext extends ReadContext {
  readonly redaction: SessionRedaction;
}

/** A session held open: its overview, and its timeline page by page. */
export interface InspectedSession {
  readonly overview: SessionOverview;
  page(query: TimelineQuery): TimelinePage;
  text(query: TimelineTextQuery): string;
}

/** Characters of a text that are looked through for the list, and of these the ones that it shows: a secret at the cut is seen whole. */
const LOOKED_AT = 4096;
const SHOWN = 400;
const PROMPT_SHOWN = 100_000;
const TITLE_SHOWN = 120;

/** Null when the source does not hold the session. */
export async function inspectSession(
  source: Source,
  sessionId: string,
  drop: Drop,
  ctx: InspectContext,
): Promise<InspectedSession | null> {
  const facts = await factsOf(source, sessionId, drop, ctx);
  if (!facts) return null;
  const { moments } = facts;
  const pairs = pairsOf(moments);
  const hide = (text: string, at: readonly string[] = []) => hideSecrets(text, at, ctx.redaction);
  const copies = await copyViews(source, sessionId, drop, ctx);
  return {
    overview: overviewOf(source, facts, copies, hide),
    page: (query) => pageOf(moments, pairs, query, hide),
    text: ({ index, raw = false }) => {
      const moment = moments[index];
      if (!moment) throw new RangeError(`there is no entry ${index}`);
      return raw ? moment.text() : hide(moment.text(), pathOf(moment));
    },
  };
}

type Hide = (text: string, at?: readonly string[]) => string;

async function factsOf(source: Source, sessionId: string, drop: Drop, ctx: ReadContext): Promise<SessionFacts | null> {
  const issues = createIssues(source.path);
  if (isRowKind(source.kind)) {
    const rows = await rowsOfSession(source, sessionId, ctx, issues);
    return rows.length === 0 ? null : fromRows(sessionId, rows);
  }
  for await (const session of loadSessions(source, ctx, issues, sessionId))
    return fromSession(session, source, drop, ctx, issues);
  return null;
}

function overviewOf(
  { path, kind, version }: Source,
  { moments, prompt, ...facts }: SessionFacts,
  copies: SessionOverview['copies'],
  hide: Hide,
): SessionOverview {
  const kinds: Partial<Record<TimelineKind, number>> = {};
  for (const { kind } of moments) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return {
    ...facts,
    title: shown(hide(facts.title), TITLE_SHOWN),
    path,
    label: SOURCE_KINDS[kind],
    version,
    prompt: prompt === undefined ? null : { text: shown(hide(prompt), PROMPT_SHOWN), chars: prompt.length },
    tools: facts.tools.map((tool) => ({ ...tool, description: hide(tool.description, ['description']) })),
    runs: facts.runs.map((run) => ({
      ...run,
      error: hide(run.error),
      attempts: run.attempts.map((attempt) => ({ ...attempt, error: hide(attempt.error) })),
    })),
    copies,
    kinds,
    damagedEntries: moments.filter(({ damage }) => damage.length > 0).length,
    windows: new Set(moments.map(({ window }) => window)).size,
  };
}

/** Call → its result and back, by index; ids repeat in later turns. */
function pairsOf(moments: readonly Moment[]): ReadonlyMap<number, number> {
  const calls = new Map<string, number>();
  const pairs = new Map<number, number>();
  for (const [index, { kind, callId }] of moments.entries()) {
    if (callId === '') continue;
    if (kind === 'call') calls.set(callId, index);
    const call = kind === 'result' ? calls.get(callId) : undefined;
    if (call === undefined) continue;
    pairs.set(index, call);
    if (!pairs.has(call)) pairs.set(call, index);
  }
  return pairs;
}

function pageOf(
  moments: readonly Moment[],
  pairs: ReadonlyMap<number, number>,
  query: TimelineQuery,
  hide: Hide,
): TimelinePage {
  const entries: TimelineEntry[] = [];
  let total = 0;
  for (const [index, moment] of moments.entries()) {
    if (query.kinds && !query.kinds.includes(moment.kind)) continue;
    if (query.damaged && moment.damage.length === 0) continue;
    if (total >= query.offset && entries.length < query.limit)
      entries.push({
        ...entryOf(moment, index, query.raw === true ? (text) => text : hide),
        ...tieOf(moment, pairs.get(index), moments),
      });
    total++;
  }
  return { total, entries };
}

function tieOf(
  { kind }: Moment,
  pair: number | undefined,
  moments: readonly Moment[],
): Pick<TimelineEntry, 'pair' | 'answer'> {
  const result = kind === 'call' && pair !== undefined ? moments[pair] : undefined;
  const answer = result && { isError: result.isError, outcome: result.outcome, chars: result.text().length };
  return { pair: pair ?? null, answer: answer ?? null };
}

function entryOf(moment: Moment, index: number, hide: Hide): Omit<TimelineEntry, 'pair' | 'answer'> {
  const whole = moment.text();
  const looked = hide(whole.slice(0, LOOKED_AT), pathOf(moment));
  const text = shown(looked, SHOWN);
  return {
    index,
    kind: moment.kind,
    timeMs: moment.timeMs ?? null,
    line: moment.line,
    window: moment.window,
    name: moment.kind === 'shell' ? hide(moment.name) : moment.name,
    text,
    cut: text.length < looked.length || whole.length > LOOKED_AT,
    chars: whole.length,
    callId: moment.callId,
    isError: moment.isError,
    outcome: moment.outcome,
    damage: moment.damage,
    wholeIn: moment.wholeIn,
  };
}

const pathOf = ({ kind, isJson }: Moment): readonly string[] => [
  isJson ? 'arguments' : kind === 'thinking' ? 'reasoning' : 'content',
];

/** Never half a pair of surrogates. */
function shown(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}
