/** Episodes as lists and readers show them. */

import type { Origin, Outcome, PageQuery, Split } from '../types.ts';
import type { MarkedText, TextMark } from './text-views.ts';

export interface EpisodeQuery extends PageQuery {
  readonly origin?: Origin;
  readonly status?: 'kept' | 'dropped';
  /** Drop reason, as in `stages[].dropped`. */
  readonly reason?: string;
  /** Placeholder type that occurs in the episode. */
  readonly redacted?: string;
  readonly source?: number;
  readonly session?: string;
  readonly tokens?: { readonly from: number; readonly to: number | null };
  readonly toolCalls?: { readonly from: number; readonly to: number | null };
  /** Looked for in titles, tags and session ids, case-insensitively. */
  readonly text?: string;
  /** Near-duplicate cluster. */
  readonly cluster?: number;
  /** An episode has all of them. */
  readonly tags?: readonly string[];
}

export interface EpisodeRow {
  readonly ordinal: number;
  readonly id: string;
  readonly title: string;
  readonly origin: Origin;
  readonly outcome: Outcome;
  readonly messages: number;
  readonly toolCalls: number;
  readonly tokens: number;
  readonly redactions: number;
  readonly damage: number;
  readonly split: Split | null;
  /** Null when the row is kept. */
  readonly dropped: { readonly stage: string; readonly reason: string } | null;
  readonly cluster: number | null;
  readonly sourceLabel: string;
}

export interface EpisodePage {
  readonly total: number;
  readonly rows: readonly EpisodeRow[];
}

/** One finding of an episode. `text` is its value: shown only when asked for, kept nowhere. */
export interface FindingPlace {
  readonly episodeId: string;
  readonly block: number;
  readonly message: number;
  /** Which text of the message, as in `TextPlace`. */
  readonly part: string;
  readonly mark: TextMark;
  readonly text: string;
}

/** What is known of an episode; its messages come in pages of blocks. */
export interface EpisodeView {
  readonly row: EpisodeRow;
  /** In reading order, all or the first of `findingsTotal`. */
  readonly findings: readonly FindingPlace[];
  readonly findingsTotal: number;
  /** Index of the first message of each block. */
  readonly blocks: readonly number[];
  readonly tools: readonly { readonly name: string; readonly description: string }[];
  readonly tags: readonly string[];
  /** Name and value, ready to show. */
  readonly provenance: readonly { readonly name: string; readonly value: string }[];
  readonly damage: Readonly<Record<string, number>>;
  /** The canonical row as it would be written, indented. */
  readonly exported: MarkedText;
}
