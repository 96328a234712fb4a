import { isJsonObject, tryParseJson } from '../text/json.ts';
import type { JsonObject, Message, Origin, Outcome, ToolDefinition } from '../types.ts';
import { checkRow } from './check-row.ts';
import type { Row, RowContent, RowMessage } from './row.ts';

/** What a row tells of the episode it was made of. */
export interface RowEpisode {
  readonly id: string;
  readonly origin: Origin;
  readonly harness: string;
  readonly sessionId: string;
  readonly groupKey: string;
  readonly outcome: Outcome;
  readonly tags: readonly string[];
  readonly messages: readonly Message[];
  readonly tools: readonly ToolDefinition[];
}

/** Undefined for a line that is no well-formed row; `checkRow` says what is wrong with it. */
export function parseRow(line: string): Row | undefined {
  const value = tryParseJson(line);
  return value !== undefined && checkRow(value).length === 0 ? (value as unknown as Row) : undefined;
}

export function rowEpisode(row: Row): RowEpisode {
  return {
    id: row.id,
    origin: row.origin,
    harness: row.harness,
    sessionId: row.session_id,
    groupKey: row.group_id,
    outcome: row.outcome,
    tags: row.tags,
    ...parseContent(row, toolErrors(row)),
  };
}

function parseContent(
  { messages, tools }: RowContent,
  failed: ReadonlySet<number> = new Set(),
): Pick<RowEpisode, 'messages' | 'tools'> {
  return {
    messages: messages.map((message, index) => parseMessage(message, failed.has(index))),
    tools: parseTools(tools),
  };
}

function parseMessage(message: RowMessage, isError: boolean): Message {
  return {
    role: message.role,
    content: message.content === '' ? [] : [{ type: 'text', text: message.content }],
    ...(message.reasoning_content === '' ? {} : { reasoning: message.reasoning_content }),
    ...(message.tool_calls.length === 0
      ? {}
      : {
          toolCalls: message.tool_calls.map(({ id, function: { name, arguments: args } }) => ({
            id,
            name,
            arguments: JSON.parse(args) as JsonObject,
          })),
        }),
    ...(message.tool_call_id === '' ? {} : { toolCallId: message.tool_call_id }),
    ...(message.name === '' ? {} : { name: message.name }),
    ...(isError ? { isError: true } : {}),
    weight: message.weight,
  };
}

const parseTools = (tools: string): ToolDefinition[] =>
  (JSON.parse(tools) as { function: ToolDefinition }[]).map(({ function: { name, description, parameters } }) => ({
    name,
    description,
    parameters,
  }));

function toolErrors(row: Row): ReadonlySet<number> {
  const provenance = tryParseJson(row.provenance);
  const failed = isJsonObject(provenance) ? provenance.tool_errors : undefined;
  return new Set(Array.isArray(failed) ? (failed as number[]) : []);
}
