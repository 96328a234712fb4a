import type { Host } from '../host.ts';
import { leftNames, type NameTally, namesOf } from '../passes/name-tally.ts';
import type { State } from '../passes/state.ts';
import { createHashes } from '../text/hash.ts';
import { compare } from '../text/order.ts';
import type { NameList, NameRow } from './review-views.ts';

/** What may be names, the most frequent first: undecided ones in front. */
export async function nameList(
  { members, segments, recipe, redactor }: Pick<State, 'members' | 'segments' | 'recipe' | 'redactor'>,
  limit: number,
  host: Host,
  signal: AbortSignal,
): Promise<NameList> {
  const left = leftNames(recipe, await createHashes());
  const ordinals = new Map(members.map(({ entry }, ordinal) => [entry, ordinal]));
  const merged = new Map<string, NameTally[]>();
  for (const segment of segments)
    for (const [key, tally] of await namesOf(segment, host, signal)) {
      const list = merged.get(key);
      if (list) list.push(tally);
      else merged.set(key, [tally]);
    }
  const all = [...merged.values()].map((tallies): NameRow => {
    const { type, text } = tallies[0] as NameTally;
    return {
      type,
      text,
      mark: '',
      count: tallies.reduce((sum, { count }) => sum + count, 0),
      episodes: tallies.reduce((sum, { entries }) => sum + entries.size, 0),
      standing: left.has(text) ? 'left' : 'open',
      examples: tallies
        .flatMap(({ places }) => places)
        .slice(0, 3)
        .map(({ entry, ...place }) => ({ ordinal: ordinals.get(entry) ?? -1, ...place })),
    };
  });
  const undecided = all.filter(({ standing }) => standing === 'open').length;
  const rows = all
    .sort(
      (a, b) =>
        Number(a.standing === 'left') - Number(b.standing === 'left') || b.count - a.count || compare(a.text, b.text),
    )
    .slice(0, limit)
    .map((row) => ({ ...row, mark: redactor.mark(row.text) }));
  return { undecided, left: all.length - undecided, rows, total: all.length };
}
