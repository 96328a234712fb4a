import type { Random } from '../../text/random.ts';
import type { JsonObject } from '../../types.ts';

export interface Call {
  readonly tool: string;
  readonly args: JsonObject;
}

/** What came back from a call; all that a policy may learn about its world. */
export interface Observation {
  readonly tool: string;
  readonly text: string;
  readonly isError: boolean;
  readonly callId: string;
}

/** One assistant message that calls tools. */
export interface Act {
  readonly calls: readonly Call[];
  /** Why, in a few words; becomes the reasoning of the message now and then. */
  readonly why?: string;
  /** A slip of the agent's own making, shown for what follows it and not to be learnt. */
  readonly slip?: boolean;
}

/** What a policy has at hand besides its observations: wording in the person's language and its own dice. */
export interface Hand {
  readonly random: Random;
  /** A filled phrase of the scenario. */
  say(key: string, facts?: Readonly<Record<string, string>>): string;
}

/** Acts until it returns the answer of the turn. */
export type Moves = Generator<Act, string, readonly Observation[]>;

export type Policy = (hand: Hand) => Moves;

/** Who does a delegated task: chosen by a word that the task or its label holds. */
export interface Child {
  readonly when: string;
  /** `dies` for one that never answers. */
  readonly policy: Policy | 'dies';
}
