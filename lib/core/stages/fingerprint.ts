import { countChars, type RowMessage, renderContent, rowIdOf } from '../output/row.ts';
import { createHashes, type Hashes } from '../text/hash.ts';
import type { Episode, Origin, Outcome } from '../types.ts';
import { createSketcher, SKETCH_WORDS, type Sketcher } from './sketch.ts';

/** All that the global stages know of an episode: no text, about 0.7 kB. */
export interface Fingerprint {
  readonly id: string;
  /** Id of the canonical row. */
  readonly rowId: string;
  /** Of the conversation without system prompt, tools, call ids and weights: equal for exact duplicates. */
  readonly content: string;
  readonly kind: Episode['kind'];
  readonly origin: Origin;
  readonly outcome: Outcome;
  readonly tags: readonly string[];
  /** Raw; in memory only. */
  readonly sessionId: string;
  /** Raw; in memory only. */
  readonly groupKey: string;
  /** What `mix.maxPerSource` counts by; raw, in memory only. */
  readonly source: string;
  readonly messages: number;
  readonly toolCalls: number;
  readonly chars: number;
  /** Messages with weight 1. */
  readonly trained: number;
  /** Characters of the first user message, trimmed. */
  readonly firstUserChars: number;
  /** Characters of the first text of the model, trimmed; messages that only call tools are passed over. */
  readonly firstAssistantChars: number;
  readonly shingles: number;
  /** Sketch, then checkpoints of three words each; read them by the functions below. */
  readonly table: Uint32Array;
}

const CHECKPOINT_WORDS = 3;
/** Longer conversations are still compared, only not recognised as the beginning of another. */
const MAX_CHECKPOINTS = 2048;

/** A point at which another conversation may have ended: behind a message of the model. */
export interface Checkpoint {
  /** `content` of the conversation up to here, as it would be there. */
  readonly high: number;
  readonly low: number;
  /** Messages with weight 1 so far. */
  readonly trained: number;
}

export const checkpointCount = ({ table }: Fingerprint): number => (table.length - SKETCH_WORDS) / CHECKPOINT_WORDS;

export function checkpoint({ table }: Fingerprint, index: number): Checkpoint {
  const at = SKETCH_WORDS + index * CHECKPOINT_WORDS;
  return { high: table[at] as number, low: table[at + 1] as number, trained: table[at + 2] as number };
}

export async function createFingerprinter(): Promise<(episode: Episode) => Fingerprint> {
  const hashes = await createHashes();
  const sketcher = createSketcher();
  return (episode) => fingerprintOf(episode, hashes, sketcher);
}

function fingerprintOf(episode: Episode, hashes: Hashes, sketcher: Sketcher): Fingerprint {
  const { messages, tools } = renderContent(episode);
  const lines = messages.map((message) => JSON.stringify(message));
  const checkpoints: number[] = [];
  let chain = '';
  let trained = 0;
  for (const [index, message] of messages.entries()) {
    if (message.role === 'system') continue;
    chain = hashes.xxh64(chain + comparable(message, lines[index] as string));
    trained += message.weight;
    if (message.role === 'assistant') checkpoints.push(...halves(chain), trained);
    sketchMessage(message, sketcher);
  }
  const table = new Uint32Array(SKETCH_WORDS + Math.min(checkpoints.length, MAX_CHECKPOINTS * CHECKPOINT_WORDS));
  const shingles = sketcher.finish(table);
  table.set(checkpoints.slice(0, table.length - SKETCH_WORDS), SKETCH_WORDS);
  return {
    id: episode.id,
    rowId: rowIdOf(lines, tools, hashes),
    content: chain,
    kind: episode.kind,
    origin: episode.origin,
    outcome: episode.outcome,
    tags: episode.tags,
    sessionId: episode.sessionId,
    groupKey: episode.groupKey,
    source: sourceOf(episode),
    messages: messages.length,
    toolCalls: messages.reduce((sum, message) => sum + message.tool_calls.length, 0),
    chars: countChars(messages),
    trained,
    firstUserChars: trimmedChars(messages.find(({ role }) => role === 'user')?.content),
    firstAssistantChars: trimmedChars(
      messages.find(({ role, content: said }) => role === 'assistant' && said.trim() !== '')?.content,
    ),
    shingles,
    table,
  };
}

/** What a message says, without ids and weight. Most messages were rendered as text already and are not rendered again. */
function comparable(
  { role, content, reasoning_content, name, tool_call_id, tool_calls }: RowMessage,
  line: string,
): string {
  if (tool_calls.length === 0) return line.slice(0, -rowEnd(name, tool_call_id).length);
  const calls = tool_calls.flatMap((call) => [call.function.name, call.function.arguments]);
  return JSON.stringify([role, content, reasoning_content, calls]);
}

/** How the text of a message without calls ends; a weight is one digit. */
const rowEnd = (name: string, callId: string): string =>
  callId === '' && name === ''
    ? PLAIN_END
    : `,${JSON.stringify({ name, tool_call_id: callId, tool_calls: [], weight: 0 }).slice(1)}`;

const PLAIN_END = ',"name":"","tool_call_id":"","tool_calls":[],"weight":0}';

const ROLE_WORDS = { system: 1, user: 2, assistant: 3, tool: 4 } as const;

function sketchMessage(message: RowMessage, sketcher: Sketcher): void {
  sketcher.mark(ROLE_WORDS[message.role]);
  sketcher.add(message.reasoning_content);
  sketcher.add(message.content);
  for (const call of message.tool_calls) {
    sketcher.add(call.function.name);
    sketcher.add(call.function.arguments);
  }
}

const halves = (hash: string): [high: number, low: number] => [
  Number.parseInt(hash.slice(0, 8), 16),
  Number.parseInt(hash.slice(8), 16),
];

/** Characters are code points: the second half of a surrogate pair does not count. */
function trimmedChars(text = ''): number {
  const trimmed = text.trim();
  let chars = trimmed.length;
  for (let at = 0; at < trimmed.length; at++) if ((trimmed.charCodeAt(at) & 0xfc00) === 0xdc00) chars--;
  return chars;
}

function sourceOf({ tags, origin, provenance }: Episode): string {
  return tags.find((tag) => tag.startsWith('source:') || tag.startsWith('style:')) ?? `${origin}:${provenance.path}`;
}
