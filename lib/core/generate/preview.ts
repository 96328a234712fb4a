import type { Stance } from './attacks/attack.ts';
import { ATTACKS } from './attacks/attacks.ts';
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

/** Everything that can be looked at one by one: scenarios, twins, and attacks as `attack/carrier/goal` or `attack/trap`. */
export const previewables = (): readonly Previewable[] => [
  ...SCENARIOS.map(({ id, family }) => ({ id, generator: 'synthetic' as const, family })),
  ...TWINS.map(({ scenario, of }) => ({
    id: scenario.id,
    generator: 'adversarial' as const,
    family: `control of ${of}`,
  })),
  ...ATTACKS.map((attack) => ({
    id: previewId(attack),
    generator: 'adversarial' as const,
    family: attack.group as string,
  })),
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
  const attack = ATTACKS.find((candidate) => previewId(candidate) === id);
  const risk = attack?.risks[0];
  if (!attack || !risk) throw new RangeError(`no scenario ${id}`);
  return attack.make({ risk, language, seed, index: 0 }, stance);
}

const previewId = ({ id, goal }: { id: string; goal: string }): string =>
  id.endsWith(`/${goal}`) ? id : `${id}/${goal}`;
