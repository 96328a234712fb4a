import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DamageReport, DatasetApi, Result } from '../../workers/protocol.ts';

export interface DamageWatchState {
  /** The source that is reported on; null for everything read. */
  readonly scope: { readonly index: number; readonly path: string } | null;
  readonly report: DamageReport | null;
  /** What it was before the last change of files or recipe, where that changed a figure; null otherwise. */
  readonly before: DamageReport['figures'] | null;
  readonly problem: string;
}

export interface DamageWatch {
  readonly store: StoreApi<DamageWatchState>;
  look(scope: DamageWatchState['scope']): void;
  refresh(sources: readonly { readonly index: number; readonly path: string }[]): Promise<void>;
}

const EMPTY: DamageWatchState = { scope: null, report: null, before: null, problem: '' };

/** The damage report, kept up to date, with what the last change did to its figures. */
export function createDamageWatch(api: Pick<DatasetApi, 'damage'>): DamageWatch {
  const store = createStore<DamageWatchState>(() => EMPTY);
  const { getState, setState } = store;
  let asked = 0;
  const ask = async (compare: boolean) => {
    const mine = ++asked;
    const { scope, report } = getState();
    const result: Result<DamageReport> = await api.damage(scope?.index ?? null);
    if (mine !== asked) return;
    if (!result.ok) return setState({ problem: result.error.message });
    const before = compare && report && !sameFigures(report.figures, result.value.figures) ? report.figures : null;
    setState({ report: result.value, before, problem: '' });
  };
  return {
    store,
    look: (scope) => {
      setState({ ...EMPTY, scope });
      void ask(false);
    },
    refresh: async (sources) => {
      const { scope } = getState();
      const found = scope && sources.find(({ path }) => path === scope.path);
      setState({ scope: found ? { index: found.index, path: found.path } : null });
      await ask(Boolean(found) === Boolean(scope));
    },
  };
}

function sameFigures(one: DamageReport['figures'], other: DamageReport['figures']): boolean {
  return (Object.keys(one) as (keyof DamageReport['figures'])[]).every((key) => one[key] === other[key]);
}
