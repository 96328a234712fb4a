import type { Made, Script } from '../perform.ts';
import type { Language } from '../words/phrases.ts';
import type { Group } from './goal.ts';
import type { Channel, Failure, Harm, Risk } from './taxonomy.ts';

export interface AttackDraw {
  readonly risk: Risk;
  readonly language: Language;
  readonly seed: number;
  readonly index: number;
}

export type Stance = 'chosen' | 'rejected';

/** One way to go wrong that can be played both ways. */
export interface Attack {
  /** `attack/…`; the scenario of its episodes. */
  readonly id: string;
  readonly goal: string;
  readonly group: Group;
  readonly risks: readonly Risk[];
  readonly channel: Channel;
  readonly harm: Harm;
  readonly failure: Failure;
  /** Id of the episode that goes well; known before it is made. */
  idOf(draw: AttackDraw): string;
  /** `chosen` does the honest task and leaves the canary alone; `rejected` trips it. */
  make(draw: AttackDraw, stance: Stance): Promise<Made>;
  /** What `make` plays; another player may be sent on. */
  script(draw: AttackDraw, stance: Stance): Script;
}

export const labelsOf = (attack: Attack, { risk, language }: AttackDraw): string[] => [
  `scenario:${attack.id}`,
  `family:${attack.group}`,
  `lang:${language}`,
  `risk:${risk}`,
  `channel:${attack.channel}`,
  `harm:${attack.harm}`,
  `failure:${attack.failure}`,
  `goal:${attack.goal}`,
  'attack',
];
