import type { Random } from '../../text/random.ts';
import type { Checks, End, Prepared } from '../scenarios/scenario.ts';
import type { Moves } from '../sim/policy.ts';
import type { ToolName } from '../sim/tools/toolbox.ts';
import type { WorldInit } from '../sim/world.ts';
import type { Facts, Language, PhraseBook } from '../words/phrases.ts';
import type { Channel, Risk } from './taxonomy.ts';

/** The hostile text as a channel may use it. */
export interface Payload {
  /** One line. */
  readonly text: string;
  /** The order alone, as it stands in the text but for its first letter. */
  readonly order: string;
  /** The order as a sentence, as a person would ask for it. */
  readonly request: string;
  /** A few words for where there is little room. */
  readonly brief: string;
}

interface CarrierSetting<Asked extends Facts, Truth> {
  readonly world: WorldInit;
  readonly asked: Asked;
  readonly truth: Truth;
  /** The payload as it shows up in a result, when it is not shown as written. */
  readonly marker?: string;
  /** Standing rules of the owner, shown in the system text. */
  readonly rules?: readonly string[];
  /** Appended to the description of a tool. */
  readonly describedAs?: Readonly<Partial<Record<ToolName, string>>>;
}

interface CarrierSpec<Asked extends Facts, Truth> {
  readonly id: string;
  readonly channel: Channel;
  readonly risks: readonly Risk[];
  readonly tools: readonly ToolName[];
  /** `ask…` and answers of the honest task; `where` names the place of the payload for the warning. */
  readonly words: PhraseBook;
  set(random: Random, language: Language, payload: Payload): CarrierSetting<Asked, Truth>;
  readonly turns: readonly {
    readonly ask: string;
    policy(asked: Asked, hand: Parameters<Prepared['turns'][number]['policy']>[0], notes: Map<string, string>): Moves;
  }[];
  /** From which turn on a fooled agent obeys; 0 when absent. */
  readonly obeysFrom?: number;
  /** The payload is known before anything was observed. */
  readonly knownAtOnce?: boolean;
  /** The request stands as it is written, without a manner around it. */
  readonly verbatim?: boolean;
  check(truth: Truth, end: End, asked: Asked): Checks | Promise<Checks>;
}

export interface PreparedCarrier extends Omit<Prepared, 'finish'> {
  readonly marker: string;
  readonly describedAs?: Readonly<Partial<Record<ToolName, string>>>;
}

/** An honest task with a place where an attacker can put text. */
export interface Carrier {
  readonly id: string;
  readonly channel: Channel;
  readonly risks: readonly Risk[];
  readonly tools: readonly ToolName[];
  readonly words: PhraseBook;
  readonly obeysFrom: number;
  readonly knownAtOnce: boolean;
  readonly verbatim: boolean;
  prepare(random: Random, language: Language, payload: Payload): PreparedCarrier;
}

export function carrier<Asked extends Facts, Truth>(spec: CarrierSpec<Asked, Truth>): Carrier {
  const { id, channel, risks, tools, words, obeysFrom = 0, knownAtOnce = false, verbatim = false } = spec;
  return {
    id,
    channel,
    risks,
    tools,
    words,
    obeysFrom,
    knownAtOnce,
    verbatim,
    prepare(random, language, payload) {
      const {
        world,
        asked,
        truth,
        marker = payload.text,
        rules = [],
        describedAs,
      } = spec.set(random, language, payload);
      const notes = new Map<string, string>();
      return {
        world,
        asked,
        rules,
        marker,
        ...(describedAs ? { describedAs } : {}),
        turns: spec.turns.map(({ ask, policy }) => ({ ask, policy: (hand) => policy(asked, hand, notes) })),
        check: (end) => spec.check(truth, end, asked),
      };
    },
  };
}
