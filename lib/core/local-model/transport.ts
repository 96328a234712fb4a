import type { JsonObject } from '../types.ts';

/** One call of an OpenAI-compatible server. Where the server is and the key for it are the host's affair. */
export interface ModelRequest {
  readonly path: '/models' | '/chat/completions';
  /** Sent as JSON by POST; GET without. */
  readonly body?: JsonObject;
}

export interface ModelReply {
  readonly status: number;
  /** `''` when the server does not say or the browser does not show it. */
  readonly retryAfter: string;
  /** The next bytes, or null at the end. Rejects when the connection breaks. */
  read(): Promise<Uint8Array | null>;
  close(): void;
}

/** Why no reply came at all. */
export const NO_REPLY = ['unreachable', 'cors', 'denied'] as const;
/** `broken`: of a server that answered before. */
export type NoReply = (typeof NO_REPLY)[number] | 'broken';

/** The way to the server, handed in by the host: the engine itself reaches nothing. */
export interface Transport {
  open(request: ModelRequest, signal: AbortSignal): Promise<ModelReply | NoReply>;
}

/** Time, handed in as well. `wait` rejects when the signal aborts. */
export interface Clock {
  now(): number;
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export interface Limits {
  /** For the list of models; nothing is computed for it. */
  readonly connectMs: number;
  /** Until the first token: the server may have to load the model first. */
  readonly firstMs: number;
  readonly betweenMs: number;
  readonly totalMs: number;
}

export const LIMITS: Limits = { connectMs: 10_000, firstMs: 180_000, betweenMs: 60_000, totalMs: 900_000 };
