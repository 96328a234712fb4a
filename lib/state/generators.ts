/** Ids of lib/core/generate/catalog.ts, as the cards offer them. */
export const SYNTHETIC_KINDS = [
  { id: 'synthetic', label: 'Played scenarios', hint: 'Episodes' },
  { id: 'text-recipes', label: 'Text recipes, no tools', hint: 'Episodes per style' },
] as const;

export const ADVERSARIAL = 'adversarial';

/** Languages of lib/core/generate; English is the most frequent unless others are chosen. */
export const LANGUAGES = [
  { id: 'en', label: 'English' },
  { id: 'zh', label: 'Chinese' },
  { id: 'es', label: 'Spanish' },
  { id: 'de', label: 'German' },
  { id: 'fr', label: 'French' },
  { id: 'ja', label: 'Japanese' },
] as const;

/** More than this takes minutes; the field refuses it. */
export const MOST_EPISODES = 100_000;
