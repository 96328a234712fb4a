/** The nouns of the product. Shapes only: no behaviour lives here. */

export const ROLES = ['system', 'user', 'assistant', 'tool'] as const;
export type Role = (typeof ROLES)[number];

export const ORIGINS = ['real', 'synthetic', 'adversarial'] as const;
export type Origin = (typeof ORIGINS)[number];

export const SPLITS = ['train', 'validation'] as const;
export type Split = (typeof SPLITS)[number];

export const OUTCOMES = ['success', 'failure', 'unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** A dropped or unpacked file. Bytes are read only when asked for. */
export interface SourceFile {
  /** `/`-separated and relative to what was dropped. A name to show and sort by; never opened as a path. */
  readonly path: string;
  /** Bytes, uncompressed. Untrusted when it comes from an archive. */
  readonly size: number;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** For readers that need random access. An archive entry is inflated into memory by this. */
  blob(): Promise<Blob>;
}

/** Text and images of one message. An image carries no pixels: rows are text (outputs.md section 2, rule 5). */
export type ContentPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image'; readonly mimeType: string; readonly bytes: number };

/** A call inside an assistant message. Its result is the `tool` message with the same id that follows. */
export interface ToolCall {
  /** Unique inside its assistant message only: providers reuse ids in later turns. */
  readonly id: string;
  readonly name: string;
  readonly arguments: JsonObject;
}

export interface Message {
  readonly role: Role;
  readonly content: readonly ContentPart[];
  /** Thinking text of an assistant message; absent when there was none. */
  readonly reasoning?: string;
  readonly toolCalls?: readonly ToolCall[];
  /** On `tool` messages only. */
  readonly toolCallId?: string;
  /** Tool name, on `tool` messages only. */
  readonly name?: string;
  /** A tool-level failure. A non-zero exit code alone is not one (openclaw.md section 3.4). */
  readonly isError?: boolean;
  /** 1: trained on. Always 0 unless the role is `assistant`. */
  readonly weight: 0 | 1;
}

export interface ToolDefinition {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments. */
  readonly parameters: JsonObject;
}

export interface Provenance {
  /** Path of the source in the drop; redacted before it is written anywhere. */
  readonly path: string;
  /** 1-based line in the source where the episode starts; 0 when lines mean nothing there. */
  readonly line: number;
  /** Format id and its version, as in `openclaw-session/3`. */
  readonly parser: string;
  /** Kinds of source that the repaired messages were taken from, sorted. */
  readonly repairedFrom?: readonly string[];
  readonly model?: string;
  /** Of a summary: what the compaction said of itself. */
  readonly compaction?: { readonly tokensBefore: number; readonly fromExtension: boolean };
  /** Epoch milliseconds of the first message. */
  readonly createdMs?: number;
  /** For generated episodes: scenario and seed. */
  readonly scenario?: string;
  readonly seed?: number;
}

/** One agent run as training data: one context window of one session, or one generated conversation. */
export interface Episode {
  /** Unique in the drop and stable for the same files; never exported in clear. */
  readonly id: string;
  readonly origin: Origin;
  readonly harness: string;
  /** Raw session id; only its keyed hash is exported. */
  readonly sessionId: string;
  /** What ties relatives together for the split (session family: forks, sub-agents, windows); raw, never exported. */
  readonly groupKey: string;
  readonly kind: 'task' | 'compact-summary';
  /** Ties a conversation to the summary that was written when it was compacted; raw, never exported. */
  readonly pairKey?: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly tags: readonly string[];
  readonly messages: readonly Message[];
  readonly tools: readonly ToolDefinition[];
  /** Damage code → how often, as found by the reader (openclaw.md section 6). */
  readonly damage: Readonly<Record<string, number>>;
  /** Damage code → how often another copy of the session put it right; not part of `damage`. */
  readonly repaired?: Readonly<Record<string, number>>;
  readonly provenance: Provenance;
}

export type Severity = 'info' | 'warning' | 'error';

/** What a stage noticed. Says what and where; never carries the text that it is about. */
export interface Finding {
  readonly stage: string;
  readonly code: string;
  readonly severity: Severity;
  readonly path: string;
  /** 1-based. */
  readonly line?: number;
  readonly count: number;
  /** One sentence for a person: what is wrong and what can be done. */
  readonly message: string;
}

/** Placeholder type such as `API_KEY` or `EMAIL`. */
export type SecretType = string;

/** A place in one string that must not leave. Offsets are UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly type: SecretType;
}

/** One output file, already written. */
export interface Shard {
  readonly path: string;
  readonly split?: Split;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** `in + Σ added = out + Σ dropped`, always; the unit is episodes. */
export interface StageCount {
  readonly name: string;
  readonly version: number;
  readonly in: number;
  readonly added: Readonly<Partial<Record<Origin, number>>>;
  readonly dropped: Readonly<Record<string, number>>;
  readonly out: number;
}

/** How far a stage is. */
export interface Progress {
  /** Stage name, as in `StageCount.name`; also `unpack`, `hash` and `pack`. */
  readonly stage: string;
  readonly done: number;
  /** 0 while unknown. */
  readonly total: number;
  readonly unit: 'bytes' | 'episodes' | 'files';
}

/** The part of a list that is asked for. */
export interface PageQuery {
  readonly offset: number;
  readonly limit: number;
}
