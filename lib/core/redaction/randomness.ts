/** Letters that often follow a, b, c … in English text and identifiers (measured on documentation). */
const FOLLOWERS =
  'bcdfgilmnprstuvwy aeiloru aehiklorstu adeilorsuy abcdefglmnpqrstvwxy aefilortu aehilnoru aeiortu abcdefglmnoprstvz es ei adeilostuy abeilmopsu acdefgiklnopstuvy abcdfgklmnoprstuvw aehiloprstu u acdegiklmnorstuvy acehilopstuwxy acehiloprstuwy abcdegilmnprst aei aehiors apt nop e';

const COMMON = new Uint8Array(26 * 26);
FOLLOWERS.split(' ').forEach((followers, first) => {
  for (const second of followers) COMMON[first * 26 + second.charCodeAt(0) - 97] = 1;
});

const isHump = (letters: string, at: number): boolean =>
  /[A-Z]/.test(letters[at] as string) && /[a-z]/.test(letters[at - 1] as string);

/** Share of neighbouring letters that words rarely have; 0 to 1. */
export function oddPairs(letters: string): number {
  const folded = letters.toLowerCase();
  let odd = 0;
  let pairs = 0;
  for (let i = 0; i + 1 < folded.length; i++) {
    const first = folded.charCodeAt(i) - 97;
    const second = folded.charCodeAt(i + 1) - 97;
    if (isHump(letters, i + 1)) continue;
    if (first < 0 || first > 25 || second < 0 || second > 25) continue;
    pairs++;
    odd += 1 - (COMMON[first * 26 + second] as number);
  }
  return pairs === 0 ? 0 : odd / pairs;
}

const PIECE = /[A-Za-z0-9]+/g;
/** What a reader sees as one unit: a word, an acronym, a number. */
const UNIT = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g;

function pieceIsRandom(piece: string): boolean {
  if (piece.length < 8) return false;
  const units = piece.match(UNIT)?.length ?? 0;
  const digits = piece.replace(/\D/g, '').length;
  if (digits === piece.length) return false;
  const average = piece.length / Math.max(1, units);
  if (digits > 0)
    return (
      average < 3.1 ||
      (average < 4.2 && oddPairs(piece) > 0.25) ||
      (piece.length - digits >= 10 && piece.length >= 16 && oddPairs(piece) > 0.36)
    );
  const mixed = /[a-z]/.test(piece) && /[A-Z]/.test(piece);
  if (mixed) return average < 2.7 || (average < 3.6 && oddPairs(piece) > 0.3);
  return piece.length >= 10 && oddPairs(piece) > 0.34;
}

/** The beginning of a long text says enough. */
const LONGEST = 256;

/** Drawn by a machine rather than put together from words and numbers. A guess: used where nothing else decides. */
export function looksRandom(text: string): boolean {
  const pieces = text.slice(0, LONGEST).match(PIECE);
  if (!pieces) return false;
  if (pieces.some(pieceIsRandom)) return true;
  const joined = pieces.join('');
  return (
    pieces.length > 1 &&
    pieces.length < joined.length / 3 &&
    pieces.some((piece) => piece.length >= 6) &&
    pieceIsRandom(joined)
  );
}

/** Bits a character, from the text's own letter counts. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
