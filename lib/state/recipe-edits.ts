import type { GeneratorChoice, MixChoice, OutputChoice, Recipe, RedactionChoice } from '../core/recipe.ts';

/** A change of the recipe and its name in the undo history. */
export interface Edit {
  readonly label: string;
  readonly apply: (recipe: Recipe) => Recipe;
}

const episodes = (count: number): string => (count === 1 ? '1 episode' : `${count} episodes`);
const without = (from: readonly string[], gone: readonly string[]): readonly string[] =>
  from.filter((value) => !gone.includes(value));
const joined = (to: readonly string[], more: readonly string[]): readonly string[] => [...new Set([...to, ...more])];

export const excludeEpisodes = (ids: readonly string[]): Edit => ({
  label: `exclude ${episodes(ids.length)}`,
  apply: (recipe) => ({
    ...recipe,
    review: { excluded: joined(recipe.review.excluded, ids), kept: without(recipe.review.kept, ids) },
  }),
});

/** What the person excluded is simply included again; what a stage dropped is kept against its word. */
export const putBackEpisodes = (ids: readonly string[]): Edit => ({
  label: `put back ${episodes(ids.length)}`,
  apply: (recipe) => ({
    ...recipe,
    review: {
      excluded: without(recipe.review.excluded, ids),
      kept: joined(
        recipe.review.kept,
        ids.filter((id) => !recipe.review.excluded.includes(id)),
      ),
    },
  }),
});

export const addGenerator = (choice: GeneratorChoice): Edit => ({
  label: `add ${episodes(choice.count)} from ${choice.generator}`,
  apply: (recipe) => ({ ...recipe, generators: [...recipe.generators, choice] }),
});

export const removeGenerator = (index: number): Edit => ({
  label: 'remove a generator',
  apply: (recipe) => ({ ...recipe, generators: recipe.generators.filter((_, at) => at !== index) }),
});

export const changeRedaction = (label: string, change: Partial<RedactionChoice>): Edit => ({
  label,
  apply: (recipe) => ({ ...recipe, redaction: { ...recipe.redaction, ...change } }),
});

export const switchType = (type: string, replaced: boolean): Edit => ({
  label: replaced ? `replace ${type}` : `leave ${type}`,
  apply: (recipe) => ({
    ...recipe,
    redaction: {
      ...recipe.redaction,
      off: replaced ? without(recipe.redaction.off, [type]) : joined(recipe.redaction.off, [type]),
    },
  }),
});

export const changeMix = (label: string, change: Partial<MixChoice>): Edit => ({
  label,
  apply: (recipe) => ({ ...recipe, mix: { ...recipe.mix, ...change } }),
});

export const changeOutput = (label: string, change: Partial<OutputChoice>): Edit => ({
  label,
  apply: (recipe) => ({ ...recipe, output: { ...recipe.output, ...change } }),
});

/** What the person says about findings of the final scan, in one step: these go, by their text; those pass, by the marks of their values. */
export const settleFindings = (replace: readonly string[], accept: readonly string[]): Edit => ({
  label: `decide about ${replace.length + accept.length === 1 ? 'a finding' : 'findings'} of the final scan`,
  apply: (recipe) => ({
    ...recipe,
    redaction: { ...recipe.redaction, words: joined(recipe.redaction.words, replace) },
    output: { ...recipe.output, acceptedFindings: joined(recipe.output.acceptedFindings, accept) },
  }),
});

export const switchPreset = (id: string, written: boolean): Edit => ({
  label: written ? `write ${id}` : `leave out ${id}`,
  apply: (recipe) => ({
    ...recipe,
    output: {
      ...recipe.output,
      presets: written ? joined(recipe.output.presets, [id]) : without(recipe.output.presets, [id]),
    },
  }),
});

export const changeRecipe = (
  label: string,
  change: Partial<Pick<Recipe, 'name' | 'seed' | 'builtMs' | 'gate' | 'dedupe' | 'split'>>,
): Edit => ({
  label,
  apply: (recipe) => ({ ...recipe, ...change }),
});
