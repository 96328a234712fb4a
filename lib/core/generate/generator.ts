import type { GeneratorChoice } from '../recipe.ts';
import type { Episode, Origin } from '../types.ts';

/** `null` for a half that failed its own checks. */
export type WrongHalves = ReadonlyMap<string, () => Promise<Episode | null>>;

/** A maker of episodes. The same choice gives the same episodes, bytes included, in every engine. */
export interface Generator {
  readonly id: string;
  readonly label: string;
  readonly origin: Exclude<Origin, 'real'>;
  /** How many episodes a choice asks for; known before any is made. */
  size(choice: GeneratorChoice): number;
  /** Families of the episodes asked for, one an episode; known before any is made. */
  families(choice: GeneratorChoice): Iterable<string>;
  /** Episodes in order; `null` for one whose own checks failed: it is counted as dropped, never silently replaced. */
  generate(choice: GeneratorChoice, signal: AbortSignal): AsyncIterable<Episode | null>;
  /** Where episodes have a wrong half: by the id of the right one, made when asked for. */
  wrongHalves?(choice: GeneratorChoice): WrongHalves;
}
