/** What crosses between the page of the local model and its worker. Types only. */
import type { SampleChoice } from '../lib/core/local-model/sample.ts';
import type { Limits, ModelRequest, NoReply } from '../lib/core/local-model/transport.ts';
import type { MessageView } from '../lib/core/views/conversation-views.ts';
import type { PlayableRow, PlayEvent } from '../lib/core/views/play-views.ts';
import type { Result } from './protocol.ts';

export type { PlayableRow, PlayEvent, PlayTally, TryRow } from '../lib/core/views/play-views.ts';
export type { Limits, NoReply, SampleChoice };

export type WireReply =
  | { readonly ok: true; readonly status: number; readonly retryAfter: string }
  | { readonly ok: false; readonly why: NoReply };

/** The page's part: it alone may reach the server, and it alone knows address and key. Calls are told apart by their id. */
export interface Wire {
  open(id: number, request: ModelRequest): Promise<WireReply>;
  /** Null at the end; rejects when the connection breaks. */
  read(id: number): Promise<Uint8Array | null>;
  close(id: number): Promise<void>;
}

export interface ModelList {
  readonly models: readonly string[];
  readonly tookMs: number;
}

export interface PlayedRows {
  readonly rows: Blob;
  readonly count: number;
}

/** A failure of the server comes back as an error whose code says which, and whose message holds the server's own words. */
export interface ModelApi {
  families(): Promise<Result<readonly PlayableRow[]>>;
  models(wire: Wire, limits: Limits): Promise<Result<ModelList>>;
  /** Events come in batches, several times a second at most. */
  play(
    choice: SampleChoice,
    limits: Limits,
    wire: Wire,
    onEvents: (events: readonly PlayEvent[]) => void,
  ): Promise<Result<void>>;
  transcript(number: number): Promise<Result<readonly MessageView[]>>;
  /** What was kept so far, one canonical row a line. */
  rows(): Promise<Result<PlayedRows>>;
  clear(): Promise<Result<void>>;
  cancel(): Promise<void>;
}
