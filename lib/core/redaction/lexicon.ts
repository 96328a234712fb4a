import { buildAutomaton, CLASS_BITS, spells } from './automaton.ts';
import { flagsAt, isWordAt, OTHER, WORD } from './chars.ts';
import { DETECTORS } from './detectors.ts';
import { isInPlaceholder } from './placeholder.ts';
import { type Detector, type Hit, RANK, type Scan } from './scan.ts';
import { DISGUISE_KEYWORDS, isGlued } from './views.ts';

type Boundary = Detector['boundary'];

const numberOf = new Map<string, number>();
/** By number of the keyword: detectors that it calls. */
const calls: number[][] = [];

function callsOf(word: string): number[] {
  const folded = word.toLowerCase();
  let number = numberOf.get(folded);
  if (number === undefined) {
    number = calls.length;
    numberOf.set(folded, number);
    calls.push([]);
  }
  return calls[number] as number[];
}

DETECTORS.forEach(({ keywords }, detector) => {
  for (const word of new Set(keywords)) callsOf(word).push(detector);
});
for (const word of DISGUISE_KEYWORDS) callsOf(word);

const words = [...numberOf.keys()];

/** All keywords of all detectors in one automaton. */
const LEXICON = buildAutomaton(words);

/** Lists laid one behind the other; list `n` goes from `starts[n]` to `starts[n + 1]`. */
interface Lists<T> {
  readonly items: T;
  readonly starts: Uint32Array;
}

function laid(lists: readonly (readonly number[])[]): Lists<Uint16Array> {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, at) => {
    starts[at + 1] = (starts[at] as number) + list.length;
  });
  return { items: Uint16Array.from(lists.flat()), starts };
}

/** Keywords of every place, by state − firstHit, and how many units of each were seen. Read at every 20th unit: kept flat. */
const PLACES = laid(LEXICON.hits.map((hits) => hits.map(({ word }) => word)));
const SEEN = Uint8Array.from(LEXICON.hits.flat(), ({ seen }) => seen);
const LENGTHS = Uint8Array.from(LEXICON.words, ({ length }) => length);
/** Empty where the report of the automaton is proof. */
const CODES = laid(LEXICON.words.map(({ codes }) => codes ?? []));
const CALLS = laid(calls);
const BOUNDARIES: readonly Boundary[] = DETECTORS.map(({ boundary }) => boundary);
const DETECTS: readonly Detector['detect'][] = DETECTORS.map(({ detect }) => detect);
const disguises = new Set(DISGUISE_KEYWORDS);
const DISGUISES = Uint8Array.from(words, (word) => Number(disguises.has(word)));

/** Runs the automaton over a part of the text; notes the places where something is in disguise. */
export function readKeywords(scan: Scan, from: number, to: number, disguises: number[]): void {
  const { text } = scan;
  const { classes, next, firstHit } = LEXICON;
  const end = Math.min(to, text.length);
  let state = LEXICON.start;
  for (let i = from; i < end; i++) {
    state = next[(state << CLASS_BITS) + (classes[text.charCodeAt(i)] as number)] as number;
    if (state < firstHit) continue;
    const found = scan.hits.length;
    readPlace(scan, state - firstHit, i + 1, disguises);
    if (scan.hits.length === found) continue;
    const sure = scan.hits.at(-1) as Hit;
    if (sure.rank !== RANK.token || sure.start > i || sure.end <= i) continue;
    // what is known by its own form holds nothing else
    i = sure.end - 1;
    state = LEXICON.start;
  }
}

function readPlace(scan: Scan, place: number, at: number, disguises: number[]): void {
  const { text } = scan;
  const last = PLACES.starts[place + 1] as number;
  for (let n = PLACES.starts[place] as number; n < last; n++) {
    const word = PLACES.items[n] as number;
    const start = at - (SEEN[n] as number);
    if (!spells(text, start, CODES.items, CODES.starts[word] as number, CODES.starts[word + 1] as number)) continue;
    if (DISGUISES[word] === 1 && isGlued(text, start)) disguises.push(start);
    if (isInPlaceholder(text, start)) continue;
    const end = start + (LENGTHS[word] as number);
    const lastCall = CALLS.starts[word + 1] as number;
    for (let call = CALLS.starts[word] as number; call < lastCall; call++) {
      const detector = CALLS.items[call] as number;
      if (isBounded(text, BOUNDARIES[detector] as Boundary, start, end))
        (DETECTS[detector] as Detector['detect'])(scan, start, end);
    }
  }
}

/** From here on scripts put no blanks between words. */
const FIRST_UNSPACED = 0x2e80;

function isBounded(text: string, boundary: Boundary, start: number, end: number): boolean {
  if (boundary === 'none') return true;
  const before = flagsAt(text, start - 1);
  if (before !== OTHER && text.charCodeAt(start) >= FIRST_UNSPACED) return boundary === 'start' || !isWordAt(text, end);
  const glued =
    before === OTHER
      ? isWordAt(text, start - 1) && isWordAt(text, start) && flagsAt(text, start) !== OTHER
      : (before & WORD & ~16) !== 0;
  if (glued && !(text[start - 2] === '\\' && /[nrt]/.test(text[start - 1] as string))) return false;
  return boundary === 'start' || !isWordAt(text, end);
}
