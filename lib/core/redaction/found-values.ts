import { MNEMONIC_WORDS } from './mnemonic-words.ts';

/** A value that was replaced, and by what. Held in memory only. */
export interface FoundValue {
  readonly rule: string;
  readonly type: string;
  /** How often it was replaced. */
  readonly count: number;
  readonly value: string;
  readonly placeholder: string;
}

export interface EpisodeValues {
  readonly episodeId: string;
  readonly values: readonly FoundValue[];
}

/** All that was replaced in a set of episodes. */
export interface FoundValues {
  add(found: EpisodeValues): void;
  /** Value → type of the first place where it was found. */
  readonly types: ReadonlyMap<string, string>;
  /** Every value that was replaced, once, with its count over all episodes; for the ledger. */
  totals(): Iterable<Omit<FoundValue, 'placeholder'>>;
  /** Value → placeholder in one episode. */
  placeholdersOf(episodeId: string): ReadonlyMap<string, string>;
}

const SHORTEST = 8;
const SHORTEST_USER = 4;
const KEY_LINE = /[A-Za-z0-9+/=]{32,}/g;
const NONE: ReadonlyMap<string, string> = new Map();

/** The pieces of a found value by which it is known elsewhere. */
function piecesOf({ type, value }: Pick<FoundValue, 'type' | 'value'>): readonly string[] {
  if (type === 'MASKED' || type === 'CODE') return [];
  if (type === 'PRIVATE_KEY' && value.includes('KEY-----')) return value.match(KEY_LINE) ?? [];
  if (type === 'USER') return value.length >= SHORTEST_USER && !MNEMONIC_WORDS.has(value.toLowerCase()) ? [value] : [];
  return value.length >= SHORTEST ? [value] : [];
}

export function createFoundValues(): FoundValues {
  const types = new Map<string, string>();
  const totals = new Map<string, Omit<FoundValue, 'placeholder'>>();
  const episodes = new Map<string, Map<string, string>>();
  return {
    types,
    add({ episodeId, values }) {
      if (values.length === 0) return;
      const own = episodes.get(episodeId) ?? new Map<string, string>();
      episodes.set(episodeId, own);
      for (const found of values) {
        const { rule, type, value } = found;
        const key = `${type}\n${value}`;
        totals.set(key, { rule, type, value, count: (totals.get(key)?.count ?? 0) + found.count });
        for (const piece of piecesOf(found)) {
          if (!types.has(piece)) types.set(piece, found.type);
          if (!own.has(piece)) own.set(piece, found.placeholder);
        }
      }
    },
    totals: () => totals.values(),
    placeholdersOf: (episodeId) => episodes.get(episodeId) ?? NONE,
  };
}
