import { readFile } from 'node:fs/promises';
import { PRESETS, presetById } from '../core/output/presets/presets.ts';
import { readRecipe, requireKey } from '../core/read-recipe.ts';
import type { GeneratorChoice, Recipe } from '../core/recipe.ts';
import { isJsonObject, tryParseJson } from '../core/text/json.ts';
import type { Call } from './arguments.ts';
import { UsageError } from './exit.ts';

/** The recipe of a call: its file, then what the options say otherwise. Throws a UsageError. */
export async function callRecipe(call: Call): Promise<Recipe> {
  const recipe = toRecipe(call.recipe === undefined ? {} : await readJson(call.recipe));
  const presets = call.presets ?? recipe.output.presets;
  const unknown = presets.find((id) => !presetById(id));
  if (unknown !== undefined)
    throw new UsageError(`there is no preset "${unknown}"; there are ${PRESETS.map(({ id }) => id).join(', ')}`);
  const seed = call.seed ?? recipe.seed;
  return {
    ...recipe,
    seed,
    generators: callGenerators({ ...call, seed }, recipe.generators),
    output: { ...recipe.output, presets },
  };
}

/** Options speak for their generator alone; others of the recipe stay. */
export function callGenerators(
  call: Pick<Call, 'synthetic' | 'adversarial'> & { readonly seed: number },
  known: readonly GeneratorChoice[],
): readonly GeneratorChoice[] {
  const asked = (['synthetic', 'adversarial'] as const).flatMap((generator) => {
    const count = call[generator];
    return count === undefined ? [] : [{ generator, count, seed: call.seed }];
  });
  const others = known.filter(({ generator }) => !asked.some((choice) => choice.generator === generator));
  return [...others, ...asked.filter(({ count }) => count > 0)];
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`the recipe ${file} cannot be read`);
  });
  const value = tryParseJson(text);
  if (!isJsonObject(value)) throw new UsageError(`the recipe ${file} is no JSON object`);
  return value;
}

function toRecipe(input: unknown): Recipe {
  try {
    const recipe = readRecipe(input);
    requireKey(recipe);
    return recipe;
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`the recipe cannot be used: ${error.message}`);
    throw error;
  }
}
