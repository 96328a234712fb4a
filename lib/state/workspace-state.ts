import type { BuildSummary, PresetView, Summary } from '../../workers/protocol.ts';
import { DEFAULT_RECIPE, type Recipe } from '../core/recipe.ts';
import { type History, startHistory } from './history.ts';
import type { Pace } from './pace.ts';

export type Work = 'idle' | 'adding' | 'running' | 'building';

export interface Problem {
  readonly code: string;
  readonly message: string;
}

/** What was dropped, by its top-level name, so that it can be asked for again. */
export interface Drop {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
}

export interface WorkspaceState {
  readonly history: History<Recipe>;
  /** Files handed to the worker. */
  readonly files: number;
  readonly drops: readonly Drop[];
  /** Named in an earlier visit and not dropped again yet. */
  readonly missing: readonly Drop[];
  readonly summary: Summary | null;
  /** Counts summaries: whoever shows episodes asks again when it grows. */
  readonly revision: number;
  /** True while the summary is older than files and recipe. */
  readonly stale: boolean;
  readonly work: Work;
  readonly pace: Pace | null;
  readonly problem: Problem | null;
  /** The last thing said in the live region. */
  readonly announcement: string;
  readonly built: BuildSummary | null;
  readonly presets: readonly PresetView[] | null;
}

export const EMPTY_WORKSPACE: WorkspaceState = {
  history: startHistory(DEFAULT_RECIPE),
  files: 0,
  drops: [],
  missing: [],
  summary: null,
  revision: 0,
  stale: false,
  work: 'idle',
  pace: null,
  problem: null,
  announcement: '',
  built: null,
  presets: null,
};

export const recipeOf = (state: WorkspaceState): Recipe => state.history.present;

export const hasInput = (state: WorkspaceState): boolean => state.files > 0 || recipeOf(state).generators.length > 0;

export function countDrops(
  drops: readonly Drop[],
  batch: readonly { readonly path: string; readonly file: { readonly size: number } }[],
): readonly Drop[] {
  const byName = new Map(drops.map((drop) => [drop.name, drop]));
  for (const { path, file } of batch) {
    const name = path.split('/')[0] ?? path;
    const before = byName.get(name) ?? { name, files: 0, bytes: 0 };
    byName.set(name, { name, files: before.files + 1, bytes: before.bytes + file.size });
  }
  return [...byName.values()];
}
