import { tryParseJson } from '../text/json.ts';
import type { JsonObject } from '../types.ts';
import { type Answer, createAnswerBuilder, type Piece, readWhole } from './answer.ts';
import { createDeadline, type Deadline } from './deadline.ts';
import { failureOf, ModelError } from './model-error.ts';
import { createEventReader } from './sse.ts';
import type { Clock, Limits, ModelReply, ModelRequest, Transport } from './transport.ts';

/** What talking to the server takes. */
export interface Line {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly limits: Limits;
}

/** Told of text and thinking as they come in. */
export type OnPiece = (piece: Piece) => void;

/** Some servers never close a stream that they have ended; milliseconds. */
const AFTER_END = 2000;

/** Asks once, streaming; a server that answers in one piece is understood as well. */
export async function askOnce(line: Line, body: JsonObject, signal: AbortSignal, onPiece: OnPiece): Promise<Answer> {
  const { clock, limits } = line;
  const deadline = createDeadline(clock, signal, limits.totalMs, 'too-long');
  deadline.within(limits.firstMs, 'slow-start');
  let reply: ModelReply | undefined;
  try {
    reply = await openReply(line, { path: '/chat/completions', body: { ...body, stream: true } }, deadline);
    return await readAnswer(reply, deadline, limits, onPiece);
  } finally {
    reply?.close();
    deadline.end();
  }
}

/** A reply that is no refusal. */
export async function openReply({ transport }: Line, request: ModelRequest, deadline: Deadline): Promise<ModelReply> {
  const reply = await deadline.race(transport.open(request, deadline.signal));
  if (typeof reply === 'string') throw new ModelError(reply);
  if (reply.status >= 200 && reply.status < 300) return reply;
  const text = await readText(reply, deadline).finally(() => reply.close());
  throw new Refusal(reply.status, text, reply.retryAfter);
}

/** Carries what a later try needs to know. */
export class Refusal extends ModelError {
  readonly retryAfter: string;

  constructor(status: number, text: string, retryAfter: string) {
    super(failureOf(status, text), messageIn(text) || `HTTP ${status}`);
    this.retryAfter = retryAfter;
  }
}

export const readText = async (reply: ModelReply, deadline: Deadline): Promise<string> =>
  join(await readRest(reply, deadline));

async function readRest(reply: ModelReply, deadline: Deadline): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for (let bytes = await readPiece(reply, deadline); bytes; bytes = await readPiece(reply, deadline))
    pieces.push(bytes);
  return pieces;
}

async function readPiece(reply: ModelReply, deadline: Deadline): Promise<Uint8Array | null> {
  try {
    return await deadline.race(reply.read());
  } catch (error) {
    if (error instanceof ModelError || deadline.signal.aborted) throw error;
    throw new ModelError('broken', 'the connection broke');
  }
}

async function readAnswer(reply: ModelReply, deadline: Deadline, limits: Limits, onPiece: OnPiece): Promise<Answer> {
  const builder = createAnswerBuilder();
  const events = createEventReader();
  const early: Uint8Array[] = [];
  let streams: boolean | undefined;
  let chunks = 0;
  const add = (data: string): boolean => {
    if (data.trim() === '[DONE]') return true;
    const chunk = tryParseJson(data);
    if (chunk === undefined) throw new ModelError('not-openai', 'an event of the stream is no JSON');
    chunks += 1;
    const piece = builder.add(chunk);
    if (piece) {
      deadline.within(limits.betweenMs, 'stalled');
      onPiece(piece);
    }
    if (builder.ended()) deadline.within(AFTER_END, 'stalled');
    return false;
  };
  for (;;) {
    const bytes = await next(reply, deadline, builder.ended());
    if (streams === undefined && bytes) {
      early.push(bytes);
      streams = looksLikeEvents(early);
      if (streams === undefined) continue;
      if (!streams) return readWhole(join([...early, ...(await readRest(reply, deadline))]));
      for (const piece of early.splice(0)) if (events.push(piece).some(add)) return builder.build();
      continue;
    }
    if ((bytes ? events.push(bytes) : events.end()).some(add)) return builder.build();
    if (bytes) continue;
    if (builder.ended()) return builder.build();
    if (streams && chunks === 0) throw new ModelError('not-openai');
    throw new ModelError('broken', 'the stream ended before the answer did');
  }
}

/** The next bytes; after the answer's end a server that goes silent or away is as good as one that closes. */
async function next(reply: ModelReply, deadline: Deadline, ended: boolean): Promise<Uint8Array | null> {
  try {
    return await readPiece(reply, deadline);
  } catch (error) {
    if (!ended || !(error instanceof ModelError)) throw error;
    return null;
  }
}

/** Undefined while nothing but white space has come: an event begins with a name, all else with a bracket of some kind. */
function looksLikeEvents(pieces: readonly Uint8Array[]): boolean | undefined {
  const start = join(pieces).trimStart();
  return start === '' ? undefined : !/^[{[<]/.test(start);
}

const join = (pieces: readonly Uint8Array[]): string => {
  const decoder = new TextDecoder();
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
};

function messageIn(text: string): string {
  const value = tryParseJson(text) as { error?: string | { message?: string }; message?: string } | undefined;
  const found = typeof value?.error === 'object' ? value.error?.message : (value?.error ?? value?.message);
  if (typeof found === 'string') return found;
  return text.trim().startsWith('<') ? '' : text.trim();
}
