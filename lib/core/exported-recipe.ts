import type { Recipe } from './recipe.ts';

/**
 * The recipe as recipe.json tells it: without the key, the person's own words, patterns and names, which are what the redaction
 * keeps out, and without marks of what was replaced or accepted and of names, which are few enough to be guessed; with episode ids
 * hidden by `hide`.
 */
export function exportedRecipe(recipe: Recipe, hide: (episodeId: string) => string): object {
  const { key: _, redaction, review, output, ...rest } = recipe;
  return {
    ...rest,
    output: { ...output, acceptedFindings: [] },
    redaction: {
      ...redaction,
      words: [],
      patterns: [],
      rejected: redaction.rejected.map((decision) => ({
        ...decision,
        episodeId: decision.episodeId && hide(decision.episodeId),
      })),
      accepted: [],
      names: { hidden: [], left: [] },
    },
    review: { excluded: review.excluded.map(hide).sort(), kept: review.kept.map(hide).sort() },
    withheld: {
      words: redaction.words.length,
      patterns: redaction.patterns.length,
      names: redaction.names.hidden.length,
      namesLeft: redaction.names.left.length,
      accepted: redaction.accepted.length,
      acceptedFindings: output.acceptedFindings.length,
      key: recipe.key !== '',
    },
  };
}
