import type { Recipe } from '../core/recipe.ts';
import type { Edit } from './recipe-edits.ts';

/** Names values alike across datasets; nobody can guess one of 16 random bytes. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Keyed placeholders are never without a key. */
export const withKey = (recipe: Recipe): Recipe =>
  recipe.redaction.placeholders === 'keyed' && recipe.key === '' ? { ...recipe, key: newKey() } : recipe;

export const choosePlaceholders = (placeholders: Recipe['redaction']['placeholders']): Edit => ({
  label: 'change the placeholders',
  apply: (recipe) => withKey({ ...recipe, redaction: { ...recipe.redaction, placeholders } }),
});

export const changeKey = (key: string): Edit => ({
  label: 'change the key of the placeholders',
  apply: (recipe) => withKey({ ...recipe, key: key.trim() }),
});
