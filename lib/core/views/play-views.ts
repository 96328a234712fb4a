import type { MessageView } from './conversation-views.ts';

/** A family that a local model can play. */
export interface PlayableRow {
  readonly family: string;
  readonly origin: 'synthetic' | 'adversarial';
}

/** How a family went so far. */
export interface PlayTally extends PlayableRow {
  /** Episodes begun. */
  readonly begun: number;
  readonly kept: number;
  readonly tries: number;
  /** Tries that the server failed; nothing was judged. */
  readonly unjudged: number;
  /** Names of failed checks and how often each failed. */
  readonly failures: Readonly<Record<string, number>>;
}

export interface TryRow extends PlayableRow {
  readonly number: number;
  readonly scenario: string;
  readonly language: string;
  readonly attempt: number;
  readonly kept: boolean;
  readonly failed: readonly { readonly name: string; readonly detail: string }[];
  /** Code of the server's failure; '' when the try was judged. */
  readonly failure: string;
  /** The server's own words. */
  readonly detail: string;
  /** `yes`, `no`, or why the original wording stayed. */
  readonly reworded: string;
}

export type PlayEvent =
  | ({ readonly type: 'try' } & Pick<TryRow, 'number' | 'family' | 'origin' | 'scenario' | 'language' | 'attempt'>)
  | { readonly type: 'message'; readonly message: MessageView }
  /** More of the message that is being written, and of the thinking before it. */
  | { readonly type: 'piece'; readonly text: string; readonly thought: string }
  | { readonly type: 'wait'; readonly ms: number; readonly failure: string }
  | { readonly type: 'verdict'; readonly row: TryRow; readonly tallies: readonly PlayTally[] };
