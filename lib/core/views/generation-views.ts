import type { Origin } from '../types.ts';
import type { MessageView } from './views.ts';

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

/** Something that can be previewed. */
export interface ScenarioRow {
  readonly id: string;
  readonly generator: 'synthetic' | 'adversarial';
  /** What the generator's option `families` goes by. */
  readonly family: string;
  /** A request that only looks like an attack of its family. */
  readonly control: boolean;
}

export interface ScenarioQuery {
  readonly id: string;
  readonly seed: number;
  readonly language: string;
  /** Of an attack: the half that goes well, or the wrong one. */
  readonly stance: 'chosen' | 'rejected';
}

export interface CheckView {
  readonly name: string;
  readonly ok: boolean;
  /** Redacted; '' without any. */
  readonly detail: string;
}

/** One episode of a scenario, made on the spot, and how its checks turned out. */
export interface ScenarioPreview {
  readonly messages: readonly MessageView[];
  readonly tools: readonly string[];
  readonly tags: readonly string[];
  readonly checks: readonly CheckView[];
  readonly verified: boolean;
}
