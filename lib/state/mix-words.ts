import type { Summary } from '../../workers/protocol.ts';
import { ORIGINS, type Origin } from '../core/types.ts';

/** `62 / 28 / 10`, in the order real, synthetic, adversarial; whole per cents that sum to 100. */
export function sayMix(counts: Readonly<Record<Origin, number>>): string {
  return wholePercents(ORIGINS.map((origin) => counts[origin])).join(' / ');
}

/** Largest remainders get the missing points, so that the parts always sum to 100. */
export function wholePercents(values: readonly number[]): readonly number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  if (sum <= 0) return values.map(() => 0);
  const exact = values.map((value) => (value / sum) * 100);
  const floors = exact.map(Math.floor);
  const missing = 100 - floors.reduce((total, value) => total + value, 0);
  const order = exact
    .map((value, index) => ({ index, rest: value % 1 }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  const raised = new Set(order.slice(0, missing).map(({ index }) => index));
  return floors.map((value, index) => (raised.has(index) ? value + 1 : value));
}

/** What keeps the mix from being larger, or that nothing does. */
export function sayShortfall({ asked, got }: Summary['mix']): string {
  if (!asked) return 'Every row that passed is kept.';
  const total = ORIGINS.reduce((sum, origin) => sum + got[origin], 0);
  if (total === 0) return 'No row can be kept at these shares: an origin that you ask for has none.';
  const askedPercents = wholePercents(ORIGINS.map((origin) => asked[origin]));
  const gotPercents = wholePercents(ORIGINS.map((origin) => got[origin]));
  const off = ORIGINS.filter((_, index) => Math.abs((askedPercents[index] ?? 0) - (gotPercents[index] ?? 0)) > 1);
  return off.length === 0 ? 'The shares are met.' : `Not quite met for ${off.join(' and ')}: there are too few rows.`;
}

/** The highest similarity of a validation row to a training row, in words. */
export function saySimilarity(worst: number | null): string {
  if (worst === null) return 'There are no validation rows yet.';
  const share = `${Math.round(worst * 100)} %`;
  if (worst >= 0.8) return `Too close: a validation row shares ${share} of its wording with a training row.`;
  if (worst >= 0.5) return `Close: the most alike validation and training rows share ${share} of their wording.`;
  return `Well apart: the most alike validation and training rows share ${share} of their wording.`;
}
