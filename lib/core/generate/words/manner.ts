/** How people of one language put things around their request. */
export interface Manner {
  readonly joiner: ' ' | '';
  readonly names: readonly string[];
  readonly teams: readonly string[];
  readonly occasions: readonly string[];
  readonly openers: readonly string[];
  /** True of any task; may hold {name}, {team}, {occasion}. */
  readonly contexts: readonly string[];
  readonly limits: readonly string[];
  readonly closers: readonly string[];
  /** Whole frames around `{goal}`. */
  readonly frames: readonly string[];
  /** What the agent says beside its calls. */
  readonly asides: { readonly start: readonly string[]; readonly failed: readonly string[] };
}
