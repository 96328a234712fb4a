import { adversarialScripts } from '../generate/adversarial.ts';
import { GROUPS } from '../generate/attacks/goal.ts';
import { FAMILIES } from '../generate/families.ts';
import type { Script } from '../generate/perform.ts';
import { syntheticScripts } from '../generate/synthetic.ts';

export interface PlayableFamily {
  readonly family: string;
  readonly origin: 'synthetic' | 'adversarial';
}

/** Their episodes are windows of a session that the built-in agent itself went through: no other player fits into them. */
const OWN_SESSIONS: ReadonlySet<string> = new Set(['compaction', 'dynamic-trim']);

/** What another player than the built-in one can play. */
export const PLAYABLE: readonly PlayableFamily[] = [
  ...FAMILIES.filter((family) => !OWN_SESSIONS.has(family)).map((family) => ({ family, origin: 'synthetic' as const })),
  ...GROUPS.map((family) => ({ family, origin: 'adversarial' as const })),
];

export interface PlanChoice {
  /** None for all. */
  readonly families: readonly string[];
  /** None for all. */
  readonly languages: readonly string[];
  /** Episodes asked for. */
  readonly count: number;
  readonly seed: number;
}

export interface Task extends PlayableFamily {
  readonly script: Script;
}

const chosenFamilies = ({ families }: Pick<PlanChoice, 'families'>): readonly PlayableFamily[] =>
  PLAYABLE.filter(({ family }) => families.length === 0 || families.includes(family));

/**
 * The same tasks for the same choice; what a model makes of them is another matter. Families take turns, so that a run cut
 * short has something of each.
 */
export function* planTasks(choice: PlanChoice): Iterable<Task> {
  const families = chosenFamilies(choice);
  const sources = families.map((family) => scriptsOf(family, choice)[Symbol.iterator]());
  for (let at = 0; at < choice.count && families.length > 0; at++) {
    const place = at % families.length;
    const next = sources[place]?.next();
    const family = families[place];
    if (family && next && !next.done) yield { ...family, script: next.value.script };
  }
}

function scriptsOf({ family, origin }: PlayableFamily, { count, seed, languages }: PlanChoice) {
  const options = { families: [family], ...(languages.length > 0 ? { languages } : {}) };
  const choice = { generator: origin, count, seed, options };
  return origin === 'synthetic' ? syntheticScripts(choice) : adversarialScripts(choice);
}
