'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
/** Rows kept around what is in view. */
const OVERSCAN = 10;

/** A list as long as the data, one row selected; only the rows in view exist, and only their pages are asked for. */
export function ListBox<Row>({
  label,
  rowPx,
  total,
  rows,
  selected,
  takesFocus = false,
  onShow,
  onSelect,
  onOpen,
  children,
}: {
  readonly label: string;
  /** Height of every row. */
  readonly rowPx: number;
  /** Null while unknown. */
  readonly total: number | null;
  /** By place in the list, those that are here. */
  readonly rows: ReadonlyMap<number, Row>;
  /** Its place; -1 for none. */
  readonly selected: number;
  /** Whenever this becomes true. */
  readonly takesFocus?: boolean;
  /** The places in view, `to` exclusive; the same function at every render. */
  readonly onShow: (from: number, to: number) => void;
  readonly onSelect: (place: number) => void;
  /** After a click or Enter. */
  readonly onOpen?: (() => void) | undefined;
  readonly children: (row: Row) => ReactNode;
}) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
  });
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? 0) + 1;
  useEffect(
    function askForRowsInView() {
      onShow(from, to);
    },
    [onShow, from, to],
  );
  useEffect(
    function keepSelectedInView() {
      if (selected >= 0) virtual.scrollToIndex(selected);
    },
    [selected, virtual],
  );
  useEffect(
    function takeFocus() {
      if (takesFocus) scroller.current?.focus({ preventScroll: true });
    },
    [takesFocus],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (event.key === 'Enter') onOpen?.();
    else if (event.key === 'Home') onSelect(0);
    else if (event.key === 'End') onSelect((total ?? 1) - 1);
    else if (move !== undefined) onSelect(selected + move);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={rows.has(selected) ? `${id}-${selected}` : undefined}
      onKeyDown={onKeyDown}
      className="relative min-h-0 flex-1 overflow-auto -outline-offset-2"
    >
      <div role="presentation" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows.get(item.index);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself handles the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names its active option
            <div
              key={item.key}
              id={`${id}-${item.index}`}
              role="option"
              aria-selected={item.index === selected}
              aria-setsize={total ?? -1}
              aria-posinset={item.index + 1}
              className={`absolute inset-x-0 border-b border-line px-3.5 py-2 ${item.index === selected ? 'bg-accent-soft shadow-[inset_2px_0_var(--accent)]' : 'hover:bg-bg'}`}
              style={{ transform: `translateY(${item.start}px)`, height: rowPx }}
              onClick={() => {
                onSelect(item.index);
                onOpen?.();
              }}
            >
              {row === undefined ? <span className="text-mute">…</span> : children(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
