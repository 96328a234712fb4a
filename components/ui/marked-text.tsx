import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { Result, TextMark, TextPiece, TextPieceQuery, TextRest } from '@/workers/protocol.ts';

/** Fetches what did not come of a long text. */
export const TextReader = createContext<((query: TextPieceQuery) => Promise<Result<TextPiece>>) | null>(null);

/** Texts up to this many characters are shown whole. */
const WHOLE = 6000;
/** At most this much is fetched and laid out for one click. */
const PORTION = 60_000;
/** Fetched on either side of a mark that is looked at. */
const AROUND = 480;
/** Says nothing about the length of what it hides. */
const MASK = '••••••';

const TONE = {
  open: 'bg-warn-soft text-warn',
  accepted: 'bg-ok-soft text-ok',
  left: 'bg-soft text-ink line-through decoration-dotted',
} as const;
const SAID = { open: '', accepted: ', agreed', left: ', left as it is' } as const;

interface Look {
  /** Covers the marked values. */
  readonly hidden?: boolean;
  /** Where the mark begins that is looked at; it comes into view. */
  readonly picked?: number | undefined;
  /** What is said about a mark by now, where that is newer than the mark. */
  readonly standingOf?: (mark: TextMark) => TextMark['standing'];
  /** Makes the marked values buttons. */
  readonly onPick?: (mark: TextMark) => void;
}

export interface MarkedTextProps extends Look {
  readonly text: string;
  readonly marks: readonly TextMark[];
  /** The text is a beginning only, and this is known of the rest. */
  readonly rest?: TextRest;
}

/** Text with tinted places; of a long one only what was asked for is in the page. */
export function MarkedText({ text, marks, rest, ...look }: MarkedTextProps) {
  if (!rest && text.length <= WHOLE) return <Stretch piece={{ start: 0, text, marks }} {...look} />;
  return <LongText {...{ text, marks, ...(rest && { rest }), ...look }} />;
}

interface Gap {
  readonly start: number;
  readonly end: number;
}

function LongText({ text, marks, rest, ...look }: MarkedTextProps) {
  const read = useContext(TextReader);
  const of = rest ?? text;
  const [opened, setOpened] = useState<{ of: unknown; pieces: readonly TextPiece[] }>({ of, pieces: [] });
  const added = opened.of === of ? opened.pieces : [];
  const pieces = [
    ...(rest ? [{ start: 0, text, marks }, ...rest.pieces] : [localPiece(text, marks, { start: 0, end: WHOLE })]),
    ...added,
  ].sort((a, b) => a.start - b.start);
  const parts = inOrder(pieces, rest?.length ?? text.length);
  const open = async ({ start, end }: Gap) => {
    const answer = rest ? await read?.({ ...rest.from, start, end }) : null;
    const piece = rest ? answer?.ok && answer.value : localPiece(text, marks, { start, end });
    if (piece) setOpened((before) => ({ of, pieces: before.of === of ? [...before.pieces, piece] : [piece] }));
  };
  const { picked } = look;
  const missing = parts.find(
    (part) => !('text' in part) && picked !== undefined && part.start <= picked && picked < part.end,
  );
  const from = missing && Math.max(missing.start, (picked ?? 0) - AROUND);
  const to = missing && 'end' in missing ? Math.min(missing.end, (picked ?? 0) + AROUND) : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the range says which piece is missing, of which text
  useEffect(
    function fetchThePicked() {
      if (from !== undefined && to !== undefined) void open({ start: from, end: to });
    },
    [from, to, of],
  );
  return parts.map((part) =>
    'text' in part ? (
      <Stretch key={`text ${part.start}`} piece={part} {...look} />
    ) : (
      <button
        key={`gap ${part.start}`}
        type="button"
        data-gap
        className="mx-1 rounded bg-soft px-1.5 font-sans text-xs text-accent hover:underline"
        onClick={() => void open({ start: part.start, end: Math.min(part.end, part.start + PORTION) })}
      >
        {(part.end - part.start).toLocaleString('en')} more characters
      </button>
    ),
  );
}

/** Pieces and what lies between them; a piece that came twice counts once. */
function inOrder(pieces: readonly TextPiece[], length: number): readonly (TextPiece | Gap)[] {
  const parts: (TextPiece | Gap)[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (piece.start < at) continue;
    if (piece.start > at) parts.push({ start: at, end: piece.start });
    parts.push(piece);
    at = piece.start + piece.text.length;
  }
  if (at < length) parts.push({ start: at, end: length });
  return parts;
}

/** Of a text that is here whole; it ends behind a mark rather than in it. */
function localPiece(text: string, marks: readonly TextMark[], { start, end }: Gap): TextPiece {
  const until = marks.find((mark) => mark.start < end && mark.end > end)?.end ?? end;
  return {
    start,
    text: text.slice(start, until),
    marks: marks.filter((mark) => mark.start >= start && mark.end <= until),
  };
}

function Stretch({ piece, picked, hidden = false, standingOf, onPick }: Look & { readonly piece: TextPiece }) {
  const parts: ReactNode[] = [];
  const within = (from: number, to?: number) => piece.text.slice(from - piece.start, to && to - piece.start);
  let at = piece.start;
  for (const mark of piece.marks) {
    if (mark.start < at) continue;
    parts.push(within(at, mark.start));
    parts.push(
      <Marked
        key={mark.start}
        mark={standingOf ? { ...mark, standing: standingOf(mark) } : mark}
        value={within(mark.start, mark.end)}
        picked={mark.start === picked}
        {...{ hidden, ...(onPick && { onPick }) }}
      />,
    );
    at = mark.end;
  }
  parts.push(within(at));
  return <>{parts}</>;
}

function Marked({
  mark,
  value,
  hidden,
  picked,
  onPick,
}: Pick<Look, 'hidden' | 'onPick'> & {
  readonly mark: TextMark;
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
  const look = `scroll-my-16 rounded box-decoration-clone px-0.5 font-semibold ${TONE[mark.standing]} ${picked ? 'ring-2 ring-accent' : ''}`;
  return (
    <mark
      ref={place}
      dir="auto"
      title={mark.type}
      aria-current={picked || undefined}
      data-start={mark.start}
      data-covered={hidden || undefined}
      className={look}
    >
      {onPick ? (
        <Pickable name={`${shown} (${mark.type}${SAID[mark.standing]})`} onPick={() => onPick(mark)} shown={shown} />
      ) : (
        shown
      )}
    </mark>
  );
}

/** Chromium selects nothing when the drag begins at the very start of what can be focused: not while the mouse is down. */
function selectable(control: HTMLElement) {
  control.removeAttribute('tabindex');
  const restore = () => control.setAttribute('tabindex', '0');
  for (const event of ['pointerup', 'pointercancel']) window.addEventListener(event, restore, { once: true });
}

/** The name says more than the text, so that what is selected across it is the text alone. */
function Pickable({
  name,
  shown,
  onPick,
}: {
  readonly name: string;
  readonly shown: string;
  readonly onPick: () => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the text of a button element neither wraps nor can be selected
    <span
      role="button"
      tabIndex={0}
      aria-label={name}
      className="cursor-pointer rounded"
      onPointerDown={({ currentTarget }) => selectable(currentTarget)}
      onClick={() => {
        if (window.getSelection()?.isCollapsed !== false) onPick();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onPick();
      }}
    >
      {shown}
    </span>
  );
}
