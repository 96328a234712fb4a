import type { FamilyRow, RiskGrid } from '../../workers/protocol.ts';
import { plural, sayCode } from './figures.ts';

/** `text` and `control` are families of ours that need a word more. */
const FAMILY_WORDS: Readonly<Record<string, string>> = {
  text: 'text recipes',
  control: 'harmless look-alikes',
  leak: 'leaks of secrets',
  money: 'payments',
  persist: 'orders that stay',
  destroy: 'destruction',
  weaken: 'weakened security',
  mislead: 'falsehoods',
  endanger: 'danger to people',
  spread: 'spreading further',
};

export const sayFamily = (family: string): string =>
  Object.hasOwn(FAMILY_WORDS, family) ? (FAMILY_WORDS[family] ?? '') : sayCode(family) || 'other';

/** Why a family got fewer than were asked for; '' when it got all. */
export function sayMissing({ dropped, nearDuplicates, leftOut }: FamilyRow): string {
  const parts = [
    ...(dropped > 0 ? [`${plural(dropped, 'episode')} failed ${dropped === 1 ? 'its' : 'their'} checks`] : []),
    ...(nearDuplicates > 0 ? [plural(nearDuplicates, 'near-duplicate')] : []),
    ...(leftOut > 0 ? [`${leftOut} left out by gates, shares or hand`] : []),
  ];
  return parts.join(', ');
}

export interface FamilySums {
  readonly asked: number;
  readonly verified: number;
  readonly dropped: number;
  readonly nearDuplicates: number;
  readonly leftOut: number;
  readonly kept: number;
}

export const sumFamilies = (rows: readonly FamilyRow[]): FamilySums =>
  rows.reduce(
    (sum, row) => ({
      asked: sum.asked + row.asked,
      verified: sum.verified + row.verified,
      dropped: sum.dropped + row.dropped,
      nearDuplicates: sum.nearDuplicates + row.nearDuplicates,
      leftOut: sum.leftOut + row.leftOut,
      kept: sum.kept + row.kept,
    }),
    { asked: 0, verified: 0, dropped: 0, nearDuplicates: 0, leftOut: 0, kept: 0 },
  );

/** How full the grid is: fields that make sense and have an episode. */
export function sayCoverage({ cells }: RiskGrid): string {
  const filled = cells.filter(({ made }) => made > 0).length;
  return filled === cells.length
    ? `All ${filled} fields that make sense have episodes.`
    : `${filled} of ${cells.length} fields that make sense have episodes; ask for more to fill the rest.`;
}
