'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useBrowser, useWorkspace } from '@/lib/state/app.ts';
import type { EpisodeBrowser } from '@/lib/state/episode-browser.ts';
import { formatCount } from '@/lib/state/figures.ts';
import { type Standing, standingOf } from '@/lib/state/review.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import type { EpisodeRow } from '@/workers/protocol.ts';

const ROW_PX = 52;
const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** A list as long as the data; only the rows in view exist, and only their pages are asked for. */
export function EpisodeList({
  browser,
  onOpen,
}: {
  readonly browser: EpisodeBrowser;
  /** Enter or a click: where the reader is not beside the list, it opens. */
  readonly onOpen?: () => void;
}) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const total = useBrowser(browser, (state) => state.total);
  const rows = useBrowser(browser, (state) => state.rows);
  const selected = useBrowser(browser, (state) => state.selected);
  const review = useWorkspace((state) => recipeOf(state).review);
  const virtual = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? 0) + 1;
  useEffect(
    function askForRowsInView() {
      browser.show(from, to);
    },
    [browser, from, to],
  );
  useEffect(
    function keepSelectedInView() {
      if (selected >= 0) virtual.scrollToIndex(selected);
    },
    [selected, virtual],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (event.key === 'Enter') onOpen?.();
    else if (event.key === 'Home') browser.select(0);
    else if (event.key === 'End') browser.select((total ?? 1) - 1);
    else if (move !== undefined) browser.select(selected + move);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label="Episode list"
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
                browser.select(item.index);
                onOpen?.();
              }}
            >
              {row ? <Line row={row} standing={standingOf(row, review)} /> : <span className="text-mute">…</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const ORIGIN = { real: 'text-real', synthetic: 'text-synthetic', adversarial: 'text-adversarial' } as const;

function Line({ row, standing }: { readonly row: EpisodeRow; readonly standing: Standing }) {
  const out = standing === 'excluded' || standing === 'dropped';
  return (
    <>
      <div className="flex items-baseline gap-2">
        <span dir="auto" className={`min-w-0 flex-1 truncate ${out ? 'text-mute line-through decoration-1' : ''}`}>
          {row.title || 'untitled'}
        </span>
        <span className="shrink-0 text-xs text-mute">
          {formatCount(row.toolCalls)} {row.toolCalls === 1 ? 'call' : 'calls'}
        </span>
      </div>
      <div className="flex items-baseline gap-2 text-xs text-mute">
        <span className="min-w-0 flex-1 truncate">
          {standing === 'kept' ? '' : <b className="font-semibold">{sayStanding(row, standing)} · </b>}
          {formatCount(row.tokens)} tokens · {row.sourceLabel}
        </span>
        <span className={`shrink-0 ${ORIGIN[row.origin]}`}>{row.origin}</span>
      </div>
    </>
  );
}

const sayStanding = (row: EpisodeRow, standing: Standing): string =>
  standing === 'dropped' ? (row.dropped?.reason ?? '').replaceAll(/[_-]+/g, ' ') : standing;
