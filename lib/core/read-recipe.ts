import { DAMAGE_POLICIES, TRIM_CALL_POLICIES, TRIM_POLICIES } from './formats/policies.ts';
import { readCompat } from './formats/training-export/compat.ts';
import { DEFAULT_RECIPE, PLACEHOLDER_STYLES, READING_MODES, type ReadingChoice, type Recipe } from './recipe.ts';
import { isJsonObject } from './text/json.ts';
import { ORIGINS } from './types.ts';

const sameKind = (value: unknown, model: unknown): boolean =>
  Array.isArray(model) ? Array.isArray(value) : typeof value === typeof model;

/** The last millisecond that a `Date` knows. */
const MAX_TIME = 8.64e15;

/**
 * A recipe from untrusted JSON: known members of the right kind are taken, the rest keeps its default.
 * Throws a RangeError that names the member when a number is out of bounds.
 */
export function readRecipe(input: unknown): Recipe {
  if (!isJsonObject(input)) throw new RangeError('the recipe is not a JSON object');
  const known = merge(DEFAULT_RECIPE as unknown as Record<string, unknown>, input) as unknown as Recipe;
  const merged = { ...known, reading: readReading(known.reading, input.reading) };
  const { seed, split, mix, dedupe, output } = merged;
  oneOf('redaction.placeholders', merged.redaction.placeholders, PLACEHOLDER_STYLES);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`seed must be a whole number from 0, not ${seed}`);
  if (!(merged.builtMs >= 0 && merged.builtMs <= MAX_TIME))
    throw new RangeError(`builtMs must be a time in epoch milliseconds, not ${merged.builtMs}`);
  if (!(split.validation >= 0 && split.validation <= 0.5))
    throw new RangeError(`split.validation must be between 0 and 0.5, not ${split.validation}`);
  if (!(dedupe.threshold > 0 && dedupe.threshold <= 1))
    throw new RangeError(`dedupe.threshold must be above 0 and at most 1, not ${dedupe.threshold}`);
  if (!Number.isSafeInteger(output.shardRows) || output.shardRows < 1)
    throw new RangeError(`output.shardRows must be a whole number from 1, not ${output.shardRows}`);
  if (mix.ratios) {
    const sum = ORIGINS.reduce((total, origin) => total + (mix.ratios?.[origin] ?? 0), 0);
    if (Math.abs(sum - 1) > 0.01) throw new RangeError(`mix.ratios must sum to 1, not ${sum}`);
  }
  return merged;
}

/** An exported recipe has no key; placeholders that are named by one cannot be made again without it. Throws a RangeError. */
export function requireKey({ redaction, key }: Pick<Recipe, 'redaction' | 'key'>): void {
  if (redaction.placeholders === 'keyed' && key === '')
    throw new RangeError('key is empty, and keyed placeholders are named by it; give the one of the earlier build');
}

/** A choice that is not offered throws: to read otherwise than asked would be found out late. */
function readReading(known: ReadingChoice, input: unknown): ReadingChoice {
  oneOf('reading.mode', known.mode, READING_MODES);
  oneOf('reading.trims', known.trims, TRIM_POLICIES);
  oneOf('reading.trimCalls', known.trimCalls, TRIM_CALL_POLICIES);
  const asked = isJsonObject(input) && isJsonObject(input.policies) ? input.policies : {};
  const policies = Object.entries(DAMAGE_POLICIES).flatMap(([code, { choices }]) => {
    const value = Object.hasOwn(asked, code) ? asked[code] : undefined;
    if (value === undefined) return [];
    const choice = choices.find((policy) => policy === value);
    if (!choice) throw new RangeError(`reading.policies.${code} must be one of ${choices.join(', ')}`);
    return [[code, choice] as const];
  });
  const compat = isJsonObject(input) && isJsonObject(input.compat) ? { compat: readCompat(input.compat) } : {};
  return { ...known, policies: Object.fromEntries(policies), ...compat };
}

function oneOf(name: string, value: string, choices: object): void {
  if (!Object.hasOwn(choices, value)) throw new RangeError(`${name} must be one of ${Object.keys(choices).join(', ')}`);
}

function merge(model: Record<string, unknown>, input: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(model).map(([key, fallback]) => {
      const value = Object.hasOwn(input, key) ? input[key] : undefined;
      if (value === undefined) return [key, fallback];
      if (isJsonObject(fallback) && isJsonObject(value)) return [key, merge(fallback, value)];
      if (fallback === null || value === null) return [key, fallback === null ? value : fallback];
      return [key, sameKind(value, fallback) ? value : fallback];
    }),
  );
}
