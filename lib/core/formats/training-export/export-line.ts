import type { JsonObject } from '../../types.ts';

/** A line of `episodes.jsonl` as OpenClaw's training export writes it (training-export.md section 2). */
export interface ExportLine {
  readonly messages: readonly ExportMessage[];
  readonly tools: readonly ExportTool[];
  readonly meta: ExportMeta;
}

export interface ExportMessage {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly content: string;
  readonly tool_calls?: readonly ExportCall[];
  readonly tool_call_id?: string;
  readonly name?: string;
  readonly reasoning_content?: string;
}

export interface ExportCall {
  readonly id: string;
  readonly type: 'function';
  /** `arguments` is JSON text; missing when the call was recorded without any. */
  readonly function: { readonly name: string; readonly arguments?: string };
}

export interface ExportTool {
  readonly type: 'function';
  readonly function: {
    readonly name: string;
    readonly description?: string;
    readonly parameters?: JsonObject;
    readonly strict?: boolean;
  };
}

export type ExportTrigger = 'on_compaction' | 'before_reset' | 'trajectory_export';

interface MetaBase {
  readonly episodeId: string;
  readonly sessionId?: string;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  readonly openclawVersion?: string;
  readonly model?: string;
  readonly messageCount: number;
  readonly turnCount: number;
  readonly trigger: ExportTrigger;
}

export interface TaskMeta extends MetaBase {
  readonly trajectory: {
    readonly traceId?: string;
    readonly runId?: string;
    readonly transcriptLeafId?: string;
    readonly lastContextSeq?: number;
    readonly lastCompletedSeq?: number;
  };
}

export interface SummaryMeta extends MetaBase {
  readonly compaction: {
    readonly tokensBefore: number;
    readonly firstKeptEntryId: string;
    readonly fromExtension: boolean;
  };
}

export type ExportMeta = TaskMeta | SummaryMeta;

/** Why there is no line; the first three are OpenClaw's own words for a skipped export. */
export type ExportSkip =
  | 'missing_session_target'
  | 'no_trajectory_snapshot'
  | 'empty_snapshot'
  | 'no_usable_turn'
  | 'unusable_summary'
  | 'unconvertible';

export type ExportResult<T> = { readonly line: T } | { readonly skipped: ExportSkip };

export const countTurns = (messages: readonly ExportMessage[]): number =>
  messages.filter(({ role }) => role === 'user').length;

/** Members without a value are not written. */
export function defined<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
