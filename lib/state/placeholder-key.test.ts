import { expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../core/recipe.ts';
import { changeKey, choosePlaceholders, newKey } from './placeholder-key.ts';

test('keyed placeholders get a key at once, keep it, and are never left without one', () => {
  const keyed = choosePlaceholders('keyed').apply(DEFAULT_RECIPE);
  expect(keyed.key).toMatch(/^[0-9a-f]{32}$/);
  expect(choosePlaceholders('keyed').apply(keyed).key).toBe(keyed.key);
  expect(changeKey(' mine ').apply(keyed).key).toBe('mine');
  expect(changeKey('').apply(keyed).key).toMatch(/^[0-9a-f]{32}$/);
});

test('other placeholders need none', () => {
  expect(choosePlaceholders('surrogate').apply(DEFAULT_RECIPE).key).toBe('');
});

test('no two keys are alike', () => {
  expect(newKey()).not.toBe(newKey());
});
