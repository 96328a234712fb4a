import type { Random } from '../../text/random.ts';
import type { Episode, Message } from '../../types.ts';
import type { Family } from '../families.ts';
import type { PlayedCall } from '../sim/play.ts';
import type { Hand, Moves, Policy } from '../sim/policy.ts';
import type { ToolName } from '../sim/tools/toolbox.ts';
import type { World, WorldInit } from '../sim/world.ts';
import type { Facts, Language, PhraseBook } from '../words/phrases.ts';

/** What is drawn for one episode. */
export interface Setting<Asked extends Facts, Truth> {
  readonly world: WorldInit;
  /** What the person knows and says. The policy knows this and what it observes, nothing else. */
  readonly asked: Asked;
  /** What only the world knows; seen by the checks alone. */
  readonly truth: Truth;
  /** Standing rules of this person, shown in the system text. */
  readonly rules?: readonly string[];
}

/** How an episode ended, for the checks. */
export interface End {
  readonly world: World;
  readonly calls: readonly PlayedCall[];
  readonly answers: readonly string[];
  /** Text of a file as it is now. */
  file(path: string): Promise<string | undefined>;
}

export type Checks = Readonly<Record<string, boolean>>;

/** `ask` is the key of the phrases with which the person asks; `reply` is for turns that need no tool. */
type TurnSpec<Asked> = { readonly ask: string } & (
  | { policy(asked: Asked, hand: Hand, notes: Map<string, string>): Moves }
  | { reply(asked: Asked, hand: Hand, notes: Map<string, string>): string }
);

interface Spec<Asked extends Facts, Truth> {
  readonly id: string;
  readonly family: Family;
  readonly skills: readonly string[];
  readonly tools: readonly ToolName[];
  /** Set when something fails on the way and is dealt with. */
  readonly failure?: string;
  readonly words: PhraseBook;
  set(random: Random, language: Language, index: number): Setting<Asked, Truth>;
  readonly turns: readonly TurnSpec<Asked>[];
  /** Scenarios of one name draw the same session: the windows of a compacted one. Its own id when absent. */
  readonly session?: string;
  /** What becomes of the messages in the end, such as a compaction. */
  finish?(messages: readonly Message[], asked: Asked, notes: ReadonlyMap<string, string>): Finish;
  /** Predicates that could be false, by name. */
  check(truth: Truth, end: End, asked: Asked): Checks | Promise<Checks>;
}

export interface Finish {
  readonly messages: readonly Message[];
  /** `task` when absent. A summary is made without tools. */
  readonly kind?: Episode['kind'];
}

export interface PreparedTurn {
  readonly ask: string;
  readonly policy: Policy;
}

export interface Prepared {
  readonly world: WorldInit;
  readonly asked: Facts;
  readonly rules: readonly string[];
  readonly turns: readonly PreparedTurn[];
  finish?(messages: readonly Message[]): Finish;
  check(end: End): Checks | Promise<Checks>;
}

/** A scenario as the generators see it: the types of its facts and its truth stay inside. */
export interface Scenario {
  readonly id: string;
  readonly family: Family;
  readonly skills: readonly string[];
  readonly tools: readonly ToolName[];
  readonly failure?: string;
  readonly words: PhraseBook;
  readonly session: string;
  prepare(random: Random, language: Language, index: number): Prepared;
}

export function scenario<Asked extends Facts, Truth>(spec: Spec<Asked, Truth>): Scenario {
  const { id, family, skills, tools, words, failure, session = id, finish } = spec;
  return {
    id,
    family,
    skills,
    tools,
    words,
    session,
    ...(failure ? { failure } : {}),
    prepare(random, language, index) {
      const { world, asked, truth, rules = [] } = spec.set(random, language, index);
      const notes = new Map<string, string>();
      return {
        world,
        asked,
        rules,
        turns: spec.turns.map((turn) => ({
          ask: turn.ask,
          policy: (hand) =>
            'policy' in turn ? turn.policy(asked, hand, notes) : atOnce(turn.reply(asked, hand, notes)),
        })),
        ...(finish ? { finish: (messages: readonly Message[]) => finish(messages, asked, notes) } : {}),
        check: (end) => spec.check(truth, end, asked),
      };
    },
  };
}

// biome-ignore lint/correctness/useYield: an answer without a single act
function* atOnce(answer: string): Moves {
  return answer;
}
