import { summaryId, taskId } from '../formats/training-export/episode-id.ts';
import {
  countTurns,
  defined,
  type ExportLine,
  type ExportMessage,
  type ExportTool,
  type ExportTrigger,
} from '../formats/training-export/export-line.ts';
import type { Hashes } from '../text/hash.ts';
import { asString, isJsonObject, tryParseJson } from '../text/json.ts';
import type { JsonObject, JsonValue, Split } from '../types.ts';
import type { Row, RowMessage } from './row.ts';

/** Where the rows stand in the form of OpenClaw's training export (training-export.md), beside the canonical ones. */
export const TRAINING_EXPORT_FILES: Readonly<Record<Split, string>> = {
  train: 'training-export/episodes.jsonl',
  validation: 'training-export/validation.jsonl',
};

/** Its name among the presets of the manifest. */
export const TRAINING_EXPORT = 'training-export';

export interface ExportLineOptions {
  readonly trigger: ExportTrigger;
  /** Epoch milliseconds that the lines call their time. */
  readonly builtMs: number;
  readonly hashes: Pick<Hashes, 'sha256'>;
}

/** A row as a line. Ids cover what the line itself says, so that whoever has the line can make them again. */
export function exportLineOf(row: Row, { trigger, builtMs, hashes }: ExportLineOptions): ExportLine {
  const provenance = objectIn(row.provenance);
  const messages = row.messages.map(exportMessage);
  const exportedAt = new Date(builtMs).toISOString();
  const sessionId = row.session_id;
  const counts = { messageCount: messages.length, turnCount: countTurns(messages) };
  const said = (role: string) => messages.find((message) => message.role === role)?.content;
  if (row.tags.includes('compact-summary')) {
    const texts = {
      systemPrompt: said('system'),
      promptText: said('user') ?? '',
      responseText: said('assistant') ?? '',
    };
    const compaction = {
      tokensBefore: typeof provenance.tokens_before === 'number' ? provenance.tokens_before : 0,
      firstKeptEntryId: '',
      fromExtension: provenance.from_extension === true,
    };
    const episodeId = summaryId({ sessionId, ...texts, model: undefined }, hashes);
    return {
      messages,
      tools: [],
      meta: { episodeId, sessionId, exportedAt, compaction, ...counts, trigger: 'on_compaction' },
    };
  }
  const tools = toolsOf(row);
  const episodeId = ownTaskId({ messages, tools, sessionId, trigger }, hashes);
  const model = defined({ model: asString(provenance.model) });
  return { messages, tools, meta: { episodeId, sessionId, exportedAt, ...model, ...counts, trigger, trajectory: {} } };
}

interface OwnTask {
  readonly messages: readonly ExportMessage[];
  readonly tools: readonly ExportTool[];
  readonly sessionId: string;
  readonly trigger: ExportTrigger;
}

function ownTaskId({ messages, tools, sessionId, trigger }: OwnTask, hashes: Pick<Hashes, 'sha256'>): string {
  return taskId(
    {
      trigger: { kind: trigger, sessionId, sessionFile: '' },
      sessionId,
      traceId: undefined,
      runId: undefined,
      transcriptLeafId: undefined,
      lastContextSeq: undefined,
      lastCompletedSeq: undefined,
      systemPrompt: messages.find(({ role }) => role === 'system')?.content,
      runtimeMessages: messages as unknown as readonly JsonValue[],
      runtimeTools: tools as unknown as readonly JsonValue[],
    },
    hashes,
  );
}

/** Whether a task line is one that `exportLineOf` made, and unchanged since. */
export const isOwnTaskLine = ({ messages, tools, meta }: ExportLine, hashes: Pick<Hashes, 'sha256'>): boolean =>
  meta.episodeId === ownTaskId({ messages, tools, sessionId: meta.sessionId ?? '', trigger: meta.trigger }, hashes);

const exportMessage = ({ role, content, tool_calls, tool_call_id, reasoning_content }: RowMessage): ExportMessage => ({
  role,
  content,
  ...(tool_calls.length === 0 ? {} : { tool_calls }),
  ...(tool_call_id === '' ? {} : { tool_call_id }),
  ...(reasoning_content === '' ? {} : { reasoning_content }),
});

function toolsOf({ tools }: Row): readonly ExportTool[] {
  const list = tryParseJson(tools);
  return (Array.isArray(list) ? (list as readonly JsonValue[]) : []).filter(isJsonObject) as unknown as ExportTool[];
}

function objectIn(text: string): JsonObject {
  const value = tryParseJson(text);
  return isJsonObject(value) ? value : {};
}
