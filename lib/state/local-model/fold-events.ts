import type { PlayEvent } from '../../../workers/model-protocol.ts';
import type { PlayerState } from './player-state.ts';

/** Tries that stay in the list. */
const LISTED = 400;

/** What is on screen after these events. */
export const foldEvents = (state: PlayerState, events: readonly PlayEvent[]): PlayerState => events.reduce(fold, state);

function fold(state: PlayerState, event: PlayEvent): PlayerState {
  const { live } = state;
  switch (event.type) {
    case 'try': {
      const { type: _, ...begun } = event;
      return { ...state, live: { ...begun, messages: [], text: '', waitsMs: null } };
    }
    case 'message':
      return live
        ? { ...state, live: { ...live, messages: [...live.messages, event.message], text: '', waitsMs: null } }
        : state;
    case 'text':
      return live ? { ...state, live: { ...live, text: live.text + event.text, waitsMs: null } } : state;
    case 'wait':
      // What came of a broken answer is not part of the next one.
      return live ? { ...state, live: { ...live, text: '', waitsMs: event.ms } } : state;
    case 'verdict': {
      const { tries, kept } = state.counts;
      return {
        ...state,
        tries: [event.row, ...state.tries].slice(0, LISTED),
        tallies: event.tallies,
        counts: { tries: tries + 1, kept: kept + (event.row.kept ? 1 : 0) },
      };
    }
  }
}
