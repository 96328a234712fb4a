import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpisodeView, FindingPlace } from '../../workers/protocol.ts';

export interface FindingWalkState {
  /** '' while none is looked at. */
  readonly episodeId: string;
  /** Index in the findings of the episode when it was chosen. */
  readonly at: number;
  /** Where it stands: a decision may take findings before it off the list. */
  readonly place: FindingPlace | null;
  /** A message that is looked at where no finding is; -1 for none. */
  readonly message: number;
}

/** Which finding of the open episode is looked at. */
export interface FindingWalk {
  readonly store: StoreApi<FindingWalkState>;
  /** -1 when none of this episode is. */
  at(view: EpisodeView): number;
  look(view: EpisodeView, at: number): void;
  /** A message as a whole. */
  lookAtMessage(view: EpisodeView, message: number): void;
  /** A finding wherever it is, also of an episode that is not open yet. */
  goBackTo(place: FindingPlace): void;
  /** To the next one or the one before; from none to the first or last. */
  move(view: EpisodeView, delta: 1 | -1): void;
  /** Behind a decision: to the next that is still open, past the last one to the first; closes when there is none. */
  goOn(view: EpisodeView, isOpen: (place: FindingPlace) => boolean): void;
  close(): void;
}

const NOWHERE: FindingWalkState = { episodeId: '', at: -1, place: null, message: -1 };

export function createFindingWalk(): FindingWalk {
  const store = createStore<FindingWalkState>(() => NOWHERE);
  const at = (view: EpisodeView) => placeIn(view, store.getState());
  const look = ({ row, findings }: EpisodeView, index: number) =>
    store.setState({ episodeId: row.id, at: index, place: findings[index] ?? null, message: -1 });
  const close = () => store.setState(NOWHERE);
  return {
    store,
    at,
    look,
    lookAtMessage: ({ row }, message) => store.setState({ ...NOWHERE, episodeId: row.id, message }),
    goBackTo: (place) => store.setState({ ...NOWHERE, episodeId: place.episodeId, place }),
    close,
    move: (view, delta) => {
      const { length } = view.findings;
      if (length === 0) return;
      const from = at(view);
      if (from >= 0) return look(view, (from + delta + length) % length);
      const message = messageIn(view, store.getState());
      const behind = view.findings.findIndex((place) => place.message >= message);
      const next = behind < 0 ? length : behind;
      look(view, (delta > 0 ? next : next - 1 + length) % length);
    },
    goOn: (view, isOpen) => {
      const { findings } = view;
      const from = at(view);
      const after = findings.findIndex((place, index) => index > from && isOpen(place));
      const next = after < 0 ? findings.findIndex(isOpen) : after;
      if (next < 0) close();
      else look(view, next);
    },
  };
}

/** The message that is looked at; -1 when none of this episode is. */
export const messageIn = ({ row }: EpisodeView, { episodeId, message }: FindingWalkState): number =>
  episodeId === row.id ? message : -1;

/** Index of the finding in the findings as they are now; of the one that took its place when it is gone. */
export function placeIn({ row, findings }: EpisodeView, { episodeId, at, place }: FindingWalkState): number {
  if (episodeId !== row.id || !place || findings.length === 0) return -1;
  const isThere = (other: FindingPlace | undefined) =>
    other?.message === place.message && other.part === place.part && other.mark.start === place.mark.start;
  if (isThere(findings[at])) return at;
  const same = findings.findIndex(isThere);
  if (same >= 0) return same;
  const behind = findings.findIndex(
    ({ message, part, mark }) =>
      message > place.message || (message === place.message && part === place.part && mark.start > place.mark.start),
  );
  return behind < 0 ? findings.length - 1 : behind;
}
