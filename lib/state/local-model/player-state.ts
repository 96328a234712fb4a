import type { PlayableRow, PlayTally, SampleChoice, TryRow } from '../../../workers/model-protocol.ts';
import type { MessageView } from '../../../workers/protocol.ts';

export interface ServerTrouble {
  readonly code: string;
  /** The server's own words. */
  readonly detail: string;
}

/** The try that is being played. */
export interface LiveTry extends Pick<TryRow, 'number' | 'family' | 'origin' | 'scenario' | 'language' | 'attempt'> {
  readonly messages: readonly MessageView[];
  /** Of the message that is being written. */
  readonly text: string;
  readonly thought: string;
  /** Set while a busy server is given time. */
  readonly waitsMs: number | null;
}

export type Choice = Omit<SampleChoice, 'model'>;

export interface Patience {
  /** Seconds. */
  readonly first: number;
  readonly between: number;
  readonly total: number;
}

export interface PlayerState {
  readonly address: string;
  /** In memory only: lost with the page. */
  readonly key: string;
  readonly server: 'unknown' | 'asking' | 'ready' | 'failed';
  readonly models: readonly string[];
  readonly tookMs: number;
  readonly model: string;
  readonly choice: Choice;
  readonly patience: Patience;
  readonly families: readonly PlayableRow[];
  readonly playing: boolean;
  /** Why connecting or the last run failed. */
  readonly trouble: ServerTrouble | null;
  readonly live: LiveTry | null;
  /** The newest first. */
  readonly tries: readonly TryRow[];
  readonly tallies: readonly PlayTally[];
  /** Tries and kept episodes of all runs; the list above may be shorter. */
  readonly counts: { readonly tries: number; readonly kept: number };
  /** The try whose transcript is shown; null for the live one. */
  readonly shown: TryRow | null;
  readonly shownMessages: readonly MessageView[];
  /** Kept episodes that were downloaded or handed over. */
  readonly safe: number;
  readonly announcement: string;
}

export const FIRST_STATE: PlayerState = {
  address: 'http://localhost:11434',
  key: '',
  server: 'unknown',
  models: [],
  tookMs: 0,
  model: '',
  choice: {
    families: [],
    languages: [],
    count: 20,
    seed: 42,
    tries: 3,
    temperature: 0.7,
    maxTokens: 4096,
    rewords: false,
  },
  patience: { first: 180, between: 60, total: 900 },
  families: [],
  playing: false,
  trouble: null,
  live: null,
  tries: [],
  tallies: [],
  counts: { tries: 0, kept: 0 },
  shown: null,
  shownMessages: [],
  safe: 0,
  announcement: '',
};
