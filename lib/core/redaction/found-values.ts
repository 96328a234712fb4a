import { MNEMONIC_WORDS } from './mnemonic-words.ts';

/** A value that was replaced, and by what. Held in memory only. */
export interface FoundValue {
  readonly type: string;
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
  /** Value → placeholder in one episode. */
  placeholdersOf(episodeId: string): ReadonlyMap<string, string>;
}

const SHORTEST = 8;
const SHORTEST_USER = 4;
const KEY_LINE = /[A-Za-z0-9+/=]{32,}/g;
const NONE: ReadonlyMap<string, string> = new Map();

/** The pieces of a found value by which it is known elsewhere. */
function piecesOf({ type, value }: FoundValue): readonly string[] {
  if (type === 'MASKED' || type === 'CODE') return [];
  if (type === 'PRIVATE_KEY' && value.includes('KEY-----')) return value.match(KEY_LINE) ?? [];
  if (type === 'USER') return value.length >= SHORTEST_USER && !MNEMONIC_WORDS.has(value.toLowerCase()) ? [value] : [];
  return value.length >= SHORTEST ? [value] : [];
}

export function createFoundValues(): FoundValues {
  const types = new Map<string, string>();
  const episodes = new Map<string, Map<string, string>>();
  return {
    types,
    add({ episodeId, values }) {
      if (values.length === 0) return;
      const own = episodes.get(episodeId) ?? new Map<string, string>();
      episodes.set(episodeId, own);
      for (const found of values) {
        for (const piece of piecesOf(found)) {
          if (!types.has(piece)) types.set(piece, found.type);
          if (!own.has(piece)) own.set(piece, found.placeholder);
        }
      }
    },
    placeholdersOf: (episodeId) => episodes.get(episodeId) ?? NONE,
  };
}
