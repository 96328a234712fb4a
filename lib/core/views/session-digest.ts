import { createIssues } from '../formats/issues.ts';
import { loadSessions } from '../formats/load.ts';
import { isRowKind } from '../formats/row-dialects.ts';
import type { Drop, ReadContext, Source } from '../formats/source.ts';
import { copyViews, fromSession, type SessionFacts } from './session-facts.ts';
import type { SessionOverview } from './session-views.ts';

/** What the page shows of a session, in figures: no text of it, so that nothing has to be redacted. Names as scripts read them. */
export interface SessionDigest {
  /** Epoch milliseconds of the first and the last entry; null when unknown. */
  readonly started_ms: number | null;
  readonly ended_ms: number | null;
  readonly windows: number;
  /** Timeline entries by kind. */
  readonly entries: Readonly<Record<string, number>>;
  readonly damaged_entries: number;
  /** UTF-16 units; null when none was recorded whole. */
  readonly prompt_chars: number | null;
  readonly prompt_damaged: boolean;
  readonly tools: readonly { readonly name: string; readonly calls: number; readonly whole: boolean }[];
  readonly models: Readonly<Record<string, number>>;
  readonly usage: SessionOverview['usage'];
  readonly runs: readonly { readonly status: string; readonly trigger: string; readonly attempts: readonly string[] }[];
  /** Other files that hold the session. */
  readonly copies: readonly { readonly path: string; readonly user_turns: number; readonly used: boolean }[];
  readonly repaired_from: readonly { readonly code: string; readonly from: string; readonly count: number }[];
}

/** By session id. Lines that are whole conversations have no recording, so there is nothing more to tell of them. */
export async function digestSessions(
  source: Source,
  drop: Drop,
  ctx: ReadContext,
): Promise<ReadonlyMap<string, SessionDigest>> {
  const digests = new Map<string, SessionDigest>();
  if (isRowKind(source.kind)) return digests;
  const issues = createIssues(source.path);
  for await (const session of loadSessions(source, ctx, issues)) {
    const facts = await fromSession(session, source, drop, ctx, issues);
    digests.set(session.id, digestOf(facts, await copyViews(source, session.id, drop, ctx)));
  }
  return digests;
}

function digestOf(facts: SessionFacts, copies: SessionOverview['copies']): SessionDigest {
  const { moments, prompt, tools, models, usage, runs, repairs } = facts;
  const times = moments.flatMap(({ timeMs }) => (timeMs === undefined ? [] : [timeMs]));
  const entries: Record<string, number> = {};
  for (const { kind } of moments) entries[kind] = (entries[kind] ?? 0) + 1;
  return {
    started_ms: times[0] ?? null,
    ended_ms: times.at(-1) ?? null,
    windows: new Set(moments.map(({ window }) => window)).size,
    entries,
    damaged_entries: moments.filter(({ damage }) => damage.length > 0).length,
    prompt_chars: prompt?.length ?? null,
    prompt_damaged: facts.promptDamaged,
    tools: tools.map(({ name, calls, whole }) => ({ name, calls, whole })),
    models: Object.fromEntries(models.map(({ model, messages }) => [model, messages])),
    usage,
    runs: runs.map(({ status, trigger, attempts }) => ({
      status,
      trigger,
      attempts: attempts.map(({ outcome }) => outcome),
    })),
    copies: copies.map(({ path, userTurns, used }) => ({ path, user_turns: userTurns, used })),
    repaired_from: repairs,
  };
}
