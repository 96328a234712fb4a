import type { Random } from '../../text/random.ts';

/** The time inside a simulated world: starts on a working day, moves only when something is done. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  advance(ms: number): void;
}

const FIRST_DAY_MS = Date.UTC(2026, 0, 5);
const DAYS = 290;
const HOUR_MS = 3_600_000;

export function startClock(random: Random): Clock {
  let ms = FIRST_DAY_MS + random.below(DAYS) * 24 * HOUR_MS + 7 * HOUR_MS + random.below(11 * HOUR_MS);
  return {
    now: () => ms,
    advance: (step) => {
      ms += step;
    },
  };
}
