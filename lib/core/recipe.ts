import type { DamagePolicy, TrimCallPolicy, TrimPolicy } from './formats/policies.ts';
import type { ExportCompat } from './formats/training-export/compat.ts';
import type { Origin } from './types.ts';

/** What there is to choose from, each with its sentence. */
export { DAMAGE_POLICIES, TRIM_CALL_POLICIES, TRIM_POLICIES } from './formats/policies.ts';

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
