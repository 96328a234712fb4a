import type { PlayEvent } from '../../../workers/model-protocol.ts';
import type { PlayerState } from './player-state.ts';

/** Tries that stay in the list. */
const LISTED = 400;

const SILENT = { text: '', thought: '', waitsMs: null } as const;

/** What is on screen after these events. */
export const foldEvents = (state: PlayerState, events: readonly PlayEvent[]): PlayerState => events.reduce(fold, state);

function fold(state: PlayerState, event: PlayEvent): PlayerState {
  const { live } = state;
  switch (event.type) {
    case 'try': {
      const { type: _, ...begun } = event;
      return { ...state, live: { ...begun, messages: [], ...SILENT } };
    }
    case 'message':
      return live ? { ...state, live: { ...live, messages: [...live.messages, event.message], ...SILENT } } : state;
    case 'piece': {
      if (!live) return state;
      const said = { text: live.text + event.text, thought: live.thought + event.thought };
      return { ...state, live: { ...live, ...said, waitsMs: null } };
    }
    case 'wait':
      // What came of a broken answer is not part of the next one.
      return live ? { ...state, live: { ...live, ...SILENT, waitsMs: event.ms } } : state;
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
