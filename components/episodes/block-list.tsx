'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { usePages } from '@/lib/state/app.ts';
import type { Pages } from '@/lib/state/pages.ts';
import type { EpisodeRow } from '@/workers/protocol.ts';
import { ScrollFrame } from '../ui/scroll-frame.tsx';

/** A guess before a block is measured. */
const BLOCK_PX = 140;
/** Kept around what is in view. */
const OVERSCAN = 4;
/** As many stand in the page at once where they are short: the browser's own search then finds all of them. */
const FEW = 60;
/** What a person scrolls with. */
const SCROLLING = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
const SHORT_TOKENS = 20_000;

/** Of ordinary length: as text it may be in the page whole. */
export const isShort = ({ tokens }: EpisodeRow): boolean => tokens < SHORT_TOKENS;

/** A conversation of which only the blocks in view are in the page, and only their pages asked for. */
export function BlockList<Row>({
  label,
  pages,
  head,
  short = false,
  dim = false,
  seek,
  onSelect,
  children,
}: {
  readonly label: string;
  readonly pages: Pages<Row>;
  /** Stands above the first block. */
  readonly head?: ReactNode;
  readonly short?: boolean;
  /** What is shown is not what was asked for. */
  readonly dim?: boolean;
  /** The block whose current mark or message has to be in view; `mark` says which one it is. */
  readonly seek?: { readonly block: number; readonly mark: string } | undefined;
  readonly onSelect?: () => void;
  readonly children: (row: Row) => ReactNode;
}) {
  const scroller = useRef<HTMLFieldSetElement>(null);
  const count = usePages(pages, (state) => state.total) ?? 0;
  const rows = usePages(pages, (state) => state.rows);
  const problem = usePages(pages, (state) => state.problem);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => BLOCK_PX,
    overscan: short && count <= FEW ? FEW : OVERSCAN,
  });
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? 0) + 1;
  useEffect(
    function askForBlocksInView() {
      pages.show(from, to);
    },
    [pages, from, to],
  );
  const held = useRef(false);
  const place = seek?.mark;
  useEffect(
    function holdUntilThePersonScrolls() {
      held.current = place !== undefined;
      const frame = scroller.current;
      const letGo = () => {
        held.current = false;
      };
      for (const event of SCROLLING) frame?.addEventListener(event, letGo, { passive: true });
      return () => {
        for (const event of SCROLLING) frame?.removeEventListener(event, letGo);
      };
    },
    [place],
  );
  // After every render: blocks that are measured only now would push it out of view again.
  useEffect(function bringTheSought() {
    if (!held.current || !seek || seek.block >= count) return;
    const mark = scroller.current?.querySelector('[aria-current=true]');
    if (mark) mark.scrollIntoView({ block: 'nearest' });
    else if (!items.some(({ index }) => index === seek.block)) virtual.scrollToIndex(seek.block);
  });
  return (
    <ScrollFrame
      ref={scroller}
      label={label}
      className={`relative flex-1 transition-opacity delay-150 max-md:max-h-[80dvh] ${dim ? 'opacity-40' : ''}`}
      {...(onSelect && { onSelect })}
    >
      {head}
      {problem ? <p className="p-4 text-mute">The messages cannot be shown: {problem}</p> : null}
      <div className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows.get(item.index);
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className="absolute inset-x-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row === undefined ? <p className="h-20 px-4.5 py-1.5 text-mute">…</p> : children(row)}
            </div>
          );
        })}
      </div>
    </ScrollFrame>
  );
}
