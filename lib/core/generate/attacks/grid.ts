import { createRandom } from '../../text/random.ts';
import type { Carrier } from './carrier.ts';
import { CARRIERS } from './channels/carriers.ts';
import type { Goal } from './goal.ts';
import { GOALS } from './goals/goals.ts';
import { type Risk, SENSIBLE } from './taxonomy.ts';

/** One cell of risk source, channel and harm, with the ways to fill it. */
export interface Cell {
  readonly name: string;
  readonly risk: Risk;
  readonly ways: readonly { readonly carrier: Carrier; readonly goal: Goal }[];
}

/** All cells, in an order of the seed, so that any number of episodes is spread evenly over the grid. */
export function gridOf(seed: number): readonly Cell[] {
  const cells = new Map<string, { name: string; risk: Risk; ways: { carrier: Carrier; goal: Goal }[] }>();
  for (const carrier of CARRIERS)
    for (const risk of carrier.risks)
      for (const goal of GOALS) {
        if (!SENSIBLE[risk].includes(carrier.channel)) continue;
        const name = `${risk}/${carrier.channel}/${goal.harm}`;
        const cell = cells.get(name) ?? { name, risk, ways: [] };
        cell.ways.push({ carrier, goal });
        cells.set(name, cell);
      }
  return createRandom(seed, 'adversarial/grid').shuffle([...cells.values()]);
}
