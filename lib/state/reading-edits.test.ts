import { expect, test } from 'vitest';
import { readRecipe } from '../core/read-recipe.ts';
import { DAMAGE_POLICIES, DEFAULT_RECIPE } from '../core/recipe.ts';
import { changeReading, choosePolicy } from './reading-edits.ts';

test('a policy is chosen, and choosing what is usual takes it back', () => {
  const chosen = choosePolicy('malformed_json', 'drop_turn').apply(DEFAULT_RECIPE);
  expect(chosen.reading.policies).toEqual({ malformed_json: 'drop_turn' });
  const other = choosePolicy('cut_text', 'keep').apply(chosen);
  expect(choosePolicy('malformed_json', 'mask').apply(other).reading.policies).toEqual({ cut_text: 'keep' });
  expect(choosePolicy('cut_text', 'mask').apply(choosePolicy('cut_text', 'keep').apply(DEFAULT_RECIPE))).toEqual(
    DEFAULT_RECIPE,
  );
});

test('every choice that is offered is a recipe that can be read', () => {
  for (const [code, { choices }] of Object.entries(DAMAGE_POLICIES))
    for (const policy of choices)
      expect(() => readRecipe(choosePolicy(code, policy).apply(DEFAULT_RECIPE))).not.toThrow();
  expect(
    readRecipe(changeReading('x', { trims: 'split', mode: 'faithful' }).apply(DEFAULT_RECIPE)).reading,
  ).toMatchObject({ trims: 'split', mode: 'faithful' });
});
