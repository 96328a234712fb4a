import { buildAutomaton, type Word } from './automaton.ts';
import { DETECTORS } from './detectors.ts';
import type { Detector } from './scan.ts';
import { DISGUISE_KEYWORDS } from './views.ts';

/** What to try where the automaton reports a place. */
export interface Entry extends Word {
  /** Units from the keyword's beginning to the place of the report. */
  readonly seen: number;
  /** Null marks a sign of disguise. */
  readonly detectors: readonly (Detector | null)[];
}

const detectorsOf = new Map<string, (Detector | null)[]>();

function place(word: string, detector: Detector | null): void {
  const folded = word.toLowerCase();
  const known = detectorsOf.get(folded);
  if (known) known.push(detector);
  else detectorsOf.set(folded, [detector]);
}

for (const detector of DETECTORS) for (const word of new Set(detector.keywords)) place(word, detector);
for (const word of DISGUISE_KEYWORDS) place(word, null);

const words = [...detectorsOf.keys()];

/** All keywords of all detectors in one automaton. */
export const LEXICON = buildAutomaton(words);

/** By state − firstHit. */
export const ENTRIES: readonly (readonly Entry[])[] = LEXICON.hits.map((hits) =>
  hits.map(({ word, seen }) => ({
    ...(LEXICON.words[word] as Word),
    seen,
    detectors: detectorsOf.get(words[word] as string) as (Detector | null)[],
  })),
);
