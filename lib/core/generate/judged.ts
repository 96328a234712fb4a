import type { Episode } from '../types.ts';
import type { Made } from './perform.ts';

/** One made episode with the family that it is counted under. */
export interface Judged {
  readonly family: string;
  readonly made: Made;
}

/** What a generator hands on: an episode, or `null` in place of one that failed its own checks. */
export async function* keepVerified(judged: AsyncIterable<Judged>): AsyncGenerator<Episode | null> {
  for await (const { made } of judged) yield made.verified ? made.episode : null;
}
