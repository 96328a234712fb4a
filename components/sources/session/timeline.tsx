'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { sessionBrowser, usePages, useSessions } from '@/lib/state/app.ts';
import type { SessionOverview } from '@/workers/protocol.ts';
import { useRowFocus } from '../../ui/use-row-focus.ts';
import { Entry } from './timeline-entry.tsx';
import { TimelineFilters } from './timeline-filters.tsx';

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
/** A guess before a row is measured. */
const ROW_PX = 72;
const WITHOUT_SCROLLING = { preventScroll: true } as const;

/** Everything that happened in a session, in its order. */
export function Timeline({ overview }: { readonly overview: SessionOverview }) {
  const filter = useSessions((state) => state.filter);
  const total = usePages(sessionBrowser.timeline, (state) => state.total);
  const problem = usePages(sessionBrowser.timeline, (state) => state.problem);
  return (
    <>
      <TimelineFilters overview={overview} />
      {problem ? <p className="p-4 text-mute">The timeline cannot be shown: {problem}</p> : null}
      {total === 0 ? <p className="p-4 text-mute">Nothing matches. Take a filter off to see more.</p> : null}
      <Feed key={`${filter.damaged} ${filter.kinds}`} windows={overview.windows} />
    </>
  );
}

/** Only what is in view is in the page, and only its pages are asked for. Measured heights are of one filter. */
function Feed({ windows }: { readonly windows: number }) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const total = usePages(sessionBrowser.timeline, (state) => state.total);
  const rows = usePages(sessionBrowser.timeline, (state) => state.rows);
  const place = useSessions((state) => state.place);
  const reading = useSessions((state) => state.reading);
  const virtual = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? 0) + 1;
  useEffect(
    function askForRowsInView() {
      sessionBrowser.timeline.show(from, to);
    },
    [from, to],
  );
  const here = total !== null;
  useEffect(
    function followThePlace() {
      if (reading && here) virtual.scrollToIndex(place);
    },
    [place, reading, here, virtual],
  );
  useRowFocus(
    reading && here ? `${id}-${place}` : null,
    items.some(({ index }) => index === place),
    WITHOUT_SCROLLING,
  );
  const chosen = rows.get(place);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    const onItself = event.target === event.currentTarget || (event.target as Element).role === 'article';
    if (event.key === 'Enter' && chosen && onItself) sessionBrowser.toggle(chosen.index);
    else if (move !== undefined) sessionBrowser.moveTo(place + move);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      role="feed"
      aria-label="Timeline"
      aria-busy={!here}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="relative min-h-0 flex-1 overflow-auto -outline-offset-2"
    >
      <div role="presentation" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the feed itself handles the keys
          <article
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            id={`${id}-${item.index}`}
            tabIndex={-1}
            aria-posinset={item.index + 1}
            aria-setsize={total ?? -1}
            aria-current={item.index === place}
            aria-labelledby={`${id}-${item.index}-head`}
            className="absolute inset-x-0 -outline-offset-2"
            style={{ transform: `translateY(${item.start}px)` }}
            onClick={() => item.index !== place && sessionBrowser.moveTo(item.index)}
          >
            <Entry
              entry={rows.get(item.index)}
              before={rows.get(item.index - 1)}
              chosen={item.index === place}
              tied={chosen?.pair != null && chosen.pair === rows.get(item.index)?.index}
              headId={`${id}-${item.index}-head`}
              windows={windows}
            />
          </article>
        ))}
      </div>
    </div>
  );
}
