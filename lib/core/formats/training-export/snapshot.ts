import { asList, asString, isJsonObject } from '../../text/json.ts';
import type { JsonObject, JsonValue } from '../../types.ts';
import { createIssues } from '../issues.ts';
import type { Entry } from '../openclaw-entry.ts';
import type { Recorded } from '../openclaw-trajectory.ts';
import { contextWindows } from '../windows.ts';
import type { ExportSkip } from './export-line.ts';

/** What a task line is made of (training-export.md section 3.1). */
export interface Snapshot {
  readonly sessionId: string | undefined;
  readonly traceId: string | undefined;
  readonly runId: string | undefined;
  readonly transcriptLeafId: string | undefined;
  readonly lastContextSeq: number | undefined;
  readonly lastCompletedSeq: number | undefined;
  readonly systemPrompt: string | undefined;
  /** The agent's own messages, delivery mirrors taken out. */
  readonly messages: readonly JsonValue[];
  /** How many were taken out. */
  readonly mirrors: number;
  readonly tools: readonly SnapshotTool[];
  /** Of the last message of the model, else of the event. */
  readonly model: string | undefined;
}

export interface SnapshotTool {
  readonly name: string;
  readonly description?: string;
  readonly parameters?: JsonValue;
}

/** The last recorded context and the last finished attempt, which may belong to different runs. */
export function recordedSnapshot({ context, completed }: Recorded): Snapshot | ExportSkip {
  if (!context && !completed) return 'no_trajectory_snapshot';
  const [sent, done] = [dataOf(context), dataOf(completed)];
  const held = asList(done.messagesSnapshot) ?? asList(sent.messages) ?? [];
  const messages = withoutMirrors(held);
  if (messages.length === 0) return 'empty_snapshot';
  const either = (key: string): string | undefined => asString(context?.[key]) ?? asString(completed?.[key]);
  return {
    sessionId: either('sessionId'),
    traceId: either('traceId'),
    runId: either('runId'),
    transcriptLeafId: asString(sent.transcriptLeafId),
    lastContextSeq: numberOf(context?.seq),
    lastCompletedSeq: numberOf(completed?.seq),
    systemPrompt: asString(sent.systemPrompt),
    messages,
    mirrors: held.length - messages.length,
    tools: readTools(asList(sent.tools) ?? []),
    model: modelOf(messages) ?? either('modelId'),
  };
}

/**
 * The same from a transcript, for sessions whose recording is gone: the messages that its last context window holds, as the agent
 * would send them.
 */
export function transcriptSnapshot(sessionId: string, path: readonly Entry[]): Snapshot | ExportSkip {
  const window = contextWindows(path, createIssues('')).at(-1);
  if (!window) return 'empty_snapshot';
  const entries = [...(window.summary ? [window.summary] : []), ...window.kept, ...window.fresh];
  return snapshotOfMessages(sessionId, entries.flatMap(agentMessage), path.at(-1)?.id);
}

/** A snapshot of messages that no recording tells more of. */
export function snapshotOfMessages(
  sessionId: string,
  held: readonly JsonValue[],
  leafId?: string,
): Snapshot | ExportSkip {
  const messages = withoutMirrors(held);
  if (messages.length === 0) return 'empty_snapshot';
  return {
    sessionId,
    traceId: sessionId,
    runId: undefined,
    transcriptLeafId: leafId || undefined,
    lastContextSeq: undefined,
    lastCompletedSeq: undefined,
    systemPrompt: undefined,
    messages,
    mirrors: held.length - messages.length,
    tools: [],
    model: modelOf(messages),
  };
}

/** An entry as the agent holds it in memory (openclaw.md sections 3.3 and 3.4). */
export function agentMessage({ type, raw }: Entry): JsonObject[] {
  const at: JsonObject = raw.timestamp === undefined ? {} : { timestamp: raw.timestamp };
  switch (type) {
    case 'message':
      return isJsonObject(raw.message) ? [raw.message] : [];
    case 'compaction':
      return [{ role: 'compactionSummary', summary: raw.summary ?? '', ...at }];
    case 'branch_summary':
      return [{ role: 'branchSummary', summary: raw.summary ?? '', ...at }];
    case 'custom_message':
      return [{ role: 'custom', content: raw.content ?? '', ...at }];
    default:
      return [];
  }
}

const dataOf = (event: JsonObject | undefined): JsonObject => (isJsonObject(event?.data) ? event.data : {});
const numberOf = (value: JsonValue | undefined): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** Copies of what was delivered, written by no model. */
const withoutMirrors = (messages: readonly JsonValue[]): readonly JsonValue[] =>
  messages.filter((message) => !(isJsonObject(message) && message.provider === 'openclaw'));

function modelOf(messages: readonly JsonValue[]): string | undefined {
  const last = messages.findLast((message) => isJsonObject(message) && message.role === 'assistant');
  return isJsonObject(last) ? asString(last.model) : undefined;
}

const readTools = (tools: readonly JsonValue[]): readonly SnapshotTool[] =>
  tools.filter(isJsonObject).flatMap(({ name, description, parameters }) => {
    if (typeof name !== 'string' || name.trim() === '') return [];
    const said = typeof description === 'string' ? { description } : {};
    return [{ name, ...said, ...(parameters === undefined ? {} : { parameters }) }];
  });
