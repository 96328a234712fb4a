import { asList, asString, isJsonObject } from '../../text/json.ts';
import { type JsonObject, type JsonValue, ROLES } from '../../types.ts';
import {
  defined,
  type ExportCall,
  type ExportLine,
  type ExportMessage,
  type ExportMeta,
  type ExportTool,
  type ExportTrigger,
} from './export-line.ts';

const TRIGGERS: readonly ExportTrigger[] = ['on_compaction', 'before_reset', 'trajectory_export'];

/** A line exactly as it stands, both forms of a tool made one; null when it is no line of the training export. */
export function readExportLine(row: JsonObject): ExportLine | null {
  const messages = asList(row.messages)?.map(readMessage);
  const tools = asList(row.tools)?.map(readTool);
  const meta = isJsonObject(row.meta) ? readMeta(row.meta) : null;
  if (!messages?.length || !tools || !meta || messages.includes(null) || tools.includes(null)) return null;
  return { messages: messages as ExportMessage[], tools: tools as ExportTool[], meta };
}

function readMessage(value: JsonValue): ExportMessage | null {
  if (!isJsonObject(value)) return null;
  const role = ROLES.find((known) => known === value.role);
  const content = asString(value.content);
  const calls = value.tool_calls === undefined ? undefined : asList(value.tool_calls)?.map(readCall);
  if (!role || content === undefined || calls?.includes(null)) return null;
  return {
    role,
    content,
    ...(calls ? { tool_calls: calls as ExportCall[] } : {}),
    ...defined({ tool_call_id: asString(value.tool_call_id), name: asString(value.name) }),
    ...defined({ reasoning_content: asString(value.reasoning_content) }),
  };
}

function readCall(value: JsonValue): ExportCall | null {
  const fn = isJsonObject(value) ? value.function : undefined;
  if (!isJsonObject(value) || !isJsonObject(fn)) return null;
  const [id, name, args] = [asString(value.id), asString(fn.name), asString(fn.arguments)];
  return id === undefined || name === undefined
    ? null
    : { id, type: 'function', function: { name, ...defined({ arguments: args }) } };
}

function readTool(value: JsonValue): ExportTool | null {
  if (!isJsonObject(value)) return null;
  const { name, description, parameters, strict } = isJsonObject(value.function) ? value.function : value;
  if (typeof name !== 'string') return null;
  return {
    type: 'function',
    function: {
      name,
      ...defined({ description: asString(description) }),
      ...(isJsonObject(parameters) ? { parameters } : {}),
      ...(typeof strict === 'boolean' ? { strict } : {}),
    },
  };
}

function readMeta(meta: JsonObject): ExportMeta | null {
  const [episodeId, exportedAt] = [asString(meta.episodeId), asString(meta.exportedAt)];
  const trigger = TRIGGERS.find((known) => known === meta.trigger);
  if (episodeId === undefined || exportedAt === undefined || !trigger) return null;
  const version = defined({ openclawVersion: asString(meta.openclawVersion) });
  const head = { episodeId, ...defined({ sessionId: asString(meta.sessionId) }), exportedAt, ...version };
  const counts = {
    ...defined({ model: asString(meta.model) }),
    messageCount: countOf(meta.messageCount),
    turnCount: countOf(meta.turnCount),
    trigger,
  };
  const { compaction } = meta;
  if (!isJsonObject(compaction)) return { ...head, ...counts, trajectory: readTrajectory(meta.trajectory) };
  return {
    ...head,
    compaction: {
      tokensBefore: countOf(compaction.tokensBefore),
      firstKeptEntryId: asString(compaction.firstKeptEntryId) ?? '',
      fromExtension: compaction.fromExtension === true,
    },
    ...counts,
  };
}

function readTrajectory(value: JsonValue | undefined) {
  const { traceId, runId, transcriptLeafId, lastContextSeq, lastCompletedSeq }: JsonObject = isJsonObject(value)
    ? value
    : {};
  return defined({
    traceId: asString(traceId),
    runId: asString(runId),
    transcriptLeafId: asString(transcriptLeafId),
    lastContextSeq: typeof lastContextSeq === 'number' ? lastContextSeq : undefined,
    lastCompletedSeq: typeof lastCompletedSeq === 'number' ? lastCompletedSeq : undefined,
  });
}

const countOf = (value: JsonValue | undefined): number => (typeof value === 'number' ? value : 0);
