import type { Drop } from '../formats/source.ts';
import type { Recipe } from '../recipe.ts';
import type { ReviewedRedactor } from '../redaction/reviewed.ts';
import type { Decisions } from './decide.ts';
import type { Entry, Segment } from './segment.ts';

/** An episode of the workspace: its entry, and the segment that has its text. */
export interface Member {
  readonly entry: Entry;
  readonly segment: Segment;
}

/** Everything up to date with one recipe. */
export interface State {
  readonly recipe: Recipe;
  readonly redactor: ReviewedRedactor;
  readonly drop: Drop;
  readonly segments: readonly Segment[];
  /** In order of ordinal. */
  readonly members: readonly Member[];
  readonly decisions: Decisions;
}
