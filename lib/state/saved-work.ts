import { readRecipe } from '../core/read-recipe.ts';
import type { Recipe } from '../core/recipe.ts';
import type { SavedWork } from '../storage/vault.ts';
import type { Entry, History } from './history.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** Stored work may come from an older version or a broken disk: what cannot be read is left behind. */
export function readHistory(saved: unknown): History<Recipe> | null {
  if (typeof saved !== 'object' || saved === null || !('present' in saved)) return null;
  try {
    const { past, future } = saved as { past?: unknown; future?: unknown };
    return { past: readEntries(past), present: readRecipe(saved.present), future: readEntries(future) };
  } catch {
    return null;
  }
}

function readEntries(saved: unknown): readonly Entry<Recipe>[] {
  if (!Array.isArray(saved)) return [];
  return saved.map((entry: { label?: unknown; value?: unknown }) => ({
    label: typeof entry.label === 'string' ? entry.label : '',
    value: readRecipe(entry.value),
  }));
}

export const saveWork = (state: WorkspaceState, shortcuts: boolean): SavedWork => ({
  history: state.history,
  drops: [...state.drops, ...state.missing],
  shortcuts,
});
