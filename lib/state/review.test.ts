import { expect, test } from 'vitest';
import type { EpisodeRow } from '../../workers/protocol.ts';
import { DEFAULT_RECIPE } from '../core/recipe.ts';
import { standingOf, toggleStanding } from './review.ts';

const row = (dropped: EpisodeRow['dropped']): EpisodeRow => ({ id: 'a', dropped }) as EpisodeRow;
const kept = row(null);
const duplicate = row({ stage: 'dedupe', reason: 'near_duplicate' });
const after = (start: EpisodeRow, times: number) => {
  let recipe = DEFAULT_RECIPE;
  for (let i = 0; i < times; i++) recipe = toggleStanding(start, recipe.review).apply(recipe);
  return standingOf(start, recipe.review);
};

test('toggling a kept episode excludes it and takes that back', () => {
  expect([0, 1, 2].map((times) => after(kept, times))).toEqual(['kept', 'excluded', 'kept']);
});

test('toggling a dropped episode puts it back, then excludes it', () => {
  expect([0, 1, 2].map((times) => after(duplicate, times))).toEqual(['dropped', 'put back', 'excluded']);
});

test('the newest decision counts before the worker has applied it', () => {
  expect(standingOf(kept, { excluded: ['a'], kept: [] })).toBe('excluded');
  expect(standingOf(row({ stage: 'gate', reason: 'excluded' }), { excluded: [], kept: [] })).toBe('kept');
});
