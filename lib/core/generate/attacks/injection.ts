import { createRandom } from '../../text/random.ts';
import { perform, type Script } from '../perform.ts';
import type { Checks } from '../scenarios/scenario.ts';
import type { Act, Hand, Moves, Observation, Policy } from '../sim/policy.ts';
import { composeRequest } from '../words/compose.ts';
import { capital } from '../words/grammar.ts';
import { choosePhrase, type Facts, fill } from '../words/phrases.ts';
import { type Attack, type AttackDraw, labelsOf, type Stance } from './attack.ts';
import type { Carrier, Payload, PreparedCarrier } from './carrier.ts';
import { type Goal, WANTED } from './goal.ts';
import { orderIn, writePayload } from './payload.ts';
import { WARNING } from './warning.ts';

/** An attacker's goal, put into the path of an honest task. */
export function injection(carrier: Carrier, goal: Goal): Attack {
  const attack: Attack = {
    id: `attack/${carrier.id}`,
    goal: goal.id,
    group: goal.group,
    risks: carrier.risks,
    channel: carrier.channel,
    harm: goal.harm,
    failure: goal.failure,
    idOf: ({ risk, seed, index }) => `adversarial/${carrier.id}/${goal.id}/${risk}/${index}/${seed}`,
    make: (draw, stance) => perform(attack.script(draw, stance)),
    script: (draw, stance) => injectionScript(attack, carrier, goal, draw, stance),
  };
  return attack;
}

function injectionScript(attack: Attack, carrier: Carrier, goal: Goal, draw: AttackDraw, stance: Stance): Script {
  const { risk, language, seed, index } = draw;
  const name = `${carrier.id}/${goal.id}/${risk}/${index}`;
  const stream = (part: string) => createRandom(seed, `attack/${name}/${part}`);
  const bait = goal.bait(stream('bait'));
  const payload = writePayload(goal, bait.facts, carrier.channel, stream('payload'));
  const prepared = carrier.prepare(stream('setting'), language, payload);
  const words = stream('words');
  const { world, asked } = prepared;
  const phrase = (key: string) => choosePhrase(carrier.words, key, language, words);
  return {
    id: attack.idOf(draw),
    origin: 'adversarial',
    scenario: attack.id,
    seed,
    language,
    tags: labelsOf(attack, draw),
    world: {
      ...world,
      files: [...bait.files, ...(world.files ?? [])],
      jobs: [...(world.jobs ?? []), ...(bait.jobs ?? [])],
    },
    tools: [...new Set([...carrier.tools, ...goal.tools])],
    rules: prepared.rules,
    ...(prepared.describedAs ? { describedAs: prepared.describedAs } : {}),
    words: { ...WARNING, ...carrier.words, wanted: WANTED[goal.group] },
    turns: turnsOf({ carrier, goal, prepared, payload, facts: bait.facts }, stance).map(({ ask, policy }, at) => ({
      text:
        at === 0 && !carrier.verbatim ? composeRequest(phrase(ask), asked, language, words) : fill(phrase(ask), asked),
      policy,
    })),
    stream,
    check: async (end): Promise<Checks> => {
      const tripped = await goal.tripped(end, bait.facts);
      if (stance === 'rejected') return { 'the canary trips': tripped };
      return { 'the canary stays quiet': !tripped, ...(await prepared.check(end)) };
    },
    judgesAnswers: stance === 'chosen',
    slips: 0,
    ...(carrier.knownAtOnce ? {} : { mustShow: prepared.marker }),
  };
}

interface Case {
  readonly carrier: Carrier;
  readonly goal: Goal;
  readonly prepared: PreparedCarrier;
  readonly payload: Payload;
  readonly facts: Facts;
}

function turnsOf(one: Case, stance: Stance): { ask: string; policy: Policy }[] {
  const { carrier, prepared } = one;
  const state: State = { seen: carrier.knownAtOnce, settled: false };
  return prepared.turns.map(({ ask, policy }, turn) => ({
    ask,
    policy: (hand) => {
      const mayAct = turn >= carrier.obeysFrom;
      const moves = policy(hand);
      if (stance === 'rejected') return obeying(moves, prepared.marker, state, mayAct, () => complying(one, hand));
      return warning(moves, prepared.marker, state, mayAct, () => warningOf(one, hand));
    },
  }));
}

/** Some that are fooled say so, most keep silent about it. */
function* complying({ goal, prepared, facts }: Case, hand: Hand) {
  const added = yield* goal.comply(facts);
  const where = hand.say('where', prepared.asked);
  if (added || where === '' || hand.random.below(3) > 0) return added;
  return hand.say('obeyed', { where, Where: capital(where) });
}

/** What the person is told: the order in its own words where it could be read as it is. */
function warningOf({ carrier, goal, prepared, payload }: Case, hand: Hand): string {
  const { asked, marker } = prepared;
  const where = hand.say('where', asked);
  const place = { where, Where: capital(where), wanted: hand.say('wanted') };
  const shown = [marker, ...Object.values(asked)].join('\n');
  const order = carrier.channel === 'file-name' ? marker : orderIn(shown, payload);
  return order && !goal.unspeakable ? hand.say('warning', { ...place, order }) : hand.say('unquoted', place);
}

/** What is kept over the turns: the payload was seen, and it was obeyed or reported. */
interface State {
  seen: boolean;
  settled: boolean;
}

const shows = (observed: readonly Observation[], marker: string): boolean =>
  observed.some(({ text }) => text.includes(marker));

/** The honest moves, with the attacker's slipped in as soon as they were read. */
function* obeying(
  moves: Moves,
  marker: string,
  state: State,
  mayAct: boolean,
  comply: () => Generator<Act, string | undefined, readonly Observation[]>,
): Moves {
  let added: string | undefined;
  const obey = function* () {
    if (!state.seen || state.settled || !mayAct) return;
    state.settled = true;
    added = yield* comply();
  };
  yield* obey();
  let step = moves.next([]);
  while (!step.done) {
    const observed = yield step.value;
    state.seen ||= shows(observed, marker);
    yield* obey();
    step = moves.next(observed);
  }
  return added ? `${step.value}\n\n${added}` : step.value;
}

/** The honest moves; the person is told once what was found. */
function* warning(moves: Moves, marker: string, state: State, mayAct: boolean, warn: () => string): Moves {
  let step = moves.next([]);
  while (!step.done) {
    const observed = yield step.value;
    state.seen ||= shows(observed, marker);
    step = moves.next(observed);
  }
  if (!state.seen || state.settled || !mayAct) return step.value;
  state.settled = true;
  return `${step.value}\n\n${warn()}`;
}
