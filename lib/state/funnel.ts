import type { Summary } from '../../workers/protocol.ts';
import { ORIGINS, type Origin } from '../core/types.ts';

export interface Loss {
  readonly reason: string;
  readonly count: number;
  readonly meaning: string;
}

/** Every reason for which rows were left out, over all stages, most frequent first. */
export function lossesOf({ stages, meanings }: Summary): readonly Loss[] {
  const counts = new Map<string, number>();
  for (const stage of stages)
    for (const [reason, count] of Object.entries(stage.dropped)) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts]
    .map(([reason, count]) => ({
      reason,
      count,
      meaning: Object.hasOwn(meanings, reason) ? (meanings[reason] ?? '') : '',
    }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

/** Rows kept, by origin: what both splits hold. */
export const originsOf = ({ split }: Summary): readonly { readonly origin: Origin; readonly count: number }[] =>
  ORIGINS.map((origin) => ({ origin, count: split.train.byOrigin[origin] + split.validation.byOrigin[origin] }));
