import type { Span } from '../types.ts';
import { isWordAt } from './chars.ts';
import type { FoundValues } from './found-values.ts';
import { createMeeting } from './meeting.ts';
import { heldRanges } from './placeholder.ts';
import { createSpellingOrder, type SpellingOrder } from './spelling-order.ts';

export interface Propagated extends Span {
  /** The value as it was first found: encoded spellings share its placeholder. */
  readonly value: string;
}

/** Finds every other occurrence of values that were found once, encoded ones included. */
export interface Propagator {
  find(text: string): readonly Propagated[];
  /** Cheap look at a serialised row: false means that no text in it has any of the values. */
  mayHit(line: string): boolean;
  /** Value → placeholder that the episode gave it already. */
  placeholdersOf(episodeId: string): ReadonlyMap<string, string>;
}

interface Spelling {
  readonly text: string;
  readonly value: string;
  readonly type: string;
  /** Plain words must not be part of a longer one. */
  readonly whole: boolean;
}

const FACTOR = 0x01000193;

/** Spellings by a hash of their first units; a bit per hash says in one look that nothing begins here. */
interface Table {
  readonly width: number;
  /** FACTOR ** (width − 1), modulo 2³². */
  readonly leaving: number;
  readonly bits: Uint32Array;
  readonly mask: number;
  readonly spellings: ReadonlyMap<number, SpellingOrder<Spelling>>;
}

function hashOf(text: string, start: number, width: number): number {
  let hash = 0;
  for (let i = start; i < start + width; i++) hash = (Math.imul(hash, FACTOR) + text.charCodeAt(i)) | 0;
  return hash;
}

const slot = (hash: number, mask: number): number => ((hash ^ (hash >>> 15)) & mask) >>> 0;

function buildTable(width: number, spellings: readonly Spelling[]): Table | null {
  if (spellings.length === 0) return null;
  const size = 2 ** Math.min(24, Math.max(12, Math.ceil(Math.log2(spellings.length * 64))));
  const mask = size - 1;
  const bits = new Uint32Array(size >>> 5);
  const byHash = new Map<number, Spelling[]>();
  for (const spelling of spellings) {
    const hash = hashOf(spelling.text, 0, width);
    const place = slot(hash, mask);
    bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31));
    const list = byHash.get(hash);
    if (list) list.push(spelling);
    else byHash.set(hash, [spelling]);
  }
  let leaving = 1;
  for (let i = 1; i < width; i++) leaving = Math.imul(leaving, FACTOR);
  const ordered = new Map([...byHash].map(([hash, list]) => [hash, createSpellingOrder(list)]));
  return { width, leaving, bits, mask, spellings: ordered };
}

const isAllowed = ({ text: { length }, whole }: Spelling, text: string, start: number): boolean =>
  !whole || !(isWordAt(text, start - 1) || isWordAt(text, start + length));

/** Calls `hit` for every place where a spelling stands; stops when it returns true. */
function scanTable(table: Table, text: string, hit: (start: number, spelling: Spelling) => boolean): void {
  const { width, leaving, bits, mask } = table;
  if (text.length < width) return;
  let hash = hashOf(text, 0, width);
  for (let start = 0; ; start++) {
    const place = slot(hash, mask);
    if (((bits[place >>> 5] as number) & (1 << (place & 31))) !== 0) {
      const spelling = table.spellings.get(hash)?.longestAt(text, start, isAllowed);
      if (spelling && hit(start, spelling)) return;
    }
    if (start + width >= text.length) return;
    hash = (Math.imul(hash - Math.imul(text.charCodeAt(start), leaving), FACTOR) + text.charCodeAt(start + width)) | 0;
  }
}

const encodeBase64 = (value: string): string => {
  try {
    return btoa(value);
  } catch {
    return ''; // beyond Latin-1; nobody encodes that by hand
  }
};

/** The middle of the base64 of a value that lies behind 0, 1 or 2 other bytes. */
function base64Cores(value: string): readonly string[] {
  if (value.length < 12) return [];
  return [0, 1, 2].map((shift) => {
    const whole = encodeBase64(' '.repeat(shift) + value);
    const from = shift === 0 ? 0 : shift + 1;
    return whole.replace(/=+$/, '').slice(from, -1);
  });
}

function spellingsOf(value: string, type: string): readonly Spelling[] {
  const whole = type === 'USER' || /^[A-Za-z]+$/.test(value);
  const escaped = JSON.stringify(value).slice(1, -1);
  const texts =
    type === 'USER'
      ? [value]
      : [
          value,
          escaped,
          JSON.stringify(escaped).slice(1, -1),
          encodeURIComponent(toWellFormed(value)),
          ...base64Cores(value),
        ];
  return [...new Set(texts)].filter((text) => text !== '').map((text) => ({ text, value, type, whole }));
}

const toWellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

const WIDE = 8;
const NARROW = 4;

export function createPropagator(values: Pick<FoundValues, 'types' | 'placeholdersOf'>): Propagator {
  const spellings = [...values.types].flatMap(([value, type]) => spellingsOf(value, type));
  const tables = [
    buildTable(
      WIDE,
      spellings.filter((spelling) => spelling.text.length >= WIDE),
    ),
    buildTable(
      NARROW,
      spellings.filter((spelling) => spelling.text.length >= NARROW && spelling.text.length < WIDE),
    ),
  ].filter((table) => table !== null);
  return {
    find(text) {
      const found: Propagated[] = [];
      for (const table of tables) {
        scanTable(table, text, (start, { text: spelled, value, type }) => {
          found.push({ start, end: start + spelled.length, rule: 'seen-elsewhere', type, value });
          return false;
        });
      }
      return found.length === 0 ? found : settle(text, found);
    },
    mayHit(line) {
      let any = false;
      for (const table of tables) {
        if (any) return true;
        scanTable(table, line, () => {
          any = true;
          return true;
        });
      }
      return any;
    },
    placeholdersOf: (episodeId) => values.placeholdersOf(episodeId),
  };
}

/** Longest first where occurrences overlap; nothing inside a placeholder. */
function settle(text: string, found: readonly Propagated[]): readonly Propagated[] {
  const isHeld = createMeeting(heldRanges(text));
  const sorted = found
    .filter((span) => !isHeld(span))
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const covered = new Uint8Array(text.length);
  const taken: Propagated[] = [];
  for (const span of sorted) {
    // What was taken before is as long at least: it covers an end of what it meets.
    if (covered[span.start] === 1 || covered[span.end - 1] === 1) continue;
    covered.fill(1, span.start, span.end);
    taken.push(span);
  }
  return taken.sort((a, b) => a.start - b.start);
}
