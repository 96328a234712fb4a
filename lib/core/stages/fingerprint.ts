import { countChars, type RowMessage, renderContent, rowId } from '../output/row.ts';
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
  const content = renderContent(episode);
  const { messages } = content;
  const conversation = messages.filter((message) => message.role !== 'system');
  const checkpoints: number[] = [];
  let chain = '';
  let trained = 0;
  for (const message of conversation) {
    chain = hashes.xxh64(chain + JSON.stringify(comparable(message)));
    trained += message.weight;
    if (message.role === 'assistant') checkpoints.push(...halves(chain), trained);
    sketchMessage(message, sketcher);
  }
  const table = new Uint32Array(SKETCH_WORDS + Math.min(checkpoints.length, MAX_CHECKPOINTS * CHECKPOINT_WORDS));
  const shingles = sketcher.finish(table);
  table.set(checkpoints.slice(0, table.length - SKETCH_WORDS), SKETCH_WORDS);
  return {
    id: episode.id,
    rowId: rowId(content, hashes),
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

const comparable = ({ role, content, reasoning_content, tool_calls }: RowMessage): readonly unknown[] => [
  role,
  content,
  reasoning_content,
  tool_calls.flatMap((call) => [call.function.name, call.function.arguments]),
];

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

/** Characters are code points; beyond some thousand the exact number is nobody's business. */
function trimmedChars(text = ''): number {
  const trimmed = text.trim();
  return trimmed.length > 10_000 ? trimmed.length : [...trimmed].length;
}

function sourceOf({ tags, origin, provenance }: Episode): string {
  return tags.find((tag) => tag.startsWith('source:') || tag.startsWith('style:')) ?? `${origin}:${provenance.path}`;
}
