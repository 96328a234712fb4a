/** Texts as they cross to the page: what stands in them is marked, and of long ones parts alone go. */

/** Text with the places that were (before) or are (after) marked. Offsets in UTF-16 units, end exclusive. */
export interface MarkedText {
  /** The whole; the beginning alone where there is a `rest`. */
  readonly text: string;
  readonly marks: readonly TextMark[];
  readonly rest?: TextRest;
}

/** What did not cross of a long text, and what did of it beside the beginning. */
export interface TextRest {
  /** Of the whole text. */
  readonly length: number;
  /** In the order of the text; they do not overlap. */
  readonly pieces: readonly TextPiece[];
  readonly from: TextPlace;
}

/** A stretch of a text; the offsets of its marks are those in the whole text. */
export interface TextPiece {
  readonly start: number;
  readonly text: string;
  readonly marks: readonly TextMark[];
}

/** Which text of which episode. */
export interface TextPlace {
  readonly ordinal: number;
  readonly message: number;
  /** `content`, `reasoning`, `call` and its number, or `exported`, which is of no message. */
  readonly part: string;
  readonly side: 'before' | 'after';
}

export interface TextPieceQuery extends TextPlace {
  readonly start: number;
  /** Exclusive; the answer goes on to the end of a mark that it would part. */
  readonly end: number;
}

export interface TextMark {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  /** Rule that found it; '' on the after side. */
  readonly rule: string;
  /** Names the value without naming it, for decisions; '' on the after side. */
  readonly value: string;
  readonly standing: 'open' | 'accepted' | 'left';
}
