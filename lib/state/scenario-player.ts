import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DatasetApi, ScenarioPreview, ScenarioQuery, ScenarioRow } from '../../workers/protocol.ts';

export interface ScenarioPlayerState {
  /** Null until they were asked for. */
  readonly scenarios: readonly ScenarioRow[] | null;
  readonly query: ScenarioQuery;
  /** Of the query; null while it is being played. */
  readonly preview: ScenarioPreview | null;
  readonly problem: string;
}

export interface ScenarioPlayer {
  readonly store: StoreApi<ScenarioPlayerState>;
  /** Asks what there is, once. */
  load(): Promise<void>;
  /** Plays one scenario; what is not said stays as it was. */
  play(change: Partial<ScenarioQuery>): Promise<void>;
}

const FIRST: ScenarioQuery = { id: '', seed: 42, language: 'en', stance: 'chosen' };

export function createScenarioPlayer(api: Pick<DatasetApi, 'scenarios' | 'previewScenario'>): ScenarioPlayer {
  const store = createStore<ScenarioPlayerState>(() => ({ scenarios: null, query: FIRST, preview: null, problem: '' }));
  const { getState, setState } = store;
  return {
    store,
    load: async () => {
      if (getState().scenarios) return;
      const result = await api.scenarios();
      setState(result.ok ? { scenarios: result.value, problem: '' } : { problem: result.error.message });
    },
    play: async (change) => {
      const query = { ...getState().query, ...change };
      setState({ query, preview: null, problem: '' });
      const result = await api.previewScenario(query);
      // The person may have gone on to another one.
      if (getState().query !== query) return;
      setState(result.ok ? { preview: result.value } : { problem: result.error.message });
    },
  };
}

/** Families of one generator, in the order of their first scenario. */
export const familiesOf = (scenarios: readonly ScenarioRow[], generator: string): readonly string[] => [
  ...new Set(scenarios.filter((row) => row.generator === generator).map(({ family }) => family)),
];

export const scenariosOf = (
  scenarios: readonly ScenarioRow[],
  generator: string,
  family: string,
): readonly ScenarioRow[] => scenarios.filter((row) => row.generator === generator && row.family === family);
