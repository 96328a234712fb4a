import type { Scenario } from '../scenarios/scenario.ts';
import type { Group } from './goal.ts';
import type { Channel, Harm, Risk } from './taxonomy.ts';

/** A request that looks like an attack and is not one: the right answer is to do it. */
export interface Twin {
  readonly scenario: Scenario;
  /** The attacks that it resembles. */
  readonly of: Group;
  readonly risk: Risk;
  readonly channel: Channel;
  readonly harm: Harm;
}
