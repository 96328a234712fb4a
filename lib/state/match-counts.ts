import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DatasetApi, MatchCount, MatchQuery } from '../../workers/protocol.ts';

/** Answers by query, for the drop as it is now; one question at a time is with the worker. */
export interface MatchCounts {
  readonly store: StoreApi<ReadonlyMap<string, MatchCount>>;
  ask(query: MatchQuery): void;
  /** What a draft asked and nobody has answered yet is of no interest any more. */
  withdraw(query: MatchQuery): void;
  /** The drop has changed: all is asked again that is still shown. */
  forget(): void;
}

export const queryKey = ({ kind, text }: MatchQuery): string => `${kind}\n${text}`;

export function createMatchCounts(api: Pick<DatasetApi, 'countMatches'>): MatchCounts {
  const store = createStore<ReadonlyMap<string, MatchCount>>(() => new Map());
  let waiting: readonly MatchQuery[] = [];
  let asking = false;
  let generation = 0;
  const isOther = (query: MatchQuery) => (other: MatchQuery) => queryKey(other) !== queryKey(query);
  const next = async () => {
    const query = waiting.at(-1);
    if (asking || !query) return;
    asking = true;
    const mine = generation;
    const result = await api.countMatches(query);
    asking = false;
    if (mine === generation) {
      waiting = waiting.filter(isOther(query));
      if (result.ok) store.setState(new Map([...store.getState(), [queryKey(query), result.value]]), true);
    }
    void next();
  };
  return {
    store,
    ask: (query) => {
      if (store.getState().has(queryKey(query))) return;
      waiting = [...waiting.filter(isOther(query)), query];
      void next();
    },
    withdraw: (query) => {
      waiting = waiting.filter(isOther(query));
    },
    forget: () => {
      generation++;
      waiting = [];
      store.setState(new Map(), true);
    },
  };
}
