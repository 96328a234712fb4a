/** What the page asks the workspace to show: plain data, small enough to cross a worker boundary. */

import type { Finding, Origin, Outcome, Role, Split, StageCount } from '../types.ts';
import type { GenerationView } from './generation-views.ts';

export type { TrimAudit } from '../formats/trim-audit.ts';
export type { DamageReport, DamageRow } from './damage-views.ts';
export type { FamilyRow, GenerationView, RiskCell, RiskGrid } from './generation-views.ts';
export type {
  FindingExample,
  MatchCount,
  MatchQuery,
  NameList,
  NameRow,
  ResidualText,
  SelfTestLine,
  SelfTestReport,
} from './review-views.ts';
export type {
  AttemptView,
  CopyView,
  RunView,
  SessionInspection,
  SessionListPage,
  SessionListRow,
  SessionOverview,
  TimelineEntry,
  TimelineKind,
  TimelinePage,
  TimelineQuery,
  UsageSums,
} from './session-views.ts';

export interface Progress {
  /** Stage name, as in `StageCount.name`; also `unpack`, `hash` and `pack`. */
  readonly stage: string;
  readonly done: number;
  /** 0 while unknown. */
  readonly total: number;
  readonly unit: 'bytes' | 'episodes' | 'files';
}

export interface SourceRow {
  readonly index: number;
  readonly path: string;
  /** Human name of what was recognised. */
  readonly label: string;
  readonly kind: string;
  readonly version: string;
  readonly origin: Origin;
  /** Bytes; 0 for generators. */
  readonly size: number;
  /** That it holds, read from it or not. */
  readonly sessions: number;
  readonly episodes: number;
  /** Reason → count of what did not become an episode. */
  readonly dropped: Readonly<Record<string, number>>;
  readonly damage: Readonly<Record<string, number>>;
  readonly repaired: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}

export interface TypeCount {
  readonly type: string;
  /** Replacements made. */
  readonly count: number;
  readonly episodes: number;
}

export interface SplitSummary {
  readonly rows: number;
  readonly groups: number;
  readonly byOrigin: Readonly<Record<Origin, number>>;
}

/** Counts of the whole workspace: what the rail, the funnel and the charts show. */
export interface Summary {
  readonly sources: readonly SourceRow[];
  /** Files that are nothing of ours or beyond reading. */
  readonly skipped: readonly Finding[];
  readonly stages: readonly StageCount[];
  readonly redaction: {
    readonly types: readonly TypeCount[];
    readonly replacements: number;
    readonly episodes: number;
  };
  /** Different sessions that episodes were read of. */
  readonly sessions: number;
  /** Episodes after redaction, before anything is left out. */
  readonly episodes: number;
  /** Rows that a build would write. */
  readonly kept: number;
  readonly mix: {
    readonly asked: Readonly<Record<Origin, number>> | null;
    readonly got: Readonly<Record<Origin, number>>;
  };
  readonly generation: GenerationView;
  readonly split: Readonly<Record<Split, SplitSummary>>;
  /** Highest estimated Jaccard similarity of a validation row to a train row, 0 to 1; null without validation rows. */
  readonly worstSimilarity: number | null;
  readonly clusters: number;
  /** Characters / 4, over the rows kept. */
  readonly tokens: number;
  readonly charts: {
    readonly tokens: readonly Bar[];
    readonly toolCalls: readonly Bar[];
  };
  readonly damage: Readonly<Record<string, number>>;
  /** Damage and drop codes → one sentence for a person. */
  readonly meanings: Readonly<Record<string, string>>;
}

export interface Bar {
  readonly label: string;
  /** Inclusive. */
  readonly from: number;
  /** Exclusive; null for no upper bound. */
  readonly to: number | null;
  readonly count: number;
}

export interface EpisodeQuery {
  readonly offset: number;
  readonly limit: number;
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

/** Text with the places that were (before) or are (after) marked. Offsets in UTF-16 units, end exclusive. */
export interface MarkedText {
  /** The whole; the beginning alone where there is a `rest`. */
  readonly text: string;
  readonly marks: readonly TextMark[];
  readonly rest?: TextRest;
}

/** What did not cross of a long text, and what did of it beside the beginning. */
export interface TextRest {
  /** Of the whole text. */
  readonly length: number;
  /** In the order of the text; they do not overlap. */
  readonly pieces: readonly TextPiece[];
  readonly from: TextPlace;
}

/** A stretch of a text; the offsets of its marks are those in the whole text. */
export interface TextPiece {
  readonly start: number;
  readonly text: string;
  readonly marks: readonly TextMark[];
}

/** Which text of which episode. */
export interface TextPlace {
  readonly ordinal: number;
  readonly message: number;
  /** `content`, `reasoning`, `call` and its number, or `exported`, which is of no message. */
  readonly part: string;
  readonly side: 'before' | 'after';
}

export interface TextPieceQuery extends TextPlace {
  readonly start: number;
  /** Exclusive; the answer goes on to the end of a mark that it would part. */
  readonly end: number;
}

export interface TextMark {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  /** Rule that found it; '' on the after side. */
  readonly rule: string;
  /** Names the value without naming it, for decisions; '' on the after side. */
  readonly value: string;
  readonly standing: 'open' | 'accepted' | 'left';
}

export interface ToolCallView {
  readonly id: string;
  readonly name: string;
  /** Arguments as indented JSON. */
  readonly before: MarkedText;
  readonly after: MarkedText;
}

export interface MessageView {
  readonly role: Role;
  readonly weight: 0 | 1;
  readonly name: string;
  readonly isError: boolean;
  readonly before: MarkedText;
  readonly after: MarkedText;
  readonly reasoning: { readonly before: MarkedText; readonly after: MarkedText } | null;
  readonly toolCalls: readonly ToolCallView[];
}

/** Part of a conversation as it will be written, in blocks: a message with the tool results that follow it. */
export interface ConversationPage {
  /** Blocks of the whole. */
  readonly total: number;
  readonly blocks: readonly (readonly MessageView[])[];
}

/** A message with the tool results that follow it. */
export interface EpisodeBlock {
  /** Place of its first message in the episode. */
  readonly first: number;
  readonly messages: readonly MessageView[];
}

export interface EpisodeBlocks {
  /** Blocks of the whole. */
  readonly total: number;
  readonly rows: readonly EpisodeBlock[];
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
  readonly tools: readonly { readonly name: string; readonly description: string }[];
  readonly tags: readonly string[];
  /** Name and value, ready to show. */
  readonly provenance: readonly { readonly name: string; readonly value: string }[];
  readonly damage: Readonly<Record<string, number>>;
  /** The canonical row as it would be written, indented. */
  readonly exported: MarkedText;
}

export interface BuildSummary {
  readonly fileName: string;
  /** Bytes of the zip; of all files together where none was made. */
  readonly bytes: number;
  readonly files: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly rows: number;
    readonly sha256: string;
  }[];
  readonly gates: { readonly minExamples: boolean; readonly redaction: boolean };
  /** What the final scan of the written bytes still found; the download is blocked until fixed or accepted. */
  readonly residual: readonly {
    readonly path: string;
    readonly line: number;
    readonly type: string;
    readonly count: number;
    /** The episode of that line; null where a line is none. */
    readonly ordinal: number | null;
    /** Names the value without naming it. */
    readonly mark: string;
    /** The person let it through. */
    readonly accepted: boolean;
  }[];
  /** Possible names in the rows written about which nobody said anything. */
  readonly namesUndecided: number;
  readonly blocked: boolean;
}

export interface PresetView {
  readonly id: string;
  readonly label: string;
  /** First kept row in this trainer's shape, indented; '' without rows. */
  readonly example: string;
  readonly config: string;
  readonly losses: readonly string[];
}
