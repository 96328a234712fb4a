/** Ids of lib/core/generate/catalog.ts, as the cards offer them. */
export const SYNTHETIC_KINDS = [
  { id: 'synthetic', label: 'Played scenarios', hint: 'Episodes' },
  { id: 'text-recipes', label: 'Text recipes, no tools', hint: 'Episodes per style' },
] as const;

export const ADVERSARIAL = 'adversarial';

/** More than this takes minutes; the field refuses it. */
export const MOST_EPISODES = 100_000;
