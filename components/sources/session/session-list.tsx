'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { sessionBrowser, usePages, useSessions } from '@/lib/state/app.ts';
import { sayCodes, sayGiven, sayStart } from '@/lib/state/session-words.ts';
import type { SessionListRow } from '@/workers/protocol.ts';

const ROW_PX = 70;
const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** The sessions of a source; only the rows in view exist. */
export function SessionList() {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const total = usePages(sessionBrowser.sessions, (state) => state.total);
  const rows = usePages(sessionBrowser.sessions, (state) => state.rows);
  const selected = useSessions((state) => state.selected);
  const reading = useSessions((state) => state.reading);
  const virtual = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? 0) + 1;
  useEffect(
    function askForRowsInView() {
      sessionBrowser.sessions.show(from, to);
    },
    [from, to],
  );
  useEffect(
    function keepSelectedInView() {
      virtual.scrollToIndex(selected);
    },
    [selected, virtual],
  );
  useEffect(
    function takeFocusFromTheTable() {
      if (!reading) scroller.current?.focus({ preventScroll: true });
    },
    [reading],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (event.key === 'Enter') sessionBrowser.read(true);
    else if (event.key === 'Home') sessionBrowser.select(0);
    else if (event.key === 'End') sessionBrowser.select((total ?? 1) - 1);
    else if (move !== undefined) sessionBrowser.select(selected + move);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label="Sessions"
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
              style={{ transform: `translateY(${item.start}px)`, height: ROW_PX }}
              onClick={() => {
                sessionBrowser.select(item.index);
                sessionBrowser.read(true);
              }}
            >
              {row ? <Line row={row} /> : <span className="text-mute">…</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Line({ row }: { readonly row: SessionListRow }) {
  const damage = sayCodes(row.damage);
  const repaired = sayCodes(row.repaired);
  return (
    <>
      <div className="flex items-baseline gap-2">
        <span dir="auto" className="min-w-0 flex-1 truncate">
          {row.title || row.id}
        </span>
        <span className="shrink-0 text-xs text-mute">{sayStart(row.startedMs)}</span>
      </div>
      <div className="truncate text-xs text-mute" title={sayGiven(row)}>
        {sayGiven(row)}
      </div>
      <div className="truncate text-xs" title={[damage, repaired].filter(Boolean).join('; repaired: ')}>
        {damage ? <span className="text-warn">{damage}</span> : null}
        {damage && repaired ? ' · ' : null}
        {repaired ? <span className="text-ok">repaired: {repaired}</span> : null}
        {damage || repaired ? null : <span className="text-ok">{row.episodes > 0 ? 'whole' : ''}</span>}
      </div>
    </>
  );
}
