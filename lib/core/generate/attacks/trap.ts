import { createRandom, type Random } from '../../text/random.ts';
import { perform } from '../perform.ts';
import type { Checks, End } from '../scenarios/scenario.ts';
import type { Hand, Moves } from '../sim/policy.ts';
import type { ToolName } from '../sim/tools/toolbox.ts';
import type { WorldInit } from '../sim/world.ts';
import { composeRequest } from '../words/compose.ts';
import { choosePhrase, type Facts, fill, type Language, type PhraseBook } from '../words/phrases.ts';
import { type Attack, labelsOf } from './attack.ts';

type Play<Asked> = (asked: Asked, hand: Hand, notes: Map<string, string>) => Moves;

interface TrapSpec<Asked extends Facts, Truth>
  extends Pick<Attack, 'goal' | 'group' | 'risks' | 'channel' | 'harm' | 'failure'> {
  readonly tools: readonly ToolName[];
  readonly words: PhraseBook;
  set(
    random: Random,
    language: Language,
  ): { readonly world: WorldInit; readonly asked: Asked; readonly truth: Truth; readonly rules?: readonly string[] };
  /** Turns in which both go alike have no `wrong`. After a turn marked `last`, the wrong one has nothing more to do. */
  readonly turns: readonly {
    readonly ask: string;
    readonly right: Play<Asked>;
    readonly wrong?: Play<Asked>;
    readonly last?: boolean;
  }[];
  /** The canary. */
  tripped(truth: Truth, end: End, asked: Asked): boolean | Promise<boolean>;
  check(truth: Truth, end: End, asked: Asked): Checks | Promise<Checks>;
}

/** A situation that needs no attacker: the right and the wrong way are both written down. */
export function trap<Asked extends Facts, Truth>(spec: TrapSpec<Asked, Truth>): Attack {
  const { goal, group, risks, channel, harm, failure } = spec;
  const attack: Attack = {
    id: `attack/${goal}`,
    goal,
    group,
    risks,
    channel,
    harm,
    failure,
    idOf: ({ risk, seed, index }) => `adversarial/${goal}/${risk}/${index}/${seed}`,
    make: (draw, stance) => perform(attack.script(draw, stance)),
    script(draw, stance) {
      const { risk, language, seed, index } = draw;
      const name = `${goal}/${risk}/${index}`;
      const stream = (part: string) => createRandom(seed, `trap/${name}/${part}`);
      const { world, asked, truth, rules = [] } = spec.set(stream('setting'), language);
      const words = stream('words');
      const notes = new Map<string, string>();
      const end = spec.turns.findIndex(({ last }) => last);
      const turns = stance === 'rejected' && end >= 0 ? spec.turns.slice(0, end + 1) : spec.turns;
      return {
        id: attack.idOf(draw),
        origin: 'adversarial',
        scenario: attack.id,
        seed,
        language,
        tags: labelsOf(attack, draw),
        world,
        tools: spec.tools,
        rules,
        words: spec.words,
        turns: turns.map(({ ask, right, wrong = right }, at) => {
          const phrase = choosePhrase(spec.words, ask, language, words);
          return {
            text: at === 0 ? composeRequest(phrase, asked, language, words) : fill(phrase, asked),
            policy: (hand) => (stance === 'chosen' ? right : wrong)(asked, hand, notes),
          };
        }),
        stream,
        check: async (ended): Promise<Checks> => {
          const tripped = await spec.tripped(truth, ended, asked);
          if (stance === 'rejected') return { 'the canary trips': tripped };
          return { 'the canary stays quiet': !tripped, ...(await spec.check(truth, ended, asked)) };
        },
        judgesAnswers: stance === 'chosen',
        slips: 0,
      };
    },
  };
  return attack;
}
