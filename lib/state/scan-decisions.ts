import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BuildSummary } from '../../workers/protocol.ts';

/** `replace` carries what goes; `accept` needs the mark alone. */
export type ScanDecision = { readonly kind: 'accept' } | { readonly kind: 'replace'; readonly value: string };

/** By the mark of a value. */
export type ScanDecisions = ReadonlyMap<string, ScanDecision>;

/** What is to be done about the findings of a build, until it is built again. In memory only: it holds values. */
export interface ScanReview {
  readonly store: StoreApi<{ readonly of: BuildSummary | null; readonly decisions: ScanDecisions }>;
  /** Saying the same twice takes it back. */
  decide(of: BuildSummary, mark: string, decision: ScanDecision): void;
}

const NONE: ScanDecisions = new Map();

export function createScanReview(): ScanReview {
  const store: ScanReview['store'] = createStore(() => ({ of: null as BuildSummary | null, decisions: NONE }));
  return {
    store,
    decide: (of, mark, decision) => {
      const decisions = new Map(decisionsOf(store.getState(), of));
      if (decisions.get(mark)?.kind === decision.kind) decisions.delete(mark);
      else decisions.set(mark, decision);
      store.setState({ of, decisions });
    },
  };
}

/** Those about another build are of no use for this one. */
export const decisionsOf = (
  state: { readonly of: BuildSummary | null; readonly decisions: ScanDecisions },
  built: BuildSummary,
): ScanDecisions => (state.of === built ? state.decisions : NONE);
