import type { Summary } from '../../workers/protocol.ts';
import { ORIGINS, type Origin } from '../core/types.ts';

export interface Loss {
  readonly reason: string;
  readonly count: number;
  readonly meaning: string;
  /** False for what was lost while reading: it never became an episode that could be listed. */
  readonly listed: boolean;
}

/** Stages in which rows are lost that never were episodes. */
const BEFORE_EPISODES: ReadonlySet<string> = new Set(['parse', 'generate']);

/** Every reason for which rows were left out, over all stages, most frequent first. */
export function lossesOf({ stages, meanings }: Summary): readonly Loss[] {
  const counts = new Map<string, { count: number; listed: boolean }>();
  for (const stage of stages)
    for (const [reason, count] of Object.entries(stage.dropped)) {
      const before = counts.get(reason);
      counts.set(reason, {
        count: (before?.count ?? 0) + count,
        listed: before?.listed || !BEFORE_EPISODES.has(stage.name),
      });
    }
  return [...counts]
    .map(([reason, loss]) => ({
      ...loss,
      reason,
      meaning: Object.hasOwn(meanings, reason) ? (meanings[reason] ?? '') : '',
    }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

/** Rows kept, by origin: what both splits hold. */
export const originsOf = ({ split }: Summary): readonly { readonly origin: Origin; readonly count: number }[] =>
  ORIGINS.map((origin) => ({ origin, count: split.train.byOrigin[origin] + split.validation.byOrigin[origin] }));
