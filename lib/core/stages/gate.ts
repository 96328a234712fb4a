import type { GateChoice, ReviewChoice } from '../recipe.ts';
import { type Decision, decision, reviewed } from './decision.ts';
import type { Fingerprint } from './fingerprint.ts';

/** Drop codes of the stages over the whole dataset, each with one sentence for a person. Codes are fixed: manifests hold them. */
export const STAGE_DROPS = {
  excluded: 'You excluded it.',
  compact_summary: 'A summary written at a compaction is another task; it is left out unless asked for.',
  preference_rejected: 'The rejected half of a preference pair is not trained on as an example to follow.',
  nothing_to_train: 'No message of the model is whole and new, so nothing is left to train on.',
  low_signal: 'The first message of the user or the first text of the model is shorter than the limit.',
  exact_duplicate: 'Another episode holds the same conversation.',
  superseded: 'Another episode of the same session begins with this conversation and goes on.',
  near_duplicate: 'Another episode of its cluster is nearly the same and was kept.',
  source_cap: 'Its source already gives as many rows as the limit allows.',
  over_ratio: 'It was left out to meet the asked shares.',
  over_target: 'It was left out to meet the asked number of rows.',
} as const;
export type StageDrop = keyof typeof STAGE_DROPS;

const NAME = 'gate';
const VERSION = 1;

export function gate(all: readonly Fingerprint[], options: GateChoice, review: ReviewChoice): Decision {
  const { isExcluded, isKept } = reviewed(review);
  const dropped = new Map<number, StageDrop>();
  all.forEach((fingerprint, ordinal) => {
    const reason = isExcluded(fingerprint) ? 'excluded' : isKept(fingerprint) ? null : dropReason(fingerprint, options);
    if (reason) dropped.set(ordinal, reason);
  });
  return decision(NAME, VERSION, [...all.keys()], dropped);
}

function dropReason(fingerprint: Fingerprint, options: GateChoice): StageDrop | null {
  if (fingerprint.kind === 'compact-summary' && !options.compactSummaries) return 'compact_summary';
  if (fingerprint.tags.includes('rejected')) return 'preference_rejected';
  if (fingerprint.trained === 0) return 'nothing_to_train';
  const { minUserChars, minAssistantChars } = options;
  if (fingerprint.firstUserChars < minUserChars || fingerprint.firstAssistantChars < minAssistantChars)
    return 'low_signal';
  return null;
}
