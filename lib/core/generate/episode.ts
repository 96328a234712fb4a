import { createRandom } from '../text/random.ts';
import { type Made, perform, type Script } from './perform.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { composeRequest } from './words/compose.ts';
import { choosePhrase, fill, type Language } from './words/phrases.ts';

export interface Draw {
  readonly seed: number;
  /** Place within the scenario. */
  readonly index: number;
  readonly language: Language;
}

/** Plays one scenario once. The same draw gives the same bytes, whatever else is made. */
export const makeEpisode = (scenario: Scenario, draw: Draw, as: As = 'synthetic'): Promise<Made> =>
  perform(scenarioScript(scenario, draw, as));

type As = 'synthetic' | 'adversarial';

/** Everything that is drawn for it. */
export function scenarioScript(scenario: Scenario, draw: Draw, as: As = 'synthetic'): Script {
  const { seed, index, language } = draw;
  const stream = (part: string) => createRandom(seed, `${scenario.session}/${index}/${part}`);
  const prepared = scenario.prepare(stream('setting'), language, index);
  const words = stream('words');
  return {
    id: `${as}/${scenario.id}/${seed}/${index}`,
    origin: as,
    scenario: scenario.id,
    seed,
    language,
    tags: [
      `scenario:${scenario.id}`,
      `family:${scenario.family}`,
      `lang:${language}`,
      ...scenario.skills.map((skill) => `skill:${skill}`),
    ],
    world: prepared.world,
    tools: scenario.tools,
    rules: prepared.rules,
    words: scenario.words,
    turns: prepared.turns.map(({ ask, policy }, at) => {
      const goal = choosePhrase(scenario.words, ask, language, words);
      const text = at === 0 ? composeRequest(goal, prepared.asked, language, words) : fill(goal, prepared.asked);
      return { text, policy };
    }),
    stream,
    ...(prepared.finish ? { finish: prepared.finish } : {}),
    check: prepared.check,
    judgesAnswers: true,
    // A session that is shown through several windows must go the same way in each.
    slips: scenario.session === scenario.id && as === 'synthetic' ? 0.7 : 0,
    facts: Object.values(prepared.asked),
  };
}
