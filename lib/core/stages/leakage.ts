import type { Fingerprint } from './fingerprint.ts';
import { BINS, equalBins, leastEqualBins, SKETCH_WORDS, similarityOf } from './sketch.ts';

/** Train rows looked at together; their postings stay in the processor's cache. */
const CHUNK = 8192;
/** One bin fewer than there are, so that a count fits a byte; close pairs are compared in full. */
const COUNTED = BINS - 1;

export interface Similarity {
  /** Highest estimated Jaccard similarity of a validation row to a train row; null without rows on both sides. */
  readonly worst: number | null;
  /** Pairs of a validation and a train item at or above the threshold, as indexes into the two lists. */
  readonly pairs: readonly (readonly [validation: number, train: number])[];
}

/**
 * Compares every validation row with every train row, bin by bin: no pair is missed, and the cost is that of the bins which
 * agree (about one in 256 of all).
 */
export function similarAcross(
  validation: readonly Fingerprint[],
  train: readonly Fingerprint[],
  threshold: number,
): Similarity {
  const least = leastEqualBins(threshold);
  const pairs: (readonly [number, number])[] = [];
  let most = -1;
  const counts = new Uint8Array(CHUNK);
  const words = new Uint32Array(counts.buffer);
  for (let from = 0; from < train.length; from += CHUNK) {
    const chunk = train.slice(from, from + CHUNK);
    const { starts, items } = postings(chunk);
    validation.forEach((fingerprint, at) => {
      if (fingerprint.shingles === 0) return;
      const bins = binsOf(fingerprint);
      counts.fill(0);
      for (let bin = 0; bin < COUNTED; bin++) {
        const key = bin * 256 + (bins[bin] as number);
        const end = starts[key + 1] as number;
        for (let place = starts[key] as number; place < end; place++) {
          const item = items[place] as number;
          counts[item] = (counts[item] as number) + 1;
        }
      }
      const mask = maskFrom(Math.min(most, least) - 1);
      for (let word = 0; word * 4 < chunk.length; word++) {
        if (mask !== 0 && ((words[word] as number) & mask) === 0) continue;
        for (let item = word * 4; item < Math.min(word * 4 + 4, chunk.length); item++) {
          const other = chunk[item] as Fingerprint;
          if ((counts[item] as number) < Math.min(most, least) - 1 || other.shingles === 0) continue;
          const equal = equalBins(fingerprint.table, 0, other.table, 0);
          if (equal > most) most = equal;
          if (equal >= least) pairs.push([at, from + item]);
        }
      }
    });
  }
  const compared = validation.length > 0 && train.length > 0;
  return { worst: compared ? similarityOf(Math.max(0, most)) : null, pairs };
}

/** A bit mask that no four counts below the largest power of two within `count` touch; 0 when there is none. */
function maskFrom(count: number): number {
  if (count < 1) return 0;
  const power = 31 - Math.clz32(Math.min(count, 255));
  const byte = (0xff << power) & 0xff;
  return byte | (byte << 8) | (byte << 16) | (byte << 24);
}

/** For each bin and value, the rows of the chunk that hold it. */
function postings(chunk: readonly Fingerprint[]): { starts: Uint32Array; items: Uint16Array } {
  const starts = new Uint32Array(BINS * 256 + 1);
  const usable = chunk.flatMap((fingerprint, item) =>
    fingerprint.shingles > 0 ? [{ bins: binsOf(fingerprint), item }] : [],
  );
  for (const { bins } of usable)
    for (let bin = 0; bin < BINS; bin++) {
      const key = bin * 256 + (bins[bin] as number) + 1;
      starts[key] = (starts[key] as number) + 1;
    }
  for (let key = 1; key < starts.length; key++) starts[key] = (starts[key] as number) + (starts[key - 1] as number);
  const next = starts.slice();
  const items = new Uint16Array(usable.length * BINS);
  for (const { bins, item } of usable)
    for (let bin = 0; bin < BINS; bin++) {
      const key = bin * 256 + (bins[bin] as number);
      const place = next[key] as number;
      next[key] = place + 1;
      items[place] = item;
    }
  return { starts, items };
}

const binsOf = ({ table }: Fingerprint): Uint8Array => new Uint8Array(table.buffer, table.byteOffset, SKETCH_WORDS * 4);
