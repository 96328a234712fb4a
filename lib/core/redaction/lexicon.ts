import { buildAutomaton, type Spells, type Word } from './automaton.ts';
import { DETECTORS } from './detectors.ts';
import type { Detector } from './scan.ts';
import { DISGUISE_KEYWORDS } from './views.ts';

/** What to try where the automaton reports a place. Both are read at every place: classes keep all of one shape. */
export class Entry {
  /** Units from the keyword's beginning to the place of the report. */
  readonly seen: number;
  /** Units of the keyword. */
  readonly length: number;
  readonly spells: Spells;
  readonly tries: readonly Try[];
  /** Something may be in disguise here. */
  readonly disguise: boolean;

  constructor(seen: number, word: Word, tries: readonly Try[], disguise: boolean) {
    this.seen = seen;
    this.length = word.length;
    this.spells = word.spells;
    this.tries = tries;
    this.disguise = disguise;
  }
}

/** A detector, as one of its keywords calls it. */
export class Try {
  readonly boundary: Detector['boundary'];
  readonly detect: Detector['detect'];

  constructor({ boundary, detect }: Detector) {
    this.boundary = boundary;
    this.detect = detect;
  }
}

const triesOf = new Map<string, Try[]>();

function triesAt(word: string): Try[] {
  const folded = word.toLowerCase();
  const known = triesOf.get(folded);
  if (known) return known;
  const made: Try[] = [];
  triesOf.set(folded, made);
  return made;
}

for (const detector of DETECTORS) {
  const made = new Try(detector);
  for (const word of new Set(detector.keywords)) triesAt(word).push(made);
}
for (const word of DISGUISE_KEYWORDS) triesAt(word);

const words = [...triesOf.keys()];
const disguises = new Set(DISGUISE_KEYWORDS);

/** All keywords of all detectors in one automaton. */
export const LEXICON = buildAutomaton(words);

/** By state − firstHit. */
export const ENTRIES: readonly (readonly Entry[])[] = LEXICON.hits.map((hits) =>
  hits.map(({ word, seen }) => {
    const spelled = words[word] as string;
    return new Entry(seen, LEXICON.words[word] as Word, triesAt(spelled), disguises.has(spelled));
  }),
);
