/**
 * Order of two keys as a locale gives it: `_x 1 a A b B`. Written out, because engines and machines differ in their locales, and ids
 * depend on it (training-export.md section 6). Follows the root order of Unicode for ASCII; other letters come behind, by their base letters.
 */
export function collate(one: string, other: string): number {
  const [a, b] = [weigh(one), weigh(other)];
  return compare(a.primary, b.primary) || compare(a.marks, b.marks) || compare(a.cases, b.cases);
}

const PUNCTUATION = '\t\n\v\f\r _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$';
const DIGITS = 100;
const LETTERS = 200;
const OTHERS = 1000;

interface Weights {
  readonly primary: readonly number[];
  /** Of accents: they decide only between keys of the same letters. */
  readonly marks: readonly number[];
  /** Small letters before capital ones. */
  readonly cases: readonly number[];
}

function weigh(key: string): Weights {
  const primary: number[] = [];
  const marks: number[] = [];
  const cases: number[] = [];
  for (const letter of key.normalize('NFD')) {
    const code = letter.codePointAt(0) as number;
    if (/\p{M}/u.test(letter)) {
      if (marks.length > 0) marks[marks.length - 1] = code;
      continue;
    }
    const weight = primaryOf(letter, code);
    if (weight === null) continue;
    primary.push(weight);
    marks.push(0);
    cases.push(letter === letter.toLowerCase() ? 0 : 1);
  }
  return { primary, marks, cases };
}

/** Null for control characters, which count for nothing. */
function primaryOf(letter: string, code: number): number | null {
  const mark = PUNCTUATION.indexOf(letter);
  if (mark !== -1) return mark + 1;
  if (code < 0x20 || code === 0x7f) return null;
  if (letter >= '0' && letter <= '9') return DIGITS + code;
  const lower = letter.toLowerCase();
  if (lower >= 'a' && lower <= 'z' && lower.length === 1) return LETTERS + lower.charCodeAt(0);
  return OTHERS + (lower.codePointAt(0) as number);
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < one.length && at < other.length; at++) {
    const difference = (one[at] as number) - (other[at] as number);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
