import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpisodeView, FindingPlace } from '../../workers/protocol.ts';

export interface FindingWalkState {
  /** '' while none is looked at. */
  readonly episodeId: string;
  /** Index in the findings of the episode. */
  readonly at: number;
}

/** Which finding of the open episode is looked at. */
export interface FindingWalk {
  readonly store: StoreApi<FindingWalkState>;
  /** -1 when none of this episode is. */
  at(view: EpisodeView): number;
  look(view: EpisodeView, at: number): void;
  /** To the next one or the one before; from none to the first or last. */
  move(view: EpisodeView, delta: 1 | -1): void;
  /** Behind a decision: to the next that nobody decided about; closes when there is none. */
  goOn(view: EpisodeView): void;
  close(): void;
}

const NOWHERE: FindingWalkState = { episodeId: '', at: -1 };

export function createFindingWalk(): FindingWalk {
  const store = createStore<FindingWalkState>(() => NOWHERE);
  const at = ({ row }: EpisodeView) => (store.getState().episodeId === row.id ? store.getState().at : -1);
  const look = ({ row }: EpisodeView, index: number) => store.setState({ episodeId: row.id, at: index });
  const close = () => store.setState(NOWHERE);
  return {
    store,
    at,
    look,
    close,
    move: (view, delta) => {
      const { length } = view.findings;
      if (length === 0) return;
      const from = at(view);
      look(view, from < 0 && delta < 0 ? length - 1 : (from + delta + length) % length);
    },
    goOn: (view) => {
      const { findings } = view;
      const from = at(view);
      const decided = findings[from];
      const isNext = ({ mark }: FindingPlace) => mark.standing === 'open' && mark.value !== decided?.mark.value;
      const next = findings.findIndex((place, index) => index > from && isNext(place));
      if (next < 0) close();
      else look(view, next);
    },
  };
}
