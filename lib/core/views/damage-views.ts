import type { DamageCode } from '../formats/damage.ts';
import type { DamagePolicy } from '../formats/policies.ts';
import type { TrimAudit } from '../formats/trim-audit.ts';

export type { TrimAudit };

interface Group {
  readonly title: string;
  readonly codes: readonly DamageCode[];
}

/** Every code once, under the heading that it is reported by. */
export const DAMAGE_GROUPS = {
  text: {
    title: 'Text that is lost or cut',
    codes: [
      'truncated_value',
      'malformed_json',
      'oversized_json',
      'circular_value',
      'unserializable_value',
      'cut_text',
      'size_limit',
      'object_text',
      'hidden_reasoning',
      'pruned_text',
      'masked_text',
      'half_masked_text',
      'bad_arguments',
      'cut_answer',
    ],
  },
  turn: {
    title: 'Turns that went wrong',
    codes: [
      'failed_turn',
      'aborted_turn',
      'unanswered_turn',
      'continued_turn',
      'failed_attempt',
      'unanswered_call',
      'lost_call',
      'orphan_result',
      'duplicate_result',
      'empty_message',
      'leading_answer',
      'delivery_mirror',
    ],
  },
  around: {
    title: 'Prompt, tools and recording',
    codes: [
      'system_prompt_damaged',
      'tool_schema_damaged',
      'tool_schema_missing',
      'snapshot_cut',
      'side_branch',
      'reasoning_moved',
    ],
  },
  trims: {
    title: 'Results that the agent shortened',
    codes: [
      'trimmed_result',
      'trim_unexplained',
      'trim_pending',
      'trim_call',
      'trim_restored',
      'trim_conflict',
      'trim_after_summary',
    ],
  },
  consequence: {
    title: 'What came of it',
    codes: ['masked_answer', 'trim_masked', 'damaged_turn'],
  },
} as const satisfies Record<string, Group>;

/** One code of the damage report. */
export interface DamageRow {
  readonly code: string;
  /** The heading that it stands under. */
  readonly group: string;
  /** One sentence for a person. */
  readonly meaning: string;
  readonly count: number;
  /** Turns that have it; 0 where it is wrong with the session and no turn of it. */
  readonly turns: number;
  readonly sessions: number;
  /** Found in one copy of a session and whole in another. */
  readonly repaired: number;
  /** Null where there is nothing to decide. */
  readonly policy: {
    readonly usual: DamagePolicy;
    readonly chosen: DamagePolicy;
    readonly choices: readonly DamagePolicy[];
  } | null;
  /** A session that has it; null when none can be opened. */
  readonly example: { readonly source: number; readonly sessionId: string } | null;
}

export interface DamageReport {
  readonly rows: readonly DamageRow[];
  /** What could have been an episode and is none. */
  readonly lost: readonly { readonly reason: string; readonly meaning: string; readonly count: number }[];
  readonly trims: TrimAudit & {
    readonly sessions: number;
    /** Kept episodes with a message that was written with more in view. */
    readonly episodesAffected: number;
    /** Kept episodes that teach when to shorten what is in view. */
    readonly hygiene: number;
  };
  readonly figures: {
    readonly sessions: number;
    readonly episodes: number;
    /** Episodes that a build would write. */
    readonly kept: number;
    /** Messages in them that are trained on. */
    readonly trained: number;
    readonly lost: number;
  };
}
