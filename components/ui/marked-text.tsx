import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { excerptsOf } from '@/lib/state/excerpts.ts';

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  /** Rule that found it. */
  readonly rule?: string;
  /** Names the value for decisions. */
  readonly value?: string;
  /** What a person decided about it. */
  readonly standing?: 'open' | 'accepted' | 'left';
}

/** Texts up to this many characters are shown whole. */
const WHOLE = 6000;
/** At most this much is laid out for one click. */
const PORTION = 60_000;
/** Says nothing about the length of what it hides. */
const MASK = '••••••';

const TONE = {
  open: 'bg-warn-soft text-warn',
  accepted: 'bg-ok-soft text-ok',
  left: 'bg-soft text-ink line-through decoration-dotted',
} as const;
const SAID = { open: '', accepted: ', agreed', left: ', left as it is' } as const;

export interface MarkedTextProps {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Covers the marked values. */
  readonly hidden?: boolean;
  /** Where the mark begins that is looked at; it comes into view. */
  readonly picked?: number | undefined;
  /** Makes the marked values buttons. */
  readonly onPick?: (mark: Mark, value: string) => void;
}

/** Text with tinted places. Of a long text only the beginning and the surroundings of its marks are shown at first. */
export function MarkedText({ text, marks, hidden = false, picked, onPick }: MarkedTextProps) {
  const [opened, setOpened] = useState<ReadonlyMap<number, number>>(new Map());
  if (text.length <= WHOLE) return <Stretch {...{ text, marks, hidden, picked, onPick }} start={0} end={text.length} />;
  return excerptsOf(text.length, marks).map(({ start, end, shown }) => {
    if (shown) return <Stretch key={start} {...{ text, marks, hidden, picked, onPick, start, end }} />;
    const until = Math.min(end, opened.get(start) ?? start);
    return (
      <Fragment key={start}>
        <Stretch {...{ text, marks, hidden, picked, onPick, start }} end={until} />
        {until < end ? (
          <button
            type="button"
            className="mx-1 rounded bg-soft px-1.5 font-sans text-xs text-accent hover:underline"
            onClick={() => setOpened(new Map(opened).set(start, until + PORTION))}
          >
            {(end - until).toLocaleString('en')} more characters
          </button>
        ) : null}
      </Fragment>
    );
  });
}

function Stretch({
  text,
  marks,
  hidden,
  picked,
  onPick,
  start,
  end,
}: MarkedTextProps & { readonly start: number; readonly end: number }) {
  const parts: ReactNode[] = [];
  let at = start;
  for (const mark of marks) {
    if (mark.start < at || mark.end > end) continue;
    parts.push(text.slice(at, mark.start));
    parts.push(
      <Marked
        key={mark.start}
        mark={mark}
        value={text.slice(mark.start, mark.end)}
        picked={mark.start === picked}
        {...{ hidden, onPick }}
      />,
    );
    at = mark.end;
  }
  parts.push(text.slice(at, end));
  return <>{parts}</>;
}

function Marked({
  mark,
  value,
  hidden,
  picked,
  onPick,
}: Pick<MarkedTextProps, 'hidden' | 'onPick'> & {
  readonly mark: Mark;
  readonly value: string;
  readonly picked: boolean;
}) {
  const shown = hidden ? MASK : value;
  const place = useRef<HTMLElement>(null);
  useEffect(
    function comeIntoView() {
      if (picked) place.current?.scrollIntoView({ block: 'nearest' });
    },
    [picked],
  );
  return (
    <mark
      ref={place}
      title={mark.type}
      aria-current={picked || undefined}
      className={`scroll-my-16 rounded px-0.5 font-semibold ${TONE[mark.standing ?? 'open']} ${picked ? 'ring-2 ring-accent' : ''}`}
    >
      {onPick ? (
        <button type="button" className="cursor-pointer" onClick={() => onPick(mark, value)}>
          {shown}
          <span className="sr-only">
            {' '}
            ({mark.type}
            {SAID[mark.standing ?? 'open']})
          </span>
        </button>
      ) : (
        shown
      )}
    </mark>
  );
}
