import type { PlayTally } from '../../../workers/model-protocol.ts';

type Sums = Pick<PlayTally, 'begun' | 'tries' | 'unjudged' | 'kept'>;

/** The check that failed most often, with how often; '' when none did. */
export function sayMostFailed({ failures }: Pick<PlayTally, 'failures'>): string {
  const [most] = Object.entries(failures).sort(([, a], [, b]) => b - a);
  return most ? `${most[0]} (${most[1]}×)` : '';
}

export const sumTallies = (tallies: readonly Sums[]): Sums =>
  tallies.reduce(
    (sum, { begun, tries, unjudged, kept }) => ({
      begun: sum.begun + begun,
      tries: sum.tries + tries,
      unjudged: sum.unjudged + unjudged,
      kept: sum.kept + kept,
    }),
    { begun: 0, tries: 0, unjudged: 0, kept: 0 },
  );

/** Of the tries that were judged; a dash before there is one. */
export function sayRate({ tries, unjudged, kept }: Sums): string {
  const judged = tries - unjudged;
  return judged > 0 ? `${Math.round((kept / judged) * 100)} %` : '–';
}
