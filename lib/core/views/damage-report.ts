import { DAMAGE, type DamageCode, DROPS } from '../formats/damage.ts';
import { DAMAGE_POLICIES, policyFor } from '../formats/policies.ts';
import { CONTEXT_HYGIENE } from '../formats/session-episodes.ts';
import { sumTrims } from '../formats/trim-audit.ts';
import type { Entry, Lost, Segment } from '../passes/segment.ts';
import type { State } from '../passes/state.ts';
import { sumCounts } from '../text/counts.ts';
import { DAMAGE_GROUPS, type DamageReport, type DamageRow } from './damage-views.ts';
import { sessionIn } from './session-list.ts';

/** What is wrong with the drop, or with one source of it; `source` is `SourceRow.index`, null for everything read. */
export function damageReport({ segments, members, decisions, recipe }: State, source: number | null): DamageReport {
  const read = segments.find(({ origin }) => origin === 'real');
  const entries = (read?.entries ?? []).filter((entry) => source === null || entry.source === source);
  const lost = (read?.lost ?? []).filter((loss) => source === null || loss.source === source);
  const here = new Set(entries);
  const kept = members.filter(({ entry }, ordinal) => here.has(entry) && decisions.fates[ordinal]?.dropped === null);
  const trimmed = [...entries, ...lost].filter(({ trims }) => trims);
  return {
    rows: damageRows(read, entries, lost, recipe.reading.policies),
    lost: Object.entries(sumCounts(lost.map(({ reason }) => ({ [reason]: 1 })))).map(([reason, count]) => ({
      reason,
      meaning: Object.hasOwn(DROPS, reason) ? DROPS[reason as keyof typeof DROPS] : '',
      count,
    })),
    trims: {
      ...sumTrims(trimmed.map(({ trims }) => trims)),
      sessions: new Set(trimmed.map((item) => sessionOf(item, read))).size,
      episodesAffected: kept.filter(({ entry }) => (entry.trims?.affected ?? 0) > 0).length,
      hygiene: kept.filter(({ entry }) => entry.fingerprint.tags.includes(CONTEXT_HYGIENE)).length,
    },
    figures: {
      sessions: new Set(entries.map(({ sessionId }) => sessionId)).size,
      episodes: entries.length,
      kept: kept.length,
      trained: kept.reduce((sum, { entry }) => sum + entry.fingerprint.trained, 0),
      lost: lost.length,
    },
  };
}

interface Gathered {
  count: number;
  turns: number;
  repaired: number;
  readonly sessions: Set<string>;
  example: DamageRow['example'];
}

function damageRows(
  read: Segment | undefined,
  entries: readonly Entry[],
  lost: readonly Lost[],
  chosen: State['recipe']['reading']['policies'],
): readonly DamageRow[] {
  const codes = new Map<string, Gathered>();
  const of = (code: string): Gathered => {
    const known = codes.get(code) ?? { count: 0, turns: 0, repaired: 0, sessions: new Set(), example: null };
    codes.set(code, known);
    return known;
  };
  for (const item of [...entries, ...lost]) {
    for (const [code, count] of Object.entries(item.damage)) {
      const found = of(code);
      found.count += count;
      found.turns += item.turns[code] ?? 0;
      const sessionId = sessionOf(item, read);
      found.sessions.add(sessionId);
      found.example ??= { source: item.source, sessionId };
    }
    for (const [code, count] of Object.entries(item.repaired)) of(code).repaired += count;
  }
  return Object.values(DAMAGE_GROUPS).flatMap(({ title: group, codes: known }) =>
    known.flatMap((code): DamageRow[] => {
      const found = codes.get(code);
      if (!found) return [];
      const { count, turns, repaired, sessions } = found;
      const row = { code, group, meaning: DAMAGE[code], count, turns, repaired };
      return [{ ...row, sessions: sessions.size, policy: policyOf(code, chosen), example: found.example }];
    }),
  );
}

function policyOf(code: DamageCode, chosen: State['recipe']['reading']['policies']): DamageRow['policy'] {
  const offered = DAMAGE_POLICIES[code];
  return offered ? { usual: offered.usual, choices: offered.choices, chosen: policyFor(code, chosen) } : null;
}

const ids = new WeakMap<Segment, ReadonlySet<string>>();

/** A loss names its session in its id only. */
function sessionOf(item: Entry | Lost, read: Segment | undefined): string {
  if ('sessionId' in item || !read) return 'sessionId' in item ? item.sessionId : item.id;
  const known = ids.get(read) ?? new Set(read.sources.flatMap(({ sessions = [] }) => sessions.map(({ id }) => id)));
  ids.set(read, known);
  return sessionIn(item.id, known) ?? item.id;
}
