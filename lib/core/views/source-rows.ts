import { SOURCE_KINDS } from '../formats/source.ts';
import type { Segment } from '../passes/segment.ts';
import { addCounts } from '../text/counts.ts';
import type { Finding } from '../types.ts';
import type { SourceRow } from './summary-views.ts';

interface Gathered {
  readonly sessions: Set<string>;
  readonly damage: Map<string, number>;
  readonly repaired: Map<string, number>;
  readonly dropped: Map<string, number>;
  episodes: number;
}

/** The table of the Sources step: what each source gave, and what became of the rest. */
export function sourceRows(segments: readonly Segment[]): readonly SourceRow[] {
  let first = 0;
  return segments.flatMap((segment) => {
    const gathered = gather(segment);
    const findings = findingsBySource(segment);
    const rows = segment.sources.map((source): SourceRow => {
      const found = gathered[source.index];
      return {
        index: first + source.index,
        path: source.path,
        label: SOURCE_KINDS[source.kind],
        kind: source.kind,
        version: source.version,
        origin: segment.origin,
        size: source.size,
        sessions: new Set([...(found?.sessions ?? []), ...(source.sessions ?? []).map(({ id }) => id)]).size,
        episodes: found?.episodes ?? 0,
        dropped: Object.fromEntries(found?.dropped ?? []),
        damage: Object.fromEntries(found?.damage ?? []),
        repaired: Object.fromEntries(found?.repaired ?? []),
        findings: findings.get(source.path) ?? [],
      };
    });
    first += segment.sources.length;
    return rows;
  });
}

function gather(segment: Segment): readonly Gathered[] {
  const all = segment.sources.map(
    (): Gathered => ({
      sessions: new Set(),
      damage: new Map(),
      repaired: new Map(),
      dropped: new Map(),
      episodes: 0,
    }),
  );
  for (const entry of segment.entries) {
    const found = all[entry.source];
    if (!found) continue;
    found.episodes += 1;
    found.sessions.add(entry.sessionId);
    addCounts(found.damage, entry.damage);
    addCounts(found.repaired, entry.repaired);
  }
  for (const { source, reason, damage, repaired } of segment.lost) {
    const found = all[source];
    if (!found) continue;
    addCounts(found.dropped, { [reason]: 1 });
    addCounts(found.damage, damage);
    addCounts(found.repaired, repaired);
  }
  return all;
}

/** By path of the source that a finding's path is, or lies in. */
function findingsBySource({ sources, findings }: Segment): ReadonlyMap<string, readonly Finding[]> {
  const paths = new Set(sources.map(({ path }) => path));
  const owned = new Map<string, Finding[]>();
  for (const finding of findings) {
    let path = finding.path;
    while (path !== '' && !paths.has(path)) path = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const list = owned.get(path);
    if (list) list.push(finding);
    else owned.set(path, [finding]);
  }
  return owned;
}
