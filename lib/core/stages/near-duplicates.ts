import type { DisjointSets } from './disjoint-sets.ts';
import type { Fingerprint } from './fingerprint.ts';
import { BINS, equalBins, leastEqualBins, SKETCH_WORDS } from './sketch.ts';

/** Share of pairs exactly at the threshold that the bands alone may miss. */
const BAND_MISS = 0.0005;
/** Earlier members of a bucket that a newcomer is compared with; a bucket of thousands is one family of templates. */
const LOOK_BACK = 16;

interface Bands {
  readonly count: number;
  /** Bins a band holds. */
  readonly rows: number;
}

/** The strictest bands that still find a pair at the threshold. */
export function bandsFor(threshold: number): Bands {
  for (let rows = 16; rows > 1; rows--) {
    const hit = threshold ** rows;
    const count = hit >= 1 ? 1 : Math.ceil(Math.log(BAND_MISS) / Math.log1p(-hit));
    if (count * rows <= BINS) return { count, rows };
  }
  return { count: BINS, rows: 1 };
}

/**
 * Unites what is similar from `threshold` on. `items` must stand in an order that depends on content only: in large buckets
 * an item is compared with the ones shortly before it. Items are indexes into `sets`.
 */
export function linkNearDuplicates(
  items: readonly number[],
  fingerprintOf: (item: number) => Fingerprint,
  threshold: number,
  sets: DisjointSets,
  mayLink: (a: Fingerprint, b: Fingerprint) => boolean = () => true,
): void {
  const usable = items.filter((item) => fingerprintOf(item).shingles > 0);
  const sketches = new Uint32Array(usable.length * SKETCH_WORDS);
  usable.forEach((item, at) => {
    sketches.set(fingerprintOf(item).table.subarray(0, SKETCH_WORDS), at * SKETCH_WORDS);
  });
  const bins = new Uint8Array(sketches.buffer);
  const least = leastEqualBins(threshold);
  const bands = bandsFor(threshold);
  const chains = createChains(usable.length);
  for (let band = 0; band < bands.count; band++) {
    chains.clear();
    for (let at = 0; at < usable.length; at++) {
      const hash = hashBand(bins, at * BINS + band * bands.rows, bands.rows);
      let other = chains.add(hash, at);
      for (let looked = 0; other >= 0 && looked < LOOK_BACK; other = chains.before(other)) {
        if (!chains.sameHash(other, at)) continue;
        looked++;
        const [a, b] = [usable[at] as number, usable[other] as number];
        if (sets.find(a) === sets.find(b) || !mayLink(fingerprintOf(a), fingerprintOf(b))) continue;
        if (equalBins(sketches, at * SKETCH_WORDS, sketches, other * SKETCH_WORDS) >= least) sets.union(a, b);
      }
    }
  }
}

function hashBand(bins: Uint8Array, from: number, rows: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < from + rows; at++) hash = Math.imul(hash ^ (bins[at] as number), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** A hash table of linked chains in flat memory, used anew for each band. */
function createChains(size: number) {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(2, size * 2)));
  const heads = new Int32Array(slots).fill(-1);
  const previous = new Int32Array(size);
  const hashes = new Uint32Array(size);
  return {
    clear: () => heads.fill(-1),
    /** Puts the item at the head of its chain; returns the head before it, or -1. */
    add: (hash: number, item: number): number => {
      const slot = hash & (slots - 1);
      const head = heads[slot] as number;
      previous[item] = head;
      hashes[item] = hash;
      heads[slot] = item;
      return head;
    },
    before: (item: number): number => previous[item] as number,
    sameHash: (a: number, b: number): boolean => hashes[a] === hashes[b],
  };
}
