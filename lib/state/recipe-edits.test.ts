import { expect, test } from 'vitest';
import { DEFAULT_RECIPE, type Recipe } from '../core/recipe.ts';
import {
  addGenerator,
  type Edit,
  excludeEpisodes,
  putBackEpisodes,
  removeGenerator,
  switchPreset,
  switchType,
} from './recipe-edits.ts';

const after = (...edits: readonly Edit[]): Recipe =>
  edits.reduce((recipe, edit) => edit.apply(recipe), structuredClone(DEFAULT_RECIPE) as Recipe);

test('putting back an excluded episode leaves no trace of the decision', () => {
  expect(after(excludeEpisodes(['a', 'b']), putBackEpisodes(['a'])).review).toEqual({ excluded: ['b'], kept: [] });
});

test('putting back a dropped episode keeps it against the stage', () => {
  expect(after(putBackEpisodes(['dropped'])).review).toEqual({ excluded: [], kept: ['dropped'] });
});

test('excluding what was put back withdraws the keep', () => {
  expect(after(putBackEpisodes(['a']), excludeEpisodes(['a'])).review).toEqual({ excluded: ['a'], kept: [] });
});

test('excluding twice counts once', () => {
  expect(after(excludeEpisodes(['a']), excludeEpisodes(['a'])).review.excluded).toEqual(['a']);
});

test('two generators of one kind are told apart by place', () => {
  const first = { generator: 'text-recipes', count: 10, seed: 1 };
  const second = { generator: 'text-recipes', count: 10, seed: 1 };
  expect(after(addGenerator(first), addGenerator(second), removeGenerator(0)).generators).toEqual([second]);
});

test('types, values and presets go on and off', () => {
  expect(after(switchType('EMAIL', false)).redaction.off).toEqual(['EMAIL']);
  expect(after(switchType('EMAIL', false), switchType('EMAIL', true)).redaction.off).toEqual([]);
  expect(after(switchPreset('axolotl', true)).output.presets).toEqual(['trl-sft', 'axolotl']);
});

test('labels of the history hold no episode id', () => {
  const labels = [excludeEpisodes(['an-id']), putBackEpisodes(['an-id'])].map((e) => e.label);
  for (const label of labels) expect(label).not.toMatch(/an-id/);
});
