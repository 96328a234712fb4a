import type { GeneratorChoice } from '../recipe.ts';
import type { Episode } from '../types.ts';
import type { Made } from './perform.ts';

/** One made episode with the family that it is counted under. */
export interface Judged {
  readonly family: string;
  readonly made: Made;
}

export type JudgedSource = (choice: GeneratorChoice, signal: AbortSignal) => AsyncIterable<Judged>;

/** What a generator hands on: an episode, or `null` in place of one that failed its own checks. */
export async function* keepVerified(judged: AsyncIterable<Judged>): AsyncGenerator<Episode | null> {
  for await (const { made } of judged) yield made.verified ? made.episode : null;
}

export interface FamilyCount {
  readonly family: string;
  readonly generated: number;
  readonly verified: number;
  readonly dropped: number;
  /** Names of failed checks and how often each failed. */
  readonly failures: Readonly<Record<string, number>>;
}

/** Counts by family, so that a broken scenario shows. */
export async function countFamilies(judged: AsyncIterable<Judged>): Promise<FamilyCount[]> {
  const counts = new Map<string, { generated: number; verified: number; failures: Map<string, number> }>();
  for await (const { family, made } of judged) {
    const count = counts.get(family) ?? { generated: 0, verified: 0, failures: new Map<string, number>() };
    counts.set(family, count);
    count.generated += 1;
    if (made.verified) count.verified += 1;
    for (const { name, ok } of made.checks) if (!ok) count.failures.set(name, (count.failures.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([family, { generated, verified, failures }]) => ({
      family,
      generated,
      verified,
      dropped: generated - verified,
      failures: Object.fromEntries(failures),
    }))
    .sort((a, b) => (a.family < b.family ? -1 : 1));
}
