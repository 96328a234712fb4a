import type { MarkedText, TextPiece, TextPlace } from './text-views.ts';

interface Range {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** Texts up to this many characters cross whole. */
const WHOLE = 6000;
/** Characters kept around a marked place. */
const AROUND = 240;
/** A gap smaller than this is not worth hiding. */
const SMALLEST_GAP = 400;
/** Marks whose surroundings are shown before anybody asks; the others come with the text around them. */
const MOST_MARKS = 20;

/** What to show of a long text: its beginning and the surroundings of its first marks. */
export function excerptsOf(length: number, marks: readonly Range[], beginning = AROUND * 2): readonly Range[] {
  const shown = [{ start: 0, end: Math.min(beginning, length) }];
  for (const mark of marks.slice(0, MOST_MARKS)) {
    const start = Math.max(0, mark.start - AROUND);
    const end = Math.min(length, mark.end + AROUND);
    const last = shown.at(-1);
    if (last && start - last.end < SMALLEST_GAP) last.end = Math.max(last.end, end);
    else shown.push({ start, end });
  }
  const last = shown.at(-1);
  if (last && length - last.end < SMALLEST_GAP) last.end = length;
  // An end may fall into a mark that comes next: half a value would be shown as plain text.
  return shown.map(({ start, end }) => wholeMarks(marks, { start, end }));
}

/** A range that parts no mark: one of them that begins before it or ends behind it is taken in. */
function wholeMarks(marks: readonly Range[], { start, end }: Range): Range {
  const parted = marks.filter((mark) => mark.start < end && mark.end > start);
  return {
    start: Math.min(start, ...parted.slice(0, 1).map((mark) => mark.start)),
    end: Math.max(end, ...parted.slice(-1).map((mark) => mark.end)),
  };
}

/** A stretch of a text with its marks, whose offsets stay those in the whole. */
export function pieceOf({ text, marks }: MarkedText, asked: Range): TextPiece {
  const { start, end } = wholeMarks(marks, asked);
  return {
    start,
    text: text.slice(start, end),
    marks: marks.filter((mark) => mark.start >= start && mark.end <= end),
  };
}

/** The text as it crosses to the page; what is missing can be asked for by its place. */
export function cut(whole: MarkedText, from: TextPlace, beginning?: number): MarkedText {
  const { length } = whole.text;
  if (length <= WHOLE) return whole;
  const [first, ...pieces] = excerptsOf(length, whole.marks, beginning).map((range) => pieceOf(whole, range));
  if (!first || first.text.length === length) return whole;
  return { text: first.text, marks: first.marks, rest: { length, pieces, from } };
}
