import type { MixChoice, ReviewChoice } from '../recipe.ts';
import { ORIGINS, type Origin } from '../types.ts';
import { type Decision, decision, reviewed, seededOrder } from './decision.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { StageDrop } from './gate.ts';

const NAME = 'mix';
const VERSION = 1;

export type OriginCounts = Readonly<Record<Origin, number>>;

export interface Mixed extends Decision {
  /** Shares asked for, or null when all was to be kept. */
  readonly asked: OriginCounts | null;
  /** Rows there were to choose from, behind the cap by source. */
  readonly available: OriginCounts;
  readonly got: OriginCounts;
}

/** Needs all fingerprints of what the dedupe left. Leaves rows out; never fills up one origin with another. */
export function mix(
  all: readonly Fingerprint[],
  input: readonly number[],
  options: MixChoice,
  review: ReviewChoice,
  seed: number,
): Mixed {
  const at = (ordinal: number) => all[ordinal] as Fingerprint;
  const dropped = new Map<number, StageDrop>();
  const drop = (ordinals: readonly number[], reason: StageDrop) => {
    for (const ordinal of ordinals) dropped.set(ordinal, reason);
  };
  // What the review put back comes first, so it is the last to be left out.
  const { isKept } = reviewed(review);
  const shuffled = seededOrder(seed, NAME, input, (ordinal) => `${at(ordinal).content}/${at(ordinal).id}`);
  const ranked = [
    ...shuffled.filter((ordinal) => isKept(at(ordinal))),
    ...shuffled.filter((ordinal) => !isKept(at(ordinal))),
  ];

  const { within, over } = capSources(ranked, at, options.maxPerSource);
  drop(over, 'source_cap');
  const byOrigin = groupByOrigin(within, at);
  const available = countsOf(byOrigin);
  const limits = originLimits(available, options);
  const whole = originLimits(available, { ...options, target: null });
  for (const origin of ORIGINS) {
    const [reachable, limit] = [Math.max(whole[origin], limits[origin]), limits[origin]];
    drop(byOrigin[origin].slice(limit, reachable), 'over_target');
    drop(byOrigin[origin].slice(reachable), 'over_ratio');
  }
  return {
    ...decision(NAME, VERSION, input, dropped),
    asked: options.ratios,
    available,
    got: countsOf(
      groupByOrigin(
        within.filter((ordinal) => !dropped.has(ordinal)),
        at,
      ),
    ),
  };
}

function capSources(
  ranked: readonly number[],
  at: (ordinal: number) => Fingerprint,
  max: number | null,
): { within: readonly number[]; over: readonly number[] } {
  if (max === null) return { within: ranked, over: [] };
  const counts = new Map<string, number>();
  const within: number[] = [];
  const over: number[] = [];
  for (const ordinal of ranked) {
    const count = (counts.get(at(ordinal).source) ?? 0) + 1;
    counts.set(at(ordinal).source, count);
    (count <= max ? within : over).push(ordinal);
  }
  return { within, over };
}

/**
 * Rows each origin may give. With ratios: the largest total at which every origin that has rows at all can give its share.
 * An origin without a row cannot be met at any size, so the others keep their proportions without it.
 */
export function originLimits(
  available: OriginCounts,
  { ratios, target }: Pick<MixChoice, 'ratios' | 'target'>,
): OriginCounts {
  const total = ORIGINS.reduce((sum, origin) => sum + available[origin], 0);
  const shares = ratios ?? available;
  const present = ORIGINS.filter((origin) => available[origin] > 0 && shares[origin] > 0);
  const sum = present.reduce((shareSum, origin) => shareSum + shares[origin], 0);
  if (sum === 0) return { real: 0, synthetic: 0, adversarial: 0 };
  const reachable = ratios
    ? Math.min(...present.map((origin) => Math.floor((available[origin] * sum) / shares[origin] + 1e-9)))
    : total;
  const size = Math.min(reachable, target ?? reachable);
  return apportion(size, present, (origin) => shares[origin] / sum);
}

/** Whole numbers that sum to `size`: largest remainder, ties in the order of the origins. */
function apportion(size: number, origins: readonly Origin[], share: (origin: Origin) => number): OriginCounts {
  const parts = origins.map((origin, index) => {
    const exact = size * share(origin);
    const floor = Math.floor(exact + 1e-9);
    return { origin, index, floor, rest: Math.round((exact - floor) * 1e9) };
  });
  let left = size - parts.reduce((sum, part) => sum + part.floor, 0);
  const counts = new Map(parts.map((part) => [part.origin, part.floor]));
  for (const part of [...parts].sort((a, b) => b.rest - a.rest || a.index - b.index)) {
    if (left <= 0) break;
    counts.set(part.origin, part.floor + 1);
    left--;
  }
  const of = (origin: Origin) => counts.get(origin) ?? 0;
  return { real: of('real'), synthetic: of('synthetic'), adversarial: of('adversarial') };
}

function groupByOrigin(
  ordinals: readonly number[],
  at: (ordinal: number) => Fingerprint,
): Readonly<Record<Origin, readonly number[]>> {
  const of = (origin: Origin) => ordinals.filter((ordinal) => at(ordinal).origin === origin);
  return { real: of('real'), synthetic: of('synthetic'), adversarial: of('adversarial') };
}

const countsOf = (groups: Readonly<Record<Origin, readonly number[]>>): OriginCounts => ({
  real: groups.real.length,
  synthetic: groups.synthetic.length,
  adversarial: groups.adversarial.length,
});
