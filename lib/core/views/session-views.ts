/** One session as its file tells it, whether or not it becomes training data. Plain data, paged for virtual lists. */

import type { MomentKind } from '../formats/timeline.ts';
import type { TrimAudit } from '../formats/trim-audit.ts';
import type { PageQuery } from '../types.ts';

/** Sessions of one source, for choosing the one to look at. */
export interface SessionListRow {
  readonly id: string;
  readonly title: string;
  /** Epoch milliseconds of its first message; null when unknown. */
  readonly startedMs: number | null;
  /** Episodes that it gave. */
  readonly episodes: number;
  /** Reason → count of what it could have given and did not. */
  readonly dropped: Readonly<Record<string, number>>;
  readonly damage: Readonly<Record<string, number>>;
  readonly repaired: Readonly<Record<string, number>>;
  /** In its episodes. */
  readonly messages: number;
  readonly toolCalls: number;
  readonly trims?: TrimAudit;
}

export interface SessionListPage {
  readonly total: number;
  readonly rows: readonly SessionListRow[];
}

export type TimelineKind = MomentKind;

export interface TimelineEntry {
  /** Position in the whole timeline, filters aside: a key for lists, and what `text` is asked by. */
  readonly index: number;
  readonly kind: TimelineKind;
  /** Epoch milliseconds; null when unknown. */
  readonly timeMs: number | null;
  /** 1-based line of its file; 0 when lines mean nothing there. */
  readonly line: number;
  /** Context window that it belongs to, 0-based: the episode of that number is made of it. */
  readonly window: number;
  /** Tool name, model, custom type or setting; `''` when there is none. */
  readonly name: string;
  /** The beginning, redacted unless asked for raw. */
  readonly text: string;
  /** There is more of it than `text` shows. */
  readonly cut: boolean;
  /** UTF-16 units of the whole text, before redaction. */
  readonly chars: number;
  /** Tells a call from its twins and ties it to its result; `''` otherwise. */
  readonly callId: string;
  /** A failed tool, run or turn. */
  readonly isError: boolean;
  /** How an assistant message or run ended, in its file's own word; `''` when unknown. */
  readonly outcome: string;
  readonly damage: readonly string[];
  /** Label of the copy of the session that has it whole, when it is damaged; `''` for none. */
  readonly wholeIn: string;
  /** The result of a call, the call of a result: its `index`; null for none. */
  readonly pair: number | null;
  /** Of a call: how its result came out. */
  readonly answer: { readonly isError: boolean; readonly outcome: string; readonly chars: number } | null;
}

export interface TimelineQuery extends PageQuery {
  /** All kinds when absent. */
  readonly kinds?: readonly TimelineKind[];
  /** Only entries with damage. */
  readonly damaged?: boolean;
  /** Texts as they stand in the file; without it they pass the redactor. */
  readonly raw?: boolean;
}

/** The whole text of one entry, redacted unless asked for raw. */
export interface TimelineTextQuery {
  readonly index: number;
  readonly raw?: boolean;
}

export interface TimelinePage {
  /** Entries that the query matches. */
  readonly total: number;
  readonly entries: readonly TimelineEntry[];
}

/** Sums over the assistant messages of the active branch, as their provider counted them. */
export interface UsageSums {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly total: number;
  /** US dollars, as recorded. */
  readonly cost: number;
  /** Messages that had any count. */
  readonly messages: number;
}

/** One try at the model inside a run. */
export interface AttemptView {
  readonly startedMs: number | null;
  readonly endedMs: number | null;
  /** `provider/model`, or as much of it as is known. */
  readonly model: string;
  /** `completed`, `aborted`, `timed out`, `failed`, or `open` when its end was not recorded. */
  readonly outcome: 'completed' | 'aborted' | 'timed out' | 'failed' | 'open';
  readonly error: string;
  readonly usage: UsageSums | null;
}

export interface RunView {
  readonly id: string;
  readonly startedMs: number | null;
  readonly endedMs: number | null;
  /** `user`, `cron`, `heartbeat` …; `''` when unknown. */
  readonly trigger: string;
  /** As recorded: `success`, `error`, `interrupted`, `cleanup`; `open` when its end was not. */
  readonly status: string;
  readonly error: string;
  readonly attempts: readonly AttemptView[];
  /** Models that it fell back from and to. */
  readonly fallbacks: readonly { readonly from: string; readonly to: string; readonly reason: string }[];
}

/** Another file of the drop that holds the session. */
export interface CopyView {
  readonly path: string;
  readonly label: string;
  readonly userTurns: number;
  /** Its copy gives the episodes. */
  readonly used: boolean;
}

export interface SessionOverview {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly label: string;
  readonly version: string;
  readonly counts: {
    readonly user: number;
    readonly assistant: number;
    readonly toolCalls: number;
    readonly toolResults: number;
  };
  /** Redacted; null when none was recorded whole. `chars` is its length before redaction; of a very long one `text` is the beginning. */
  readonly prompt: { readonly text: string; readonly chars: number } | null;
  /** The system prompt was recorded and is cut or lost. */
  readonly promptDamaged: boolean;
  readonly tools: readonly {
    readonly name: string;
    readonly description: string;
    /** Its definition was recorded without damage. */
    readonly whole: boolean;
    readonly calls: number;
  }[];
  readonly models: readonly { readonly model: string; readonly messages: number }[];
  readonly usage: UsageSums;
  readonly runs: readonly RunView[];
  readonly copies: readonly CopyView[];
  /** Damage code → count; the summary's `meanings` has a sentence for each. */
  readonly damage: Readonly<Record<string, number>>;
  /** Damage code → count of what another copy of the drop puts right. */
  readonly repaired: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  /** What other copies have whole, by code and by the label of the copy. */
  readonly repairs: readonly { readonly code: string; readonly from: string; readonly count: number }[];
  readonly trims?: TrimAudit;
  /** Name and value, ready to show. */
  readonly provenance: readonly { readonly name: string; readonly value: string }[];
  /** Entries by kind: the filters' counts. */
  readonly kinds: Readonly<Partial<Record<TimelineKind, number>>>;
  /** Entries with damage. */
  readonly damagedEntries: number;
  readonly windows: number;
}

/** What the workspace answers about sessions. The session that was asked for last is held, so that paging reads nothing again. */
export interface SessionInspection {
  /** `source` is `SourceRow.index`. Generators have no sessions. */
  sessions(source: number, query: PageQuery): SessionListPage;
  /** Throws a RangeError when the source does not hold the session. */
  session(source: number, sessionId: string, signal: AbortSignal): Promise<SessionOverview>;
  timeline(source: number, sessionId: string, query: TimelineQuery, signal: AbortSignal): Promise<TimelinePage>;
  timelineText(source: number, sessionId: string, query: TimelineTextQuery, signal: AbortSignal): Promise<string>;
}
