import { asString, isJsonObject, tryParseJson } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { createCallJoiner, type WrittenCall } from './call-joiner.ts';
import { ModelError } from './model-error.ts';

/** What the model said, put together from its pieces. */
export interface Answer {
  readonly content: string;
  readonly reasoning: string;
  readonly calls: readonly WrittenCall[];
  /** `cut`: the server's limit of tokens came first. Whether there are calls says more than the other reasons do. */
  readonly finish: 'done' | 'cut' | 'filtered';
}

export interface Piece {
  readonly text: string;
  readonly thought: string;
}

export interface AnswerBuilder {
  /** Takes one chunk of a stream, or a whole answer; returns what it added, or null when it held no token. */
  add(chunk: JsonValue): Piece | null;
  /** A reason to stop was given. */
  ended(): boolean;
  build(): Answer;
}

const CUT: ReadonlySet<string> = new Set(['length', 'max_tokens', 'max_length']);

/** Reads the dialects of the common servers; which differ is told where it is dealt with. */
export function createAnswerBuilder(): AnswerBuilder {
  let content = '';
  let reasoning = '';
  let reason: string | undefined;
  const calls = createCallJoiner();
  return {
    add(chunk) {
      if (!isJsonObject(chunk)) throw new ModelError('not-openai');
      throwIfError(chunk);
      const choice = Array.isArray(chunk.choices) ? (chunk.choices as readonly JsonValue[])[0] : undefined;
      // Usage comes in a chunk without choices.
      if (!isJsonObject(choice)) return null;
      reason = asString(choice.finish_reason) ?? reason;
      const said = [choice.delta, choice.message].find(isJsonObject);
      if (!said) return null;
      const text = textOf(said.content);
      // llama.cpp and older vLLM say reasoning_content; Ollama and newer vLLM say reasoning.
      const thought = asString(said.reasoning_content) ?? asString(said.reasoning) ?? '';
      content += text;
      reasoning += thought;
      const written = toolCallsOf(said);
      for (const call of written) calls.add(call);
      return text === '' && thought === '' && written.length === 0 ? null : { text, thought };
    },
    ended: () => reason !== undefined,
    build() {
      const parted = partThoughts(content, reasoning);
      const finish = CUT.has(reason ?? '') ? 'cut' : reason === 'content_filter' ? 'filtered' : 'done';
      return { ...parted, calls: calls.all(), finish };
    },
  };
}

/** LM Studio and llama.cpp report trouble inside a stream that began well. */
function throwIfError(chunk: JsonObject): void {
  const { error } = chunk;
  if (error === undefined || error === null) return;
  const detail = isJsonObject(error) ? asString(error.message) : asString(error);
  throw new ModelError('server', detail ?? '');
}

function textOf(content: JsonValue | undefined): string {
  if (typeof content === 'string') return content;
  const parts = Array.isArray(content) ? (content as readonly JsonValue[]) : [];
  return parts.map((part) => (isJsonObject(part) ? (asString(part.text) ?? '') : '')).join('');
}

function toolCallsOf(said: JsonObject): readonly JsonObject[] {
  const calls = Array.isArray(said.tool_calls) ? (said.tool_calls as readonly JsonValue[]).filter(isJsonObject) : [];
  // The form before tool_calls, which old servers still speak.
  return isJsonObject(said.function_call) ? [...calls, { index: 0, function: said.function_call }] : calls;
}

const THOUGHT = /^\s*<think>([\s\S]*?)<\/think>\s*/;

/** Servers without a parser for it leave the thinking in front of the text. */
function partThoughts(content: string, reasoning: string): { content: string; reasoning: string } {
  const [whole, thought] = THOUGHT.exec(content) ?? [];
  if (whole === undefined) return { content: content.trim(), reasoning: reasoning.trim() };
  return { content: content.slice(whole.length).trim(), reasoning: `${reasoning}\n${thought}`.trim() };
}

/** A body that is not a stream of events: one JSON answer, or one chunk a line. */
export function readWhole(body: string): Answer {
  const builder = createAnswerBuilder();
  const whole = tryParseJson(body);
  if (whole !== undefined) builder.add(whole);
  else
    for (const line of body.split('\n').filter((text) => text.trim() !== '')) {
      const chunk = tryParseJson(line);
      if (chunk === undefined) throw new ModelError('not-openai');
      builder.add(chunk);
    }
  if (!builder.ended()) throw new ModelError('not-openai');
  return builder.build();
}
