/**
 * One pass over a text that reports where any of many words ends: a deterministic automaton over character classes,
 * ASCII-folded. In a word, `\d` is any digit; every other unit stands for itself.
 */
export interface Automaton {
  /** UTF-16 unit → class. */
  readonly classes: Uint8Array;
  /** Row offset + class → row offset of the next state. Row offsets from `firstHit` on have words that end there. */
  readonly next: Uint32Array;
  readonly start: number;
  readonly firstHit: number;
  readonly width: number;
  /** Words that end in the state (row offset − firstHit) / width. */
  readonly ends: readonly Int32Array[];
}

const DIGITS = '0123456789';

/** The sets of units that a word is made of, folded to lower case. */
function unitsOf(word: string): readonly string[] {
  const units: string[] = [];
  for (let i = 0; i < word.length; i++) {
    if (word[i] === '\\' && word[i + 1] === 'd') {
      units.push(DIGITS);
      i++;
    } else units.push((word[i] as string).toLowerCase());
  }
  return units;
}

/** Units that a word spans in the text; `\d` counts once. */
export const wordLength = (word: string): number => unitsOf(word).length;

function classify(patterns: readonly (readonly string[])[]): { classes: Uint8Array; width: number } {
  const classes = new Uint8Array(65536);
  let width = 1; // class 0: no word has it
  for (const char of new Set(patterns.flat().join(''))) {
    classes[char.charCodeAt(0)] = width;
    const upper = char.toUpperCase();
    if (upper.length === 1) classes[upper.charCodeAt(0)] = width;
    width++;
  }
  return { classes, width };
}

/** Item = word × 64 + units already seen; a state is a sorted set of items. Words are shorter than 64 units. */
const item = (word: number, seen: number): number => word * 64 + seen;

export function buildAutomaton(words: readonly string[]): Automaton {
  const patterns = words.map(unitsOf);
  const { classes, width } = classify(patterns);
  const stepsOf = patterns.map((units) =>
    units.map((set) => [...new Set([...set].map((char) => classes[char.charCodeAt(0)] as number))]),
  );
  const openings: number[][] = Array.from({ length: width }, () => []);
  stepsOf.forEach((steps, word) => {
    for (const cls of steps[0] as number[]) (openings[cls] as number[]).push(item(word, 1));
  });
  const states: number[][] = [[]];
  const rows: Int32Array[] = [];
  const numbers = new Map<string, number>([['', 0]]);
  const numberOf = (items: number[]): number => {
    items.sort((a, b) => a - b);
    const key = items.join();
    let number = numbers.get(key);
    if (number === undefined) {
      number = states.length;
      numbers.set(key, number);
      states.push(items);
    }
    return number;
  };
  const base = Int32Array.from(openings, (items) => numberOf([...items]));
  for (let state = 0; state < states.length; state++) {
    const row = base.slice();
    const moved = new Map<number, number[]>();
    for (const at of states[state] as number[]) {
      const word = Math.floor(at / 64);
      const seen = at % 64;
      for (const cls of stepsOf[word]?.[seen] ?? []) {
        const list = moved.get(cls) ?? [...(openings[cls] as number[])];
        list.push(item(word, seen + 1));
        moved.set(cls, list);
      }
    }
    for (const [cls, items] of moved) row[cls] = numberOf([...new Set(items)]);
    rows.push(row);
  }
  return pack(classes, width, states, rows, patterns);
}

/** Renumbers the states so that those with hits come last, and lays their rows into one table. */
function pack(
  classes: Uint8Array,
  width: number,
  states: readonly number[][],
  rows: readonly Int32Array[],
  patterns: readonly (readonly string[])[],
): Automaton {
  const endsOf = states.map((items) =>
    items.filter((at) => patterns[Math.floor(at / 64)]?.length === at % 64).map((at) => Math.floor(at / 64)),
  );
  const order = [...states.keys()].sort((a, b) => Number(endsOf[a]?.length !== 0) - Number(endsOf[b]?.length !== 0));
  const offset = new Uint32Array(states.length);
  order.forEach((state, place) => {
    offset[state] = place * width;
  });
  const next = new Uint32Array(states.length * width);
  order.forEach((state, place) => {
    (rows[state] as Int32Array).forEach((target, cls) => {
      next[place * width + cls] = offset[target] as number;
    });
  });
  const quiet = endsOf.filter((ends) => ends.length === 0).length;
  return {
    classes,
    next,
    start: offset[0] as number,
    firstHit: quiet * width,
    width,
    ends: order.slice(quiet).map((state) => Int32Array.from(endsOf[state] as number[])),
  };
}
