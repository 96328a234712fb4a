import { ALNUM, ALPHA, DIGIT, flagsAt, isAt, LOWER, skip, skipTo, UPPER } from './chars.ts';

/** Letters that often follow a, b, c … in English text and identifiers (measured on documentation). */
const FOLLOWERS =
  'bcdfgilmnprstuvwy aeiloru aehiklorstu adeilorsuy abcdefglmnpqrstvwxy aefilortu aehilnoru aeiortu abcdefglmnoprstvz es ei adeilostuy abeilmopsu acdefgiklnopstuvy abcdfgklmnoprstuvw aehiloprstu u acdegiklmnorstuvy acehilopstuwxy acehiloprstuwy abcdegilmnprst aei aehiors apt nop e';

const COMMON = new Uint8Array(26 * 26);
FOLLOWERS.split(' ').forEach((followers, first) => {
  for (const second of followers) COMMON[first * 26 + second.charCodeAt(0) - 97] = 1;
});

const isHump = (letters: string, at: number): boolean => isAt(letters, at, UPPER) && isAt(letters, at - 1, LOWER);

/** Share of neighbouring letters that words rarely have; 0 to 1. */
function oddPairs(letters: string): number {
  let odd = 0;
  let pairs = 0;
  for (let i = 0; i + 1 < letters.length; i++) {
    const first = (letters.charCodeAt(i) | 32) - 97;
    const second = (letters.charCodeAt(i + 1) | 32) - 97;
    if (first < 0 || first > 25 || second < 0 || second > 25 || isHump(letters, i + 1)) continue;
    pairs++;
    odd += 1 - (COMMON[first * 26 + second] as number);
  }
  return pairs === 0 ? 0 : odd / pairs;
}

/** What a reader sees as one unit: a word, an acronym, a number. True where one begins. */
export function beginsUnit(piece: string, at: number): boolean {
  const kind = flagsAt(piece, at) & ALNUM;
  const before = flagsAt(piece, at - 1) & ALNUM;
  if (kind === LOWER) return before !== LOWER && before !== UPPER;
  return kind !== before || (kind === UPPER && isAt(piece, at + 1, LOWER));
}

function pieceIsRandom(piece: string): boolean {
  const { length } = piece;
  if (length < 8) return false;
  let units = 0;
  let digits = 0;
  let kinds = 0;
  for (let i = 0; i < length; i++) {
    const kind = flagsAt(piece, i) & ALNUM;
    kinds |= kind;
    if (kind === DIGIT) digits++;
    if (beginsUnit(piece, i)) units++;
  }
  if (digits === length) return false;
  const average = length / units;
  if (digits > 0)
    return (
      average < 3.1 ||
      (average < 4.2 && oddPairs(piece) > 0.25) ||
      (length - digits >= 10 && length >= 16 && oddPairs(piece) > 0.36)
    );
  const mixed = (kinds & ALPHA) === ALPHA;
  if (mixed) return average < 2.7 || (average < 3.6 && oddPairs(piece) > 0.3);
  return length >= 10 && oddPairs(piece) > 0.34;
}

/** Runs of letters and digits. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let start = skipTo(text, 0, ALNUM); start < text.length; ) {
    const end = skip(text, start, ALNUM);
    pieces.push(text.slice(start, end));
    start = skipTo(text, end, ALNUM);
  }
  return pieces;
}

/** The beginning of a long text says enough. */
const LONGEST = 256;

/** Drawn by a machine rather than put together from words and numbers. A guess: used where nothing else decides. */
export function looksRandom(text: string): boolean {
  const pieces = piecesOf(text.length > LONGEST ? text.slice(0, LONGEST) : text);
  if (pieces.some(pieceIsRandom)) return true;
  const joined = pieces.join('');
  return (
    pieces.length > 1 &&
    pieces.length < joined.length / 3 &&
    pieces.some((piece) => piece.length >= 6) &&
    pieceIsRandom(joined)
  );
}
