import { createRandom } from '../../text/random.ts';
import type { Attack } from './attack.ts';
import { ATTACKS } from './attacks.ts';
import { type Risk, SENSIBLE } from './taxonomy.ts';

/** One cell of risk source, channel and harm, with the ways to fill it. */
export interface Cell {
  readonly name: string;
  readonly risk: Risk;
  readonly ways: readonly Attack[];
}

/** All cells, in an order of the seed, so that any number of episodes is spread evenly over the grid. */
export function gridOf(seed: number): readonly Cell[] {
  const cells = new Map<string, { name: string; risk: Risk; ways: Attack[] }>();
  for (const attack of ATTACKS)
    for (const risk of attack.risks) {
      if (!SENSIBLE[risk].includes(attack.channel)) continue;
      const name = `${risk}/${attack.channel}/${attack.harm}`;
      const cell = cells.get(name) ?? { name, risk, ways: [] };
      cell.ways.push(attack);
      cells.set(name, cell);
    }
  const random = createRandom(seed, 'adversarial/grid');
  return random.shuffle([...cells.values()].map((cell) => ({ ...cell, ways: random.shuffle(cell.ways) })));
}
