import { SINGLE, UNIT_CLASS } from './word-classes.ts';

/**
 * Fast similarity sketching (Dahlgaard, Knudsen and Thorup, 2017) of word 5-grams: one-permutation hashing whose empty bins
 * are filled by further rounds over the same shingles instead of by borrowing, so that short texts are told apart as well as
 * long ones. Eight bits a bin are kept; chance agreement is taken out of the estimate (b-bit minwise hashing).
 */
export const BINS = 256;
/** Bins lie four to a word. */
export const SKETCH_WORDS = BINS / 4;
export const SHINGLE_WORDS = 5;

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
  let words = 0;
  let count = 0;
  let rolling = 0;
  let w1 = 0;
  let w2 = 0;
  let w3 = 0;
  let w4 = 0;
  let w5 = 0;

  const keep = (hash: number) => {
    if (count < KEPT_SHINGLES) shingles[count] = hash;
    count++;
    const mixed = mix(hash);
    const bin = mixed >>> 24;
    const value = mixed & 0xff_ffff;
    if (value < (mins[bin] as number)) mins[bin] = value;
  };

  const push = (word: number) => {
    rolling = (Math.imul(rolling, BASE) + word - Math.imul(w5, BASE_5)) | 0;
    w5 = w4;
    w4 = w3;
    w3 = w2;
    w2 = w1;
    w1 = word;
    if (++words >= SHINGLE_WORDS) keep(rolling);
  };

  return {
    mark: push,
    add: (text) => {
      const length = text.length;
      let word = WORD_START;
      for (let at = 0; at < length; at++) {
        const unit = UNIT_CLASS[text.charCodeAt(at)] as number;
        if (unit !== 0 && unit < SINGLE) {
          word = Math.imul(word ^ unit, WORD_PRIME);
          continue;
        }
        if (word !== WORD_START) push(word);
        if (unit !== 0) push(mix(unit));
        word = WORD_START;
      }
      if (word !== WORD_START) push(word);
    },
    finish: (out) => {
      if (words > 0 && words < SHINGLE_WORDS) keep(rolling);
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
      words = count = rolling = w1 = w2 = w3 = w4 = w5 = 0;
      return found;
    },
  };
}

/** Rounds 1 … BINS-1 throw every shingle into a random bin; what is empty even then takes the least over all shingles. */
function fillEmpty(mins: Uint32Array, shingles: Uint32Array): void {
  let empty = 0;
  for (let bin = 0; bin < BINS; bin++) if (mins[bin] === EMPTY) empty++;
  const filled = new Uint8Array(BINS);
  for (let round = 1; round < 2 * BINS && empty > 0; round++) {
    const only = round < BINS ? -1 : round - BINS;
    if (only >= 0 && mins[only] !== EMPTY) continue;
    for (let bin = 0; bin < BINS; bin++) filled[bin] = mins[bin] === EMPTY ? 0 : 1;
    const salt = Math.imul(round, ROUND_STEP);
    for (let at = 0; at < shingles.length; at++) {
      const mixed = mix((shingles[at] as number) ^ salt);
      const bin = only < 0 ? mixed >>> 24 : only;
      if (filled[bin] === 1) continue;
      const value = mixed & 0xff_ffff;
      if (mins[bin] === EMPTY) empty--;
      if (value < (mins[bin] as number)) mins[bin] = value;
    }
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
