import type { DamageCode } from './damage.ts';

/** What can be done about damage beyond reading as much as there is, the mildest first. */
const POLICIES = {
  keep: 'What is left is kept and trained on.',
  mask: 'A damaged message of the model stays as context and is not trained on.',
  drop_turn: 'The turn is left out.',
  drop_episode: 'The whole episode is left out.',
} as const;
export type DamagePolicy = keyof typeof POLICIES;

const SEVERITY = Object.keys(POLICIES) as readonly DamagePolicy[];

export interface PolicyChoice {
  /** What happens unless the person chooses otherwise. */
  readonly usual: DamagePolicy;
  readonly choices: readonly DamagePolicy[];
}

const inMessage = { usual: 'mask', choices: ['keep', 'mask', 'drop_turn', 'drop_episode'] } as const;
const beside = { usual: 'keep', choices: ['keep', 'drop_turn', 'drop_episode'] } as const;
const lostTurn = { usual: 'drop_turn', choices: ['drop_turn', 'drop_episode'] } as const;
const ofEpisode = { usual: 'keep', choices: ['keep', 'drop_episode'] } as const;

/**
 * The codes that the person decides about. A lost value in a tool result or user message bars no training under `mask`: only
 * messages of the model are ever trained on. Codes that are absent tell what was done; dynamic trims have choices of their own.
 */
export const DAMAGE_POLICIES: Readonly<Partial<Record<DamageCode, PolicyChoice>>> = {
  bad_arguments: { usual: 'mask', choices: ['mask', 'drop_turn', 'drop_episode'] },
  truncated_value: inMessage,
  malformed_json: inMessage,
  oversized_json: inMessage,
  circular_value: inMessage,
  unserializable_value: inMessage,
  cut_text: inMessage,
  size_limit: inMessage,
  object_text: inMessage,
  hidden_reasoning: { ...inMessage, usual: 'keep' },
  pruned_text: beside,
  masked_text: { ...inMessage, usual: 'keep' },
  half_masked_text: { ...inMessage, usual: 'keep' },
  cut_answer: inMessage,
  unanswered_call: { usual: 'mask', choices: ['mask', 'drop_turn', 'drop_episode'] },
  lost_call: inMessage,
  failed_turn: lostTurn,
  aborted_turn: { usual: 'drop_turn', choices: ['mask', 'drop_turn', 'drop_episode'] },
  unanswered_turn: lostTurn,
  failed_attempt: beside,
  orphan_result: beside,
  duplicate_result: beside,
  empty_message: beside,
  leading_answer: ofEpisode,
  trim_after_summary: ofEpisode,
  snapshot_cut: ofEpisode,
  system_prompt_damaged: ofEpisode,
  tool_schema_damaged: ofEpisode,
  tool_schema_missing: ofEpisode,
};

/** Of a session whose agent shortened its own results (dynamic-trim.md section 6). */
export const TRIM_POLICIES = {
  restore:
    'The result is put back from another copy of the session; without one, messages written with it in view are masked.',
  mask: 'The short form stays; messages written with the full result in view are not trained on.',
  split: 'Only what comes after the shortening is trained on, with the short form as context.',
  drop: 'Episodes with a shortened result are left out.',
  keep: 'Nothing is changed: the model is trained to know what it no longer sees. For analysis only.',
} as const;
export type TrimPolicy = keyof typeof TRIM_POLICIES;

/** Of the calls that shortened them: their arguments were replaced on disk. */
export const TRIM_CALL_POLICIES = {
  rebuild: 'The arguments are put back from another copy or from the short form; where neither is possible, masked.',
  mask: 'The call stays as context and is not trained on.',
  remove: 'The call and its result are taken out.',
} as const;
export type TrimCallPolicy = keyof typeof TRIM_CALL_POLICIES;

export type Policies = Readonly<Record<string, DamagePolicy>>;

export const policyFor = (code: DamageCode, chosen: Policies): DamagePolicy =>
  (Object.hasOwn(chosen, code) ? chosen[code] : undefined) ?? DAMAGE_POLICIES[code]?.usual ?? 'keep';

/** The severest of what the codes call for. */
export const severest = (codes: readonly DamageCode[], chosen: Policies): DamagePolicy =>
  codes.reduce<DamagePolicy>((worst, code) => {
    const policy = policyFor(code, chosen);
    return SEVERITY.indexOf(policy) > SEVERITY.indexOf(worst) ? policy : worst;
  }, 'keep');
