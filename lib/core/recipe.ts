import {
  DAMAGE_POLICIES,
  type DamagePolicy,
  TRIM_CALL_POLICIES,
  TRIM_POLICIES,
  type TrimCallPolicy,
  type TrimPolicy,
} from './formats/policies.ts';
import { type ExportCompat, readCompat } from './formats/training-export/compat.ts';
import { ORIGINS, type Origin } from './types.ts';

/** What there is to choose from, each with its sentence. */
export { DAMAGE_POLICIES, POLICIES, TRIM_CALL_POLICIES, TRIM_POLICIES } from './formats/policies.ts';

/** Every choice of the person, seed included: the same files and recipe give the same bytes. */
export interface Recipe {
  readonly schema: 'oc.recipe/1';
  readonly name: string;
  readonly seed: number;
  /** Epoch milliseconds that the outputs call their build time; 0 for that of the newest message, so that no clock is read. */
  readonly builtMs: number;
  /** Hides session ids in the output, and names values where placeholders are keyed; '' to make it from the dropped files. Never exported. */
  readonly key: string;
  readonly generators: readonly GeneratorChoice[];
  readonly reading: ReadingChoice;
  readonly redaction: RedactionChoice;
  readonly gate: GateChoice;
  readonly dedupe: DedupeChoice;
  readonly mix: MixChoice;
  readonly split: SplitChoice;
  readonly output: OutputChoice;
  /** Decisions of the review, by episode id. */
  readonly review: ReviewChoice;
}

export const READING_MODES = {
  corrected: 'Each message as the model wrote and saw it; what cannot be trusted is not trained on.',
  faithful: "As OpenClaw's own training export converts it, its defects included; for comparing with such exports.",
} as const;

/** How sessions become episodes. */
export interface ReadingChoice {
  readonly mode: keyof typeof READING_MODES;
  /** Damage code → what to do about it; absent codes keep what is usual (formats/policies.ts). */
  readonly policies: Readonly<Record<string, DamagePolicy>>;
  readonly trims: TrimPolicy;
  readonly trimCalls: TrimCallPolicy;
  /** Make an episode of each compaction, too: the conversation in, its summary out. The gate leaves them out unless asked for. */
  readonly summaries: boolean;
  /** `trainingExport.compat` of OpenClaw's configuration, for the faithful mode; without it as OpenClaw does without. */
  readonly compat?: ExportCompat;
}

export interface GeneratorChoice {
  /** Id of a generator in lib/core/generate. */
  readonly generator: string;
  /** Episodes asked for (for the text recipes: per style). */
  readonly count: number;
  readonly seed: number;
  /** Generator-specific choices, such as families and languages. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
}

export const PLACEHOLDER_STYLES = {
  numbered: 'EMAIL_1: numbered within each episode.',
  keyed: 'The same for a value in every episode, by a key of yours that is never exported.',
  surrogate: 'Stand-ins that look alike for mails, phones, addresses; placeholders for all else.',
} as const;

export interface RedactionChoice {
  readonly placeholders: keyof typeof PLACEHOLDER_STYLES;
  /** Placeholder types that are not replaced. */
  readonly off: readonly string[];
  /** The person's own words; replaced wherever they occur. */
  readonly words: readonly string[];
  /** Values that are left alone. */
  readonly allow: readonly string[];
  /** The person's own patterns, in RE2 syntax; what they match is replaced. */
  readonly patterns: readonly string[];
  /** Findings that the person left as they stand. */
  readonly rejected: readonly FindingDecision[];
  /** Findings that the person looked at and agreed with; they change no byte. */
  readonly accepted: readonly FindingDecision[];
  /** What the person decided about names, addresses and dates of birth. */
  readonly names: NameDecisions;
}

/** One word of the person about a finding; never the value itself. */
export interface FindingDecision {
  readonly type: string;
  /** Mark of the value (redaction/marks.ts); '' for every value of the type. */
  readonly value: string;
  /** '' for everywhere. */
  readonly episodeId: string;
  /** Index of the message; -1 for everywhere. */
  readonly message: number;
}

export interface NameDecisions {
  /** Replaced wherever they stand as whole words; the person's own words, like `words`. */
  readonly hidden: readonly { readonly type: string; readonly text: string }[];
  /** Marks of those that may stay. */
  readonly left: readonly string[];
}

export interface GateChoice {
  readonly minUserChars: number;
  readonly minAssistantChars: number;
  /** Compact-summary episodes are another task: left out unless asked for (openclaw.md section 5). */
  readonly compactSummaries: boolean;
}

export interface DedupeChoice {
  readonly exact: boolean;
  /** A conversation that another of the same session continues is dropped. */
  readonly superseded: boolean;
  readonly near: boolean;
  /** Jaccard similarity of word 5-grams from which two episodes are near-duplicates. */
  readonly threshold: number;
}

export interface MixChoice {
  /** Shares by origin that sum to 1, or null to keep all. Rows are left out to meet them; never backfilled. */
  readonly ratios: Readonly<Record<Origin, number>> | null;
  /** Largest number of rows, or null for no limit. */
  readonly target: number | null;
  readonly maxPerSource: number | null;
}

export interface SplitChoice {
  /** Share of rows that should land in validation, 0 to 0.5. */
  readonly validation: number;
}

export interface OutputChoice {
  readonly presets: readonly string[];
  /** Write the rows as lines of OpenClaw's own training export, too. */
  readonly trainingExport: boolean;
  /** Rows a shard holds at most. */
  readonly shardRows: number;
  readonly license: string;
  readonly minExamples: number;
  readonly minRedactionRate: number;
  /** Let whatever the final scan finds through knowingly; it is then counted in the manifest. */
  readonly acceptFindings: boolean;
  /** Marks of the values (redaction/marks.ts) that the person looked at and let through, one by one. */
  readonly acceptedFindings: readonly string[];
}

export interface ReviewChoice {
  /** Episode ids that the person excluded. */
  readonly excluded: readonly string[];
  /** Episode ids that the person put back after a gate or the dedupe dropped them. */
  readonly kept: readonly string[];
}

export const DEFAULT_READING: ReadingChoice = {
  mode: 'corrected',
  policies: {},
  trims: 'restore',
  trimCalls: 'rebuild',
  summaries: false,
};

export const DEFAULT_RECIPE: Recipe = {
  schema: 'oc.recipe/1',
  name: 'openclaw-episodes',
  seed: 42,
  builtMs: 0,
  key: '',
  generators: [],
  reading: DEFAULT_READING,
  redaction: {
    placeholders: 'numbered',
    off: [],
    words: [],
    allow: [],
    patterns: [],
    rejected: [],
    accepted: [],
    names: { hidden: [], left: [] },
  },
  gate: { minUserChars: 1, minAssistantChars: 1, compactSummaries: false },
  dedupe: { exact: true, superseded: true, near: true, threshold: 0.8 },
  mix: { ratios: null, target: null, maxPerSource: null },
  split: { validation: 0.1 },
  output: {
    presets: ['trl-sft'],
    trainingExport: false,
    shardRows: 5000,
    license: '',
    minExamples: 1,
    minRedactionRate: 0,
    acceptFindings: false,
    acceptedFindings: [],
  },
  review: { excluded: [], kept: [] },
};

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

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sameKind = (value: unknown, model: unknown): boolean =>
  Array.isArray(model) ? Array.isArray(value) : typeof value === typeof model;

/** The last millisecond that a `Date` knows. */
const MAX_TIME = 8.64e15;

/**
 * A recipe from untrusted JSON: known members of the right kind are taken, the rest keeps its default.
 * Throws a RangeError that names the member when a number is out of bounds.
 */
export function readRecipe(input: unknown): Recipe {
  if (!isObject(input)) throw new RangeError('the recipe is not a JSON object');
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
  const asked = isObject(input) && isObject(input.policies) ? input.policies : {};
  const policies = Object.entries(DAMAGE_POLICIES).flatMap(([code, { choices }]) => {
    const value = Object.hasOwn(asked, code) ? asked[code] : undefined;
    if (value === undefined) return [];
    const choice = choices.find((policy) => policy === value);
    if (!choice) throw new RangeError(`reading.policies.${code} must be one of ${choices.join(', ')}`);
    return [[code, choice] as const];
  });
  const compat = isObject(input) && isObject(input.compat) ? { compat: readCompat(input.compat) } : {};
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
      if (isObject(fallback) && isObject(value)) return [key, merge(fallback, value)];
      if (fallback === null || value === null) return [key, fallback === null ? value : fallback];
      return [key, sameKind(value, fallback) ? value : fallback];
    }),
  );
}
