import type { Origin } from '../types.ts';

/** What became of the episodes of one family: asked = dropped + verified, verified = nearDuplicates + leftOut + kept. */
export interface FamilyRow {
  readonly origin: Exclude<Origin, 'real'>;
  readonly family: string;
  readonly asked: number;
  readonly verified: number;
  /** Failed their own checks. */
  readonly dropped: number;
  readonly nearDuplicates: number;
  /** By anything else: gates, copies, the mix, the person. */
  readonly leftOut: number;
  readonly kept: number;
}

/** One field of risk source and channel. */
export interface RiskCell {
  readonly risk: string;
  readonly channel: string;
  /** Tags that an episode of this field has; what a list is filtered by. */
  readonly tags: readonly string[];
  readonly made: number;
  readonly kept: number;
}

export interface RiskGrid {
  readonly risks: readonly string[];
  readonly channels: readonly string[];
  /** Only fields that make sense. */
  readonly cells: readonly RiskCell[];
}

export interface GenerationView {
  readonly families: readonly FamilyRow[];
  /** Null without adversarial episodes. */
  readonly grid: RiskGrid | null;
}
