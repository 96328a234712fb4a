import type { Attack } from './attack.ts';
import { CARRIERS } from './channels/carriers.ts';
import { GOALS } from './goals/goals.ts';
import { injection } from './injection.ts';
import { TRAPS } from './traps/traps.ts';

/** Every goal through every channel, and the traps. */
export const ATTACKS: readonly Attack[] = [
  ...CARRIERS.flatMap((carrier) => GOALS.map((goal) => injection(carrier, goal))),
  ...TRAPS,
];
