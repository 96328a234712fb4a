import type { GeneratorChoice } from '../recipe.ts';
import type { Episode, Origin } from '../types.ts';

/** A maker of episodes. The same choice gives the same episodes, bytes included, in every engine. */
export interface Generator {
  readonly id: string;
  readonly label: string;
  readonly origin: Exclude<Origin, 'real'>;
  /** How many episodes a choice asks for; known before any is made. */
  size(choice: GeneratorChoice): number;
  /** Episodes in order; `null` for one whose own checks failed: it is counted as dropped, never silently replaced. */
  generate(choice: GeneratorChoice, signal: AbortSignal): AsyncIterable<Episode | null>;
}
