import type { Hashes } from '../text/hash.ts';
import type { ContentPart, Episode, JsonObject, Message, Origin, Outcome, Role, ToolDefinition } from '../types.ts';

/** The canonical row of outputs.md section 2: no null, no free object, every key always and in this order. */
export const ROW_SCHEMA = 'oc.row/1';

export interface RowToolCall {
  readonly id: string;
  readonly type: 'function';
  /** `arguments` is JSON text that holds an object. */
  readonly function: { readonly name: string; readonly arguments: string };
}

export interface RowMessage {
  readonly role: Role;
  readonly content: string;
  readonly reasoning_content: string;
  readonly name: string;
  readonly tool_call_id: string;
  readonly tool_calls: readonly RowToolCall[];
  readonly weight: 0 | 1;
}

/** What the id of a row is made of. */
export interface RowContent {
  readonly messages: readonly RowMessage[];
  /** JSON array of function definitions; `[]` when none. */
  readonly tools: string;
}

export interface Row extends RowContent {
  readonly schema: typeof ROW_SCHEMA;
  readonly id: string;
  readonly harness: string;
  readonly origin: Origin;
  readonly session_id: string;
  readonly group_id: string;
  readonly parallel_tool_calls: boolean;
  readonly outcome: Outcome;
  readonly n_messages: number;
  readonly n_tool_calls: number;
  readonly n_chars: number;
  readonly tags: readonly string[];
  readonly provenance: string;
  readonly redactions: string;
}

/** What a row says beyond its episode. Ids are keyed hashes by now: raw ones never reach a row. */
export interface RowExtras {
  /** From the episode's fingerprint, so that the text is hashed once. */
  readonly id: string;
  readonly sessionId: string;
  readonly groupId: string;
  /** Members to put in front of the provenance, such as the hashes of source file and recipe. */
  readonly provenance: JsonObject;
  /** Rule → replacements. */
  readonly redactions: Readonly<Record<string, number>>;
}

export function renderRow(episode: Episode, extras: RowExtras): Row {
  const { messages, tools } = renderContent(episode);
  const calls = messages.flatMap((message) => message.tool_calls);
  return {
    schema: ROW_SCHEMA,
    id: extras.id,
    harness: episode.harness,
    origin: episode.origin,
    session_id: extras.sessionId,
    group_id: extras.groupId,
    messages,
    tools,
    parallel_tool_calls: messages.some((message) => message.tool_calls.length > 1),
    outcome: episode.outcome,
    n_messages: messages.length,
    n_tool_calls: calls.length,
    n_chars: countChars(messages),
    tags: rowTags(episode),
    provenance: JSON.stringify({ ...extras.provenance, ...provenanceOf(episode) }),
    redactions: JSON.stringify(extras.redactions),
  };
}

/** One line without its line end. */
export const serialiseRow = (row: Row): string => JSON.stringify(row);

export const rowId = ({ messages, tools }: RowContent, hashes: Pick<Hashes, 'shortId'>): string =>
  rowIdOf(
    messages.map((message) => JSON.stringify(message)),
    tools,
    hashes,
  );

/** The same from messages that are rendered as JSON already. */
export const rowIdOf = (messages: readonly string[], tools: string, hashes: Pick<Hashes, 'shortId'>): string =>
  `oc_${hashes.shortId(`{"messages":[${messages.join(',')}],"tools":${JSON.stringify(tools)}}`)}`;

/** Messages and tools as every consumer of the episode sees them: images as placeholders, reasoning apart, UTF-8 throughout. */
export function renderContent(episode: Pick<Episode, 'messages' | 'tools'>): RowContent {
  return { messages: renderMessages(episode.messages), tools: renderTools(episode.tools) };
}

export const countChars = (messages: readonly RowMessage[]): number =>
  messages.reduce(
    (sum, { content, reasoning_content, tool_calls }) =>
      sum +
      content.length +
      reasoning_content.length +
      tool_calls.reduce((chars, call) => chars + call.function.arguments.length, 0),
    0,
  );

function renderMessages(messages: readonly Message[]): RowMessage[] {
  let names = new Map<string, string>();
  return messages.map((message) => {
    const calls = message.toolCalls ?? [];
    if (message.role === 'assistant') names = new Map(calls.map((call) => [call.id, call.name]));
    const { content, reasoning } =
      message.role === 'assistant'
        ? splitReasoning(contentText(message.content), message.reasoning ?? '')
        : { content: contentText(message.content), reasoning: '' };
    const isTool = message.role === 'tool';
    const callId = isTool ? (message.toolCallId ?? '') : '';
    return {
      role: message.role,
      content: wellFormed(content),
      reasoning_content: wellFormed(reasoning),
      name: isTool ? wellFormed(message.name || (names.get(callId) ?? '')) : '',
      tool_call_id: wellFormed(callId),
      tool_calls: calls.map((call) => ({
        id: wellFormed(call.id),
        type: 'function',
        function: { name: wellFormed(call.name), arguments: canonicalJson(call.arguments) },
      })),
      weight: message.role === 'assistant' ? message.weight : 0,
    };
  });
}

const renderTools = (tools: readonly ToolDefinition[]): string =>
  canonicalJson(
    tools.map(({ name, description, parameters }) => ({
      type: 'function',
      function: { name, description, parameters },
    })),
  );

/** Pixels never reach a row; that there were some does. */
const imagePlaceholder = (part: ContentPart & { type: 'image' }): string => `[image: ${part.mimeType}]`;

const contentText = (parts: readonly ContentPart[]): string => {
  const [only] = parts;
  if (parts.length === 1 && only?.type === 'text') return only.text;
  return parts.map((part) => (part.type === 'text' ? part.text : imagePlaceholder(part))).join('\n');
};

const THINKING = /^\s*<think>([\s\S]*?)<\/think>\s*/;

/** Reasoning that a model wrote in front of its text belongs into its own column (outputs.md section 2). */
function splitReasoning(content: string, reasoning: string): { content: string; reasoning: string } {
  if (!content.includes('<think>')) return { content, reasoning };
  const parts = reasoning === '' ? [] : [reasoning];
  let rest = content;
  for (let match = THINKING.exec(rest); match; match = THINKING.exec(rest)) {
    const thought = (match[1] ?? '').trim();
    if (thought !== '') parts.push(thought);
    rest = rest.slice(match[0].length);
  }
  return { content: rest, reasoning: parts.join('\n\n') };
}

function rowTags(episode: Episode): readonly string[] {
  const tags = episode.kind === 'compact-summary' ? [...episode.tags, 'compact-summary'] : episode.tags;
  return [...new Set(tags.map(wellFormed))];
}

/** Everything of the episode that no column holds, path and raw ids left out. */
function provenanceOf({ provenance, messages, damage, repaired = {} }: Episode): JsonObject {
  const images = messages.flatMap((message) => message.content).filter((part) => part.type === 'image').length;
  const failed = messages.flatMap((message, index) => (message.isError ? [index] : []));
  return {
    line: provenance.line,
    parser: provenance.parser,
    ...(provenance.model === undefined ? {} : { model: provenance.model }),
    ...(provenance.compaction === undefined
      ? {}
      : {
          tokens_before: provenance.compaction.tokensBefore,
          from_extension: provenance.compaction.fromExtension,
        }),
    ...(provenance.createdMs === undefined ? {} : { created_ms: provenance.createdMs }),
    ...(provenance.scenario === undefined ? {} : { scenario: provenance.scenario }),
    ...(provenance.seed === undefined ? {} : { seed: provenance.seed }),
    ...(images === 0 ? {} : { images }),
    ...(failed.length === 0 ? {} : { tool_errors: failed }),
    ...(Object.keys(damage).length === 0 ? {} : { damage }),
    ...(Object.keys(repaired).length === 0 ? {} : { repaired }),
    ...(provenance.repairedFrom === undefined ? {} : { repaired_from: provenance.repairedFrom }),
  };
}

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Half a surrogate pair is no UTF-8: Arrow and Python refuse the file over it. */
const wellFormed = (text: string): string => (hasNoSurrogate(text) ? text : text.replace(LONE_SURROGATE, '\ufffd'));

const hasNoSurrogate = (text: string): boolean => !/[\ud800-\udfff]/.test(text);

/** Keys as they came, no spaces. A lone surrogate stands as an escape in such text, where it can be told. */
function canonicalJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!json.includes('\\ud')) return json;
  return JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item === 'string') return wellFormed(item);
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [wellFormed(key), inner]));
  });
}
