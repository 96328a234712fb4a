import type { MessageView } from './conversation-views.ts';

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
