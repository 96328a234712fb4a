import type { Drop, Source, SourceKind } from './source.ts';

/** Which sources hold a session, the one to read first. */
export interface SessionJoin {
  holders(sessionId: string): readonly Source[];
  /** Sources of any kind whose beginning names the session, in order of path. */
  announcers(sessionId: string): readonly Source[];
  /** Id of the session that one was forked or spawned from; `''` for none that is known, and in a circle. */
  parent(sessionId: string): string;
  /** Root of the family of forks and sub-agents that a session belongs to. */
  groupKey(sessionId: string): string;
}

/** Trust in a transcript, best first: later kinds hold copies with more damage. */
const TRUST: Readonly<Partial<Record<SourceKind, number>>> = {
  database: 0,
  session: 1,
  bundle: 2,
  events: 3,
  sidecar: 4,
};

const joins = new WeakMap<Drop, SessionJoin>();

/** The join of a drop, made once. */
export function joinOf(drop: Drop): SessionJoin {
  const known = joins.get(drop) ?? joinSources(drop.sources);
  joins.set(drop, known);
  return known;
}

function joinSources(sources: readonly Source[]): SessionJoin {
  const holders = new Map<string, Source[]>();
  const announcers = new Map<string, Source[]>();
  const parents = new Map<string, string>();
  for (const source of sources) {
    for (const { id } of source.sessions ?? []) announcers.set(id, [...(announcers.get(id) ?? []), source]);
    if (TRUST[source.kind] === undefined) continue;
    for (const { id, parent } of source.sessions ?? []) {
      const list = holders.get(id) ?? [];
      if (!list.includes(source)) list.push(source);
      holders.set(id, list);
      if (parent !== '' && parent !== id && !parents.has(id)) parents.set(id, parent);
    }
  }
  for (const list of holders.values()) list.sort(byTrust);
  return {
    holders: (id) => holders.get(id) ?? [],
    announcers: (id) => announcers.get(id) ?? [],
    parent: (id) => (ancestorsOf(id, parents).has(id) ? '' : (parents.get(id) ?? '')),
    groupKey: (id) => rootOf(id, parents),
  };
}

/** Copies of one kind that got equally far: the longest first, for a shortened one is smaller; an archived one after its equal. */
function byTrust(one: Source, other: Source): number {
  const trust = (TRUST[one.kind] ?? 9) - (TRUST[other.kind] ?? 9);
  if (trust !== 0) return trust;
  if (one.size !== other.size) return other.size - one.size;
  const archived = Number(isArchived(one.path)) - Number(isArchived(other.path));
  return archived !== 0 ? archived : one.index - other.index;
}

const isArchived = (path: string): boolean => /\.jsonl\.(reset|deleted|imported)[.-]/.test(path);

/** Nearest first; itself among them where parents form a circle. */
function ancestorsOf(id: string, parents: ReadonlyMap<string, string>): ReadonlySet<string> {
  const seen = new Set<string>();
  for (let next = parents.get(id); next !== undefined && !seen.has(next); next = parents.get(next)) seen.add(next);
  return seen;
}

function rootOf(id: string, parents: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let root = id;
  for (let next = parents.get(root); next !== undefined && !seen.has(next); next = parents.get(root)) {
    seen.add(next);
    root = next;
  }
  return root;
}
