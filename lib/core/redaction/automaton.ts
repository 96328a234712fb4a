/**
 * One pass over a text that reports where any of many words may stand: a deterministic automaton over 128 character
 * classes, ASCII-folded. In a word, `\d` is any digit and `HEX_UNIT` any hexadecimal one; every other unit stands for itself. Rare units share classes and
 * long words are looked for by their beginning, so a hit is a place to compare at (`spells`), not yet the word.
 */
export interface Automaton {
  /** UTF-16 unit → class. */
  readonly classes: Uint8Array;
  /** (state << CLASS_BITS) + class → next state. States from `firstHit` on have words that stand there. */
  readonly next: Uint16Array;
  readonly start: number;
  readonly firstHit: number;
  /** For state − firstHit: words and how far back each began. */
  readonly hits: readonly (readonly Hit[])[];
  readonly words: readonly Word[];
}

export interface Word {
  /** Units that it spans in a text. */
  readonly length: number;
  /** What to compare with (`spells`); null where the automaton's report is already proof. */
  readonly codes: readonly number[] | null;
}

export interface Hit {
  readonly word: number;
  /** Units from its beginning to the place of the hit. */
  readonly seen: number;
}

export const CLASS_BITS = 7;
const CLASSES = 1 << CLASS_BITS;
/** Classes that all units without one of their own share. */
const SHARED = 4;
/** Units of a word that the automaton looks for. */
const LOOKED_FOR = 8;
const DIGITS = '0123456789';
export const HEX_UNIT = '\u0001';
const HEX_DIGITS = '0123456789abcdef';

/** The sets of units that a word is made of, folded to lower case. */
function unitsOf(word: string): readonly string[] {
  const units: string[] = [];
  for (let i = 0; i < word.length; i++) {
    if (word[i] === '\\' && word[i + 1] === 'd') {
      units.push(DIGITS);
      i++;
    } else if (word[i] === HEX_UNIT) units.push(HEX_DIGITS);
    else units.push((word[i] as string).toLowerCase());
  }
  return units;
}

/** Characters without width stand for one another. */
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
/** So do the digits of other scripts and widths. */
const FOREIGN_DIGIT = /[\uff10-\uff19\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/;
const canonical = (char: string): string =>
  INVISIBLE.test(char) ? '\u200b' : FOREIGN_DIGIT.test(char) ? '\uff10' : char;

/** UTF-16 unit → the unit that stands for it: lower case, one for all without width, one digit for those of other scripts. */
const CANONICAL = Uint16Array.from({ length: 65_536 }, (_, code) => {
  const char = String.fromCharCode(code);
  const folded = char.toLowerCase();
  if (code < 128) return folded.charCodeAt(0);
  return canonical(folded.length === 1 ? folded : char).charCodeAt(0);
});

/** Stand for units that are one of many: digits, hexadecimal digits. No text has these codes. */
const SETS: readonly (readonly [number, string])[] = [
  [0xfffe, DIGITS],
  [0xffff, HEX_DIGITS],
];
const FIRST_SET = 0xfffe;
const SET_CODES = new Map(SETS.map(([code, set]) => [set, code]));
const SET_OF = new Map(SETS);

function codesOf(units: readonly string[], shared: ReadonlySet<string>): readonly number[] | null {
  if (units.length <= LOOKED_FOR && !units.some((unit) => [...unit].some((char) => shared.has(canonical(char)))))
    return null;
  return units.map((unit) => SET_CODES.get(unit) ?? (CANONICAL[unit.charCodeAt(0)] as number));
}

/** Does the word whose codes stand in `pool` from `from` to `to` stand in the text at `start`? */
export function spells(text: string, start: number, pool: Uint16Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = CANONICAL[text.charCodeAt(start + i - from)] as number;
    const wanted = pool[i] as number;
    if (code === wanted) continue;
    if (wanted < FIRST_SET || !(SET_OF.get(wanted) as string).includes(String.fromCharCode(code))) return false;
  }
  return true;
}

interface Classes {
  readonly of: Uint8Array;
  /** Units without a class of their own. */
  readonly shared: ReadonlySet<string>;
}

const isLetter = (char: string): boolean => char >= 'a' && char <= 'z';

/** Units of short words, then the commonest of ASCII, get classes of their own; class 0 is what no word has. */
function classify(patterns: readonly (readonly string[])[]): Classes {
  const weights = new Map<string, number>();
  for (const units of patterns)
    for (const unit of units)
      for (const char of unit) {
        const key = canonical(char);
        const rare = key > '\u007f' && units.length > 1;
        weights.set(key, (weights.get(key) ?? 0) + (rare ? 1e-6 : units.length <= 2 ? 1000 : 1));
      }
  const of = new Uint8Array(65536);
  const shared = new Set<string>();
  const assign = (char: string, cls: number): void => {
    for (const form of [char, char.toUpperCase()])
      if (form.length === 1 && form.toLowerCase() === char) of[form.charCodeAt(0)] = cls; // not I, the capital of ı
  };
  const byWeight = [...weights.keys()].sort(
    (a, b) => (weights.get(b) as number) - (weights.get(a) as number) || (a < b ? -1 : 1),
  );
  // letters first: most steps of a text then touch the first half of a state's row
  const own = byWeight.slice(0, CLASSES - 1 - SHARED).sort((a, b) => Number(!isLetter(a)) - Number(!isLetter(b)));
  own.forEach((char, rank) => {
    assign(char, rank + 1 + SHARED);
  });
  for (const char of byWeight.slice(own.length)) {
    shared.add(char);
    assign(char, (char < '\u0080' ? 1 : 3) + (char.charCodeAt(0) % 2));
  }
  const invisible = of[0x200b] as number;
  const digit = of[0xff10] as number;
  for (let code = 128; code < of.length; code++) {
    const char = String.fromCharCode(code);
    if (INVISIBLE.test(char)) of[code] = invisible;
    else if (FOREIGN_DIGIT.test(char)) of[code] = digit;
  }
  return { of, shared };
}

const ascending = (a: number, b: number): number => a - b;

/** Item = word × 16 + units already seen; a state is a sorted set of items. */
const item = (word: number, seen: number): number => word * 16 + seen;

export function buildAutomaton(words: readonly string[]): Automaton {
  const spelled = words.map(unitsOf);
  const patterns = spelled.map((units) => units.slice(0, LOOKED_FOR));
  const { of: classes, shared } = classify(patterns);
  const stepsOf = patterns.map((units) =>
    units.map((set) => [...new Set([...set].map((char) => classes[char.charCodeAt(0)] as number))]),
  );
  const openings: number[][] = Array.from({ length: CLASSES }, () => []);
  stepsOf.forEach((steps, word) => {
    for (const cls of steps[0] as number[]) (openings[cls] as number[]).push(item(word, 1));
  });
  /** Classes at which the same words begin lead to the same states: each is stood for by the first of them. */
  const firstAlike = new Map<string, number>();
  const alike = openings.map((items, cls) => {
    const key = items.join();
    if (!firstAlike.has(key)) firstAlike.set(key, cls);
    return firstAlike.get(key) as number;
  });
  const advance = (items: readonly number[], into: Map<number, number[]>): void => {
    for (const at of items)
      for (const cls of stepsOf[at >> 4]?.[at & 15] ?? []) {
        const list = into.get(cls);
        if (list) list.push(at + 1);
        else into.set(cls, [at + 1]);
      }
  };
  /** Of each state, the items that have seen more than their first unit, and the class that opened the others. */
  const states: (readonly number[])[] = [];
  const opened: number[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (cls: number, items: readonly number[]): number => {
    const begin = alike[cls] as number;
    const key = `${begin} ${items.join()}`;
    let number = numbers.get(key);
    if (number === undefined) {
      number = states.length;
      numbers.set(key, number);
      states.push(items);
      opened.push(begin);
    }
    return number;
  };
  numberOf(0, []);
  /** An item whose word is complete leads nowhere: it need not tell states apart that follow. */
  const base = Uint16Array.from(openings, (_, cls) => numberOf(cls, []));
  const seconds = openings.map((items, cls) => {
    const moved = new Map<number, number[]>();
    if (alike[cls] === cls) advance(items, moved);
    return moved;
  });
  const begun = seconds.map((moved) => {
    const row = base.slice();
    for (const [cls, items] of moved) row[cls] = numberOf(cls, items);
    return row;
  });
  const rows: Uint16Array[] = [];
  for (let state = 0; state < states.length; state++) {
    const from = opened[state] as number;
    const row = (begun[from] as Uint16Array).slice();
    const moved = new Map<number, number[]>();
    advance(states[state] as readonly number[], moved);
    for (const [cls, items] of moved) {
      const both = seconds[from]?.get(cls);
      row[cls] = numberOf(cls, both ? [...both, ...items].sort(ascending) : items);
    }
    rows.push(row);
  }
  if (states.length > 65_535) throw new Error(`too many states for 16 bits: ${states.length}`);
  return {
    ...pack(rows, hitsIn(states, opened, openings, patterns)),
    classes,
    words: spelled.map((units) => ({ length: units.length, codes: codesOf(units, shared) })),
  };
}

/** Words that are complete in each state. */
function hitsIn(
  states: readonly (readonly number[])[],
  opened: readonly number[],
  openings: readonly (readonly number[])[],
  patterns: readonly (readonly string[])[],
): readonly (readonly Hit[])[] {
  const complete = (items: readonly number[]): number[] =>
    items.filter((at) => patterns[at >> 4]?.length === (at & 15));
  const single = openings.map(complete);
  return states.map((items, state) =>
    [...(single[opened[state] as number] as number[]), ...complete(items)]
      .sort(ascending)
      .map((at) => ({ word: at >> 4, seen: at & 15 })),
  );
}

/** Renumbers the states so that those with hits come last, and lays their rows into one table. */
function pack(rows: readonly Uint16Array[], hitsOf: readonly (readonly Hit[])[]): Omit<Automaton, 'classes' | 'words'> {
  const order = [...rows.keys()].sort((a, b) => Number(hitsOf[a]?.length !== 0) - Number(hitsOf[b]?.length !== 0));
  const place = new Uint16Array(rows.length);
  order.forEach((state, at) => {
    place[state] = at;
  });
  const next = new Uint16Array(rows.length * CLASSES);
  order.forEach((state, at) => {
    (rows[state] as Uint16Array).forEach((target, cls) => {
      next[(at << CLASS_BITS) + cls] = place[target] as number;
    });
  });
  const quiet = hitsOf.filter((hits) => hits.length === 0).length;
  return {
    next,
    start: place[0] as number,
    firstHit: quiet,
    hits: order.slice(quiet).map((state) => hitsOf[state] as Hit[]),
  };
}
