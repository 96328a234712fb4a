import { SINGLE, UNIT_CLASS } from './word-classes.ts';

/**
 * Fast similarity sketching (Dahlgaard, Knudsen and Thorup, 2017) of word 5-grams: one-permutation hashing whose empty bins
 * are filled by further rounds over the same shingles instead of by borrowing, so that short texts are told apart as well as
 * long ones. Eight bits a bin are kept; chance agreement is taken out of the estimate (b-bit minwise hashing).
 */
export const BINS = 256;
/** Bins lie four to a word. */
export const SKETCH_WORDS = BINS / 4;
const SHINGLE_WORDS = 5;

/** Beyond as many shingles no bin stays empty, so they need not be kept for another round. */
const KEPT_SHINGLES = 16_384;
const EMPTY = 0xffff_ffff;
const WORD_START = 0x811c9dc5 | 0;
const WORD_PRIME = 0x01000193;
const BASE = 0x2c1b3c6d;
const BASE_5 = Math.imul(Math.imul(Math.imul(Math.imul(BASE, BASE), BASE), BASE), BASE);
const ROUND_STEP = 0x9e3779b9;

export interface Sketcher {
  /** A word of its own, such as the role of the message that follows. */
  mark(word: number): void;
  add(text: string): void;
  /** Writes `SKETCH_WORDS` words to `out`, returns the number of shingles and starts anew. */
  finish(out: Uint32Array): number;
}

export function createSketcher(): Sketcher {
  const mins = new Uint32Array(BINS).fill(EMPTY);
  const shingles = new Uint32Array(KEPT_SHINGLES);
  /** Hashes of the last five words, oldest first. */
  const last = new Int32Array(SHINGLE_WORDS);
  let words = 0;
  let count = 0;
  let rolling = 0;

  /** Takes the words of the text and then `extra`, if it is one. The state of the loop stays in locals: it is the hot one. */
  const take = (text: string, extra: number) => {
    let w5 = last[0] as number;
    let w4 = last[1] as number;
    let w3 = last[2] as number;
    let w2 = last[3] as number;
    let w1 = last[4] as number;
    let seen = words;
    let kept = count;
    let roll = rolling;
    let word = WORD_START;
    const length = text.length;
    for (let at = 0; at <= length; at++) {
      const unit = at < length ? (UNIT_CLASS[text.charCodeAt(at)] as number) : extra;
      if (unit !== 0 && unit < SINGLE) {
        word = Math.imul(word ^ unit, WORD_PRIME);
        continue;
      }
      let next = unit === 0 ? 0 : mix(unit);
      if (word === WORD_START) {
        word = next;
        next = 0;
      }
      for (; word !== 0; word = next, next = 0) {
        roll = (Math.imul(roll, BASE) + word - Math.imul(w5, BASE_5)) | 0;
        w5 = w4;
        w4 = w3;
        w3 = w2;
        w2 = w1;
        w1 = word;
        if (++seen < SHINGLE_WORDS) continue;
        if (kept < KEPT_SHINGLES) shingles[kept] = roll;
        kept++;
        const mixed = mix(roll);
        const value = mixed & 0xff_ffff;
        if (value < (mins[mixed >>> 24] as number)) mins[mixed >>> 24] = value;
      }
      word = WORD_START;
    }
    last[0] = w5;
    last[1] = w4;
    last[2] = w3;
    last[3] = w2;
    last[4] = w1;
    words = seen;
    count = kept;
    rolling = roll;
  };

  return {
    mark: (word) => take('', SINGLE + word),
    add: (text) => take(text, 0),
    finish: (out) => {
      if (words > 0 && words < SHINGLE_WORDS) {
        shingles[0] = rolling;
        count = 1;
        const mixed = mix(rolling);
        mins[mixed >>> 24] = mixed & 0xff_ffff;
      }
      const found = count;
      if (found > 0) fillEmpty(mins, shingles.subarray(0, Math.min(found, KEPT_SHINGLES)));
      for (let at = 0; at < SKETCH_WORDS; at++) {
        const bin = at * 4;
        out[at] =
          ((mins[bin] as number) & 255) |
          (((mins[bin + 1] as number) & 255) << 8) |
          (((mins[bin + 2] as number) & 255) << 16) |
          (((mins[bin + 3] as number) & 255) << 24);
      }
      mins.fill(EMPTY);
      last.fill(0);
      words = count = rolling = 0;
      return found;
    },
  };
}

/**
 * Rounds 1 … BINS-1 throw every shingle into a random bin; what is empty even then takes the least over all shingles. The round
 * stands above the value, so what an earlier round filled stays.
 */
function fillEmpty(mins: Uint32Array, shingles: Uint32Array): void {
  let empty = 0;
  for (let bin = 0; bin < BINS; bin++) if (mins[bin] === EMPTY) empty++;
  for (let round = 1; round < BINS && empty > 0; round++) {
    const salt = Math.imul(round, ROUND_STEP);
    const above = round << 24;
    for (let at = 0; at < shingles.length; at++) {
      const mixed = mix((shingles[at] as number) ^ salt);
      const value = (above | (mixed & 0xff_ffff)) >>> 0;
      const bin = mixed >>> 24;
      const least = mins[bin] as number;
      if (value >= least) continue;
      if (least === EMPTY) empty--;
      mins[bin] = value;
    }
  }
  for (let bin = 0; bin < BINS && empty > 0; bin++) {
    if (mins[bin] !== EMPTY) continue;
    const salt = Math.imul(BINS + bin, ROUND_STEP);
    for (let at = 0; at < shingles.length; at++)
      mins[bin] = Math.min(mins[bin] as number, mix((shingles[at] as number) ^ salt));
  }
}

/** Finaliser of MurmurHash3: every input bit reaches every output bit. */
function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Bins that agree between the sketches at two offsets (words) of their tables. */
export function equalBins(a: Uint32Array, aAt: number, b: Uint32Array, bAt: number): number {
  let equal = 0;
  for (let at = 0; at < SKETCH_WORDS; at++) {
    const differs = (a[aAt + at] as number) ^ (b[bAt + at] as number);
    // The high bit of a byte is set where the byte is not zero.
    const marks = ((differs & 0x7f7f7f7f) + 0x7f7f7f7f) | differs;
    equal += 4 - bits4(marks);
  }
  return equal;
}

const bits4 = (marks: number): number =>
  (marks >>> 31) + ((marks >>> 23) & 1) + ((marks >>> 15) & 1) + ((marks >>> 7) & 1);

const CHANCE = 1 / 256;

/** Estimated Jaccard similarity of the shingle sets, 0 to 1. */
export const similarityOf = (equal: number): number => Math.max(0, (equal / BINS - CHANCE) / (1 - CHANCE));

/**
 * Fewest equal bins at which a pair counts as similar from `threshold` on. The estimate of a pair right at the threshold
 * scatters; 2.5 standard deviations below it are let in, so that one in two hundred such pairs is missed at most.
 */
export function leastEqualBins(threshold: number): number {
  const agreeing = threshold + (1 - threshold) * CHANCE;
  const deviation = Math.sqrt((agreeing * (1 - agreeing)) / BINS);
  return Math.ceil((agreeing - 2.5 * deviation) * BINS - 1e-9);
}
