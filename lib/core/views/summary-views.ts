/** What the rail, the funnel and the charts show of the whole workspace. */

import type { Finding, Origin, Split, StageCount } from '../types.ts';
import type { GenerationView } from './generation-views.ts';

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
