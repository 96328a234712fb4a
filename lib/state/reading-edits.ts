import { DAMAGE_POLICIES, type ReadingChoice, type Recipe } from '../core/recipe.ts';
import { sayCode } from './figures.ts';
import type { Edit } from './recipe-edits.ts';

type Policy = ReadingChoice['policies'][string];

export const changeReading = (label: string, change: Partial<Omit<ReadingChoice, 'policies'>>): Edit => ({
  label,
  apply: (recipe: Recipe) => ({ ...recipe, reading: { ...recipe.reading, ...change } }),
});

/** What is usual is not kept in the recipe: choosing it takes the choice back. */
export const choosePolicy = (code: string, policy: Policy): Edit => ({
  label: `${sayCode(code)}: ${POLICY_WORDS[policy].toLowerCase()}`,
  apply: (recipe: Recipe) => {
    const others = Object.entries(recipe.reading.policies).filter(([other]) => other !== code);
    const usual = new Map(Object.entries(DAMAGE_POLICIES)).get(code)?.usual;
    const chosen = policy === usual ? others : [...others, [code, policy] as const];
    return { ...recipe, reading: { ...recipe.reading, policies: Object.fromEntries(chosen) } };
  },
});

/** Summaries are another task, so two places ask for them: the reader makes them, the gate lets them through. */
export const makeSummaries = (on: boolean): Edit => ({
  label: on ? 'make episodes of compaction summaries' : 'make no episodes of compaction summaries',
  apply: (recipe: Recipe) => ({
    ...recipe,
    reading: { ...recipe.reading, summaries: on },
    gate: { ...recipe.gate, compactSummaries: on },
  }),
});

export const POLICY_WORDS = {
  keep: 'Train on it as it is',
  mask: 'Keep, do not train on it',
  drop_turn: 'Leave out the turn',
  drop_episode: 'Leave out the episode',
} as const satisfies Record<Policy, string>;

export const TRIM_WORDS = {
  restore: 'Put results back, or mask',
  mask: 'Mask what saw the full result',
  split: 'Train on what comes after only',
  drop: 'Leave out the episode',
  keep: 'Change nothing (for analysis)',
} as const satisfies Record<ReadingChoice['trims'], string>;

export const TRIM_CALL_WORDS = {
  rebuild: 'Put arguments back, or mask',
  mask: 'Keep it, do not train on it',
  remove: 'Take out call and result',
} as const satisfies Record<ReadingChoice['trimCalls'], string>;
