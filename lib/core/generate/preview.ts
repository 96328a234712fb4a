import { type AttackDraw, makeAttack, type Stance } from './attacks/attack.ts';
import { CARRIERS } from './attacks/channels/carriers.ts';
import { GOALS } from './attacks/goals/goals.ts';
import { TWINS } from './attacks/twins/twins.ts';
import { makeEpisode } from './episode.ts';
import type { Made } from './perform.ts';
import { SCENARIOS } from './scenarios/scenarios.ts';
import type { Language } from './words/phrases.ts';

export interface Previewable {
  /** To hand to `preview`. */
  readonly id: string;
  readonly generator: 'synthetic' | 'adversarial';
  readonly family: string;
}

/** Everything that can be looked at one by one: scenarios, twins, and attacks as `attack/carrier/goal`. */
export const previewables = (): readonly Previewable[] => [
  ...SCENARIOS.map(({ id, family }) => ({ id, generator: 'synthetic' as const, family })),
  ...TWINS.map(({ scenario, of }) => ({
    id: scenario.id,
    generator: 'adversarial' as const,
    family: `control of ${of}`,
  })),
  ...CARRIERS.flatMap((carrier) =>
    GOALS.map((goal) => ({
      id: `attack/${carrier.id}/${goal.id}`,
      generator: 'adversarial' as const,
      family: goal.group as string,
    })),
  ),
];

export interface PreviewChoice {
  readonly language?: Language;
  /** For attacks: the half that goes well, or the one that does not. */
  readonly stance?: Stance;
}

/** One episode with its checks, as they turned out. */
export function preview(
  id: string,
  seed: number,
  { language = 'en', stance = 'chosen' }: PreviewChoice = {},
): Promise<Made> {
  const scenario = SCENARIOS.find((candidate) => candidate.id === id);
  if (scenario) return makeEpisode(scenario, { seed, index: 0, language });
  const twin = TWINS.find((candidate) => candidate.scenario.id === id);
  if (twin) return makeEpisode(twin.scenario, { seed, index: 0, language }, 'adversarial');
  const [, carrierId, goalId] = id.split('/');
  const carrier = CARRIERS.find((candidate) => candidate.id === carrierId);
  const goal = GOALS.find((candidate) => candidate.id === goalId);
  const risk = carrier?.risks[0];
  if (!carrier || !goal || !risk) throw new RangeError(`no scenario ${id}`);
  const draw: AttackDraw = { carrier, goal, risk, language, seed, index: 0 };
  return makeAttack(draw, stance);
}
