import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { type Capture, type RunEnd, readCapture, sameCapture } from './capture.ts';
import type { DamageCode } from './damage.ts';
import { isSizeMarker } from './damage-markers.ts';
import { tooLarge } from './held-rows.ts';
import type { Issues } from './issues.ts';
import type { Row } from './json-rows.ts';
import { type Entry, readEntry, readTime } from './openclaw-entry.ts';
import { createRunLog, type RunLog, type RunRecord } from './run-log.ts';
import { createRuntimeConversation, type RuntimeConversation } from './runtime-conversation.ts';

export const TRACE_SCHEMA = 'openclaw-trajectory';

export const isTrajectoryEvent = (value: JsonObject): boolean =>
  value.traceSchema === TRACE_SCHEMA && typeof value.type === 'string' && typeof value.source === 'string';

/** The last of each kind: what OpenClaw's training export is made of. */
export interface Recorded {
  /** `context.compiled`. */
  readonly context?: JsonObject;
  /** `model.completed`. */
  readonly completed?: JsonObject;
}

/** What the events of one session hold; both copies of a conversation where both were written. */
export interface Trajectory {
  readonly sessionId: string;
  /** Transcript events as entries, in branch order; empty in a runtime sidecar. */
  readonly path: readonly Entry[];
  /** The last conversation a runtime event repeats, for sidecars without a session file. */
  readonly snapshot: readonly Entry[];
  readonly captures: readonly Capture[];
  readonly runs: readonly RunEnd[];
  readonly damage: readonly DamageCode[];
  readonly recorded: Recorded;
  readonly runLog: readonly RunRecord[];
  /** Release that wrote the events, `''` when no event says so. */
  readonly version: string;
}

interface Collected {
  readonly events: { readonly order: number; readonly entry: Entry }[];
  readonly captures: Capture[];
  readonly runs: RunEnd[];
  snapshot: { readonly messages: readonly JsonValue[]; readonly line: number } | undefined;
  context: { readonly messages: readonly JsonValue[]; readonly prompt: string; readonly line: number } | undefined;
  recorded: Recorded;
  readonly runLog: RunLog;
  readonly conversation: RuntimeConversation;
  version: string;
}

/** Events of a bundle or a runtime sidecar, by session (openclaw.md sections 2.3 to 2.6 and 4). */
export async function readTrajectories(
  rows: AsyncIterable<Row>,
  sessionBytes: number,
  issues: Issues,
): Promise<readonly Trajectory[]> {
  const sessions = new Map<string, Collected>();
  let bytes = 0;
  for await (const { value, line, bytes: size } of rows) {
    if (!isJsonObject(value) || !isTrajectoryEvent(value)) {
      issues.add(isJsonObject(value) ? 'row_unknown' : 'line_not_object', line);
      continue;
    }
    const id = asString(value.sessionId) ?? '';
    const session = sessions.get(id) ?? start();
    sessions.set(id, session);
    if (value.source === 'transcript') {
      bytes += size;
      if (bytes > sessionBytes) throw tooLarge(sessionBytes);
      collectTranscript(session, value, line);
    } else collectRuntime(session, value, line);
  }
  return [...sessions].map(([id, session]) => finish(id, session));
}

const start = (): Collected => ({
  events: [],
  captures: [],
  runs: [],
  snapshot: undefined,
  context: undefined,
  recorded: {},
  runLog: createRunLog(),
  conversation: createRuntimeConversation(),
  version: '',
});

/** Event types of the transcript and the entry types they were (section 2.4); `tool.call` only repeats its message. */
const ENTRY_TYPE: ReadonlyMap<string, string> = new Map([
  ['user.message', 'message'],
  ['assistant.message', 'message'],
  ['tool.result', 'message'],
  ['session.compaction', 'compaction'],
  ['session.reset', 'reset'],
  ['session.branch_summary', 'branch_summary'],
  ['session.custom', 'custom'],
  ['session.custom_message', 'custom_message'],
  ['session.thinking_level_change', 'thinking_level_change'],
  ['session.model_change', 'model_change'],
  ['session.label', 'label'],
  ['session.info', 'session_info'],
]);

function collectTranscript(session: Collected, event: JsonObject, line: number): void {
  const type = asString(event.type) ?? '';
  const entryType = ENTRY_TYPE.get(type) ?? (type.startsWith('message.') ? 'message' : undefined);
  if (entryType === undefined || !isJsonObject(event.data)) return;
  const order = typeof event.sourceSeq === 'number' ? event.sourceSeq : session.events.length;
  const { entryId: id, parentEntryId: parentId, ts: timestamp } = event;
  const fields = Object.entries({ id, parentId, timestamp }).filter(([, value]) => value !== undefined);
  const raw = Object.fromEntries([...Object.entries(event.data), ...fields, ['type', entryType]]) as JsonObject;
  session.events.push({ order, entry: readEntry(raw, line) });
}

function collectRuntime(session: Collected, event: JsonObject, line: number): void {
  const data = isJsonObject(event.data) ? event.data : {};
  const timeMs = readTime(event.ts) ?? 0;
  session.runLog.see(event);
  session.conversation.see(event, line);
  switch (event.type) {
    case 'context.compiled':
      if (isJsonObject(event.data)) session.recorded = { ...session.recorded, context: event };
      keep(session.captures, readCapture(data, timeMs));
      if (Array.isArray(data.messages) && typeof data.prompt === 'string')
        session.context = { messages: data.messages, prompt: data.prompt, line };
      break;
    case 'model.completed':
      if (isJsonObject(event.data)) session.recorded = { ...session.recorded, completed: event };
      if (Array.isArray(data.messagesSnapshot) && data.messagesSnapshot.some(isJsonObject))
        session.snapshot = { messages: data.messagesSnapshot, line };
      break;
    case 'session.ended':
      session.runs.push({ timeMs, status: asString(data.status) ?? '' });
      break;
    case 'trace.metadata':
      if (isJsonObject(data.harness)) session.version = asString(data.harness.version) ?? session.version;
      break;
    default:
  }
}

/** Every attempt records the same prompt and tools again: one copy is held. */
function keep(captures: Capture[], capture: Capture): void {
  const before = captures.at(-1);
  if (!before || !sameCapture(before, capture)) captures.push(capture);
}

function finish(sessionId: string, session: Collected): Trajectory {
  const ordered = session.events
    .map((event, at) => ({ ...event, at }))
    .sort((a, b) => a.order - b.order || a.at - b.at);
  const { messages, line } = session.snapshot ?? fromContext(session);
  return {
    sessionId,
    path: ordered.map(({ entry }) => entry),
    snapshot:
      messages.length > 0
        ? messages.flatMap((message, at) => snapshotEntry(message, at, line))
        : session.conversation.entries(),
    captures: session.captures.sort((a, b) => a.timeMs - b.timeMs),
    runs: session.runs,
    damage: ordered.length === 0 && isSizeMarker(messages.at(-1)) ? ['snapshot_cut'] : [],
    recorded: session.recorded,
    runLog: session.runLog.records(),
    version: session.version,
  };
}

/** Without a finished run, the history that was sent and the prompt behind it. */
function fromContext({ context }: Collected): { messages: readonly JsonValue[]; line: number } {
  if (!context) return { messages: [], line: 0 };
  return { messages: [...context.messages, { role: 'user', content: context.prompt }], line: context.line };
}

function snapshotEntry(message: JsonValue, at: number, line: number): Entry[] {
  if (!isJsonObject(message) || isSizeMarker(message)) return [];
  const raw = { type: 'message', id: `snapshot-${at}`, message };
  return [{ ...readEntry(raw, line), timeMs: readTime(message.timestamp) }];
}
