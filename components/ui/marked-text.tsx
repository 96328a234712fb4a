import { Fragment, type ReactNode, useState } from 'react';

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

/** Characters shown of a long text until the person asks for the rest. */
const FIRST = 6000;
/** Says nothing about the length of what it hides. */
const MASK = '••••••';

/** Text with tinted places. `hidden` covers the marked values; `onPick` makes them buttons. */
export function MarkedText({
  text,
  marks,
  hidden = false,
  onPick,
}: {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly hidden?: boolean;
  readonly onPick?: (mark: Mark, value: string) => void;
}) {
  const [whole, setWhole] = useState(false);
  const end = whole || text.length <= FIRST * 1.5 ? text.length : cutOutsideMarks(FIRST, marks);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start < at || mark.end > end) continue;
    parts.push(<Fragment key={`t${at}`}>{text.slice(at, mark.start)}</Fragment>);
    const value = text.slice(mark.start, mark.end);
    parts.push(
      <mark key={`m${mark.start}`} title={mark.type} className="rounded bg-warn-soft px-0.5 font-semibold text-warn">
        {onPick ? (
          <button type="button" className="cursor-pointer" onClick={() => onPick(mark, value)}>
            {hidden ? MASK : value}
            <span className="sr-only"> ({mark.type})</span>
          </button>
        ) : hidden ? (
          MASK
        ) : (
          value
        )}
      </mark>,
    );
    at = mark.end;
  }
  parts.push(<Fragment key="rest">{text.slice(at, end)}</Fragment>);
  return (
    <>
      {parts}
      {end < text.length ? (
        <button type="button" className="ml-1 rounded px-1 text-accent underline" onClick={() => setWhole(true)}>
          show {(text.length - end).toLocaleString('en')} more characters
        </button>
      ) : null}
    </>
  );
}

function cutOutsideMarks(at: number, marks: readonly Mark[]): number {
  const across = marks.find((mark) => mark.start < at && mark.end > at);
  return across ? across.start : at;
}
