import { expect, test } from 'vitest';
import { exportedRecipe } from './exported-recipe.ts';
import { readRecipe } from './read-recipe.ts';
import { DEFAULT_RECIPE } from './recipe.ts';

const decision = { type: 'EMAIL', value: '42.abc', episodeId: 'raw-session-id', message: 2 };
const decided = {
  ...DEFAULT_RECIPE,
  redaction: {
    ...DEFAULT_RECIPE.redaction,
    words: ['Odile'],
    patterns: ['ACME-[0-9]+'],
    rejected: [decision],
    accepted: [{ ...decision, value: '42.def' }],
    names: { hidden: [{ type: 'PERSON', text: 'Perrin' }], left: ['42.ghi'] },
  },
};

test('recipe.json holds no word, pattern or name of the person, no mark of what was replaced, and no raw session id', () => {
  const text = JSON.stringify(exportedRecipe(decided, (id) => `hidden-${id.length}`));
  for (const kept of ['Odile', 'ACME', 'Perrin', '42.def', '42.ghi', 'raw-session-id'])
    expect(text).not.toContain(kept);
  expect(JSON.parse(text)).toMatchObject({
    redaction: { rejected: [{ ...decision, episodeId: 'hidden-14' }] },
    withheld: { words: 1, patterns: 1, names: 1, namesLeft: 1, accepted: 1 },
  });
});

test('decisions survive being stored, and a recipe from before there were any has none', () => {
  expect(readRecipe(JSON.parse(JSON.stringify(decided))).redaction).toEqual(decided.redaction);
  const { placeholders, off, words, allow } = DEFAULT_RECIPE.redaction;
  const old = { ...DEFAULT_RECIPE, redaction: { placeholders, off, words, allow } };
  expect(readRecipe(old)).toEqual(DEFAULT_RECIPE);
});
