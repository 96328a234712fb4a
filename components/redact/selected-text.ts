/** A stretch of one text of the before side that the person selected. */
export interface Selected {
  readonly text: string;
  /** Why nothing can be done about it; '' when something can. */
  readonly problem: string;
  /** The text it stands in, as its element names it. */
  readonly place: string;
  /** Where the findings begin that it touches, in order. */
  readonly marks: readonly number[];
}

/** Longer selections are paragraphs, not values. */
const LONGEST = 4000;

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);
const sideOf = (node: Node): Element | null => elementOf(node)?.closest('[data-side="before"]') ?? null;

/** Read from the page rather than from the selection's own text, in which names of controls would stand too. */
export function readSelection(): Selected | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const side = sideOf(range.startContainer);
  if (!side) return null;
  const part = range.cloneContents();
  for (const label of part.querySelectorAll('[data-label], summary')) label.remove();
  const text = (part.textContent ?? '').trim();
  if (text.length < 2) return null;
  const around = elementOf(range.commonAncestorContainer)?.closest('mark');
  const marks = around ? [around] : [...part.querySelectorAll('mark')].filter((mark) => mark.textContent !== '');
  return {
    text,
    problem: problemOf({
      text,
      marks,
      gap: part.querySelector('[data-gap]') !== null,
      across: sideOf(range.endContainer) !== side,
    }),
    place: side.getAttribute('data-text') ?? '',
    marks: marks.map((mark) => Number(mark.getAttribute('data-start'))),
  };
}

function problemOf({
  text,
  marks,
  gap,
  across,
}: {
  readonly text: string;
  readonly marks: readonly Element[];
  readonly gap: boolean;
  readonly across: boolean;
}): string {
  if (across) return 'Select within one text of the left side to replace it.';
  if (marks.some((mark) => mark.hasAttribute('data-covered'))) return 'Reveal the values to select across one of them.';
  if (gap) return 'Show the characters in between to select across them.';
  return text.length > LONGEST ? 'This is too long for a value: select less.' : '';
}
