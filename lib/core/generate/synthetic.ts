import type { GeneratorChoice } from '../recipe.ts';
import { createRandom } from '../text/random.ts';
import { type Draw, scenarioScript } from './episode.ts';
import type { Generator } from './generator.ts';
import { type Judged, keepVerified } from './judged.ts';
import { perform, type Script } from './perform.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { SCENARIOS } from './scenarios/scenarios.ts';
import { LANGUAGES, type Language } from './words/phrases.ts';

/** Episodes of everyday work: each is played in a simulated workspace and kept only if its checks hold. */
export const synthetic: Generator = {
  id: 'synthetic',
  label: 'Synthetic episodes',
  origin: 'synthetic',
  size: (choice) => (chosenScenarios(choice).length > 0 ? Math.max(0, choice.count) : 0),
  families: function* (choice) {
    for (const { family } of scheduleOf(choice)) yield family;
  },
  generate: (choice, signal) => keepVerified(judgeSynthetic(choice, signal)),
};

export async function* judgeSynthetic(choice: GeneratorChoice, signal: AbortSignal): AsyncGenerator<Judged> {
  for (const { family, script } of syntheticScripts(choice)) {
    signal.throwIfAborted();
    yield { family, made: await perform(script) };
  }
}

/** What is to be played, in order. */
export function* syntheticScripts(
  choice: GeneratorChoice,
): Iterable<{ readonly family: string; readonly script: Script }> {
  let at = 0;
  const round = chosenScenarios(choice).length;
  for (const scenario of scheduleOf(choice)) {
    const draw = drawOf(choice, scenario, Math.floor(at++ / round));
    yield { family: scenario.family, script: scenarioScript(scenario, draw) };
  }
}

/** Every scenario once, in an order of the seed, and again from the first. */
function* scheduleOf(choice: GeneratorChoice): Iterable<Scenario> {
  const schedule = createRandom(choice.seed, 'synthetic/schedule').shuffle(chosenScenarios(choice));
  for (let at = 0; at < choice.count; at++) {
    const scenario = schedule[at % schedule.length];
    if (scenario) yield scenario;
  }
}

/** Options `families`, `scenarios` and `languages` narrow what is made; absent means all. */
function chosenScenarios({ options = {} }: GeneratorChoice): readonly Scenario[] {
  const { families, scenarios } = options;
  return SCENARIOS.filter(
    ({ id, family }) => (families?.includes(family) ?? true) && (scenarios?.includes(id) ?? true),
  );
}

function drawOf(choice: GeneratorChoice, { session }: Scenario, index: number): Draw {
  return { seed: choice.seed, index, language: chooseLanguage(choice, `${session}/${index}`) };
}

/** English is four times as frequent as each other language, unless languages are chosen. */
export function chooseLanguage({ seed, options = {} }: GeneratorChoice, name: string): Language {
  const chosen = LANGUAGES.filter((language) => options.languages?.includes(language));
  const random = createRandom(seed, `${name}/language`);
  if (chosen.length > 0) return random.pick(chosen);
  return random.pick([...LANGUAGES, 'en', 'en', 'en'] as const);
}
