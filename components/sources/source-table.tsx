'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useView, useWorkspace } from '@/lib/state/app.ts';
import { Empty } from '../ui/empty.tsx';
import { ScrollFrame } from '../ui/scroll-frame.tsx';
import { useRowFocus } from '../ui/use-row-focus.ts';
import { SourceLine, sourceButtonId } from './source-line.tsx';
import { WhatIsRead } from './what-is-read.tsx';

const HEAD = 'sticky top-0 z-10 bg-pane px-3 py-2 text-left text-xs font-medium text-mute';

/** Everything recognised, one line a source. Only the lines in view are in the page. */
export function SourceTable() {
  const summary = useWorkspace((state) => state.summary);
  const busy = useWorkspace((state) => state.work !== 'idle');
  const scroller = useRef<HTMLFieldSetElement>(null);
  const sources = summary?.sources ?? [];
  const virtual = useVirtualizer({
    count: sources.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 54,
    overscan: 8,
  });
  const place = useView((state) => state.sourcePlace);
  useEffect(
    function followThePlace() {
      if (place >= 0) virtual.scrollToIndex(place);
    },
    [place, virtual],
  );
  const items = virtual.getVirtualItems();
  useRowFocus(
    place < 0 ? null : sourceButtonId(place),
    items.some(({ index }) => index === place),
  );
  if (!summary || sources.length === 0)
    return busy ? <Empty title="Looking through your files">The first ones appear in a moment.</Empty> : <WhatIsRead />;
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <ScrollFrame
      ref={scroller}
      label="Recognised sources"
      className="@container max-h-[62dvh] rounded-lg border border-line bg-pane"
    >
      <table aria-rowcount={sources.length + 1} className="w-full border-collapse">
        <thead>
          <tr className="shadow-[inset_0_-1px_0_var(--line)]">
            <th className={HEAD}>Source</th>
            <th className={`${HEAD} @max-[640px]:hidden`}>Kind</th>
            <th className={`${HEAD} text-right @max-[820px]:hidden`}>Sessions</th>
            <th className={`${HEAD} text-right`}>Episodes</th>
            <th className={`${HEAD} text-right @max-[720px]:hidden`}>Size</th>
            <th className={`${HEAD} @max-[560px]:hidden`}>Condition</th>
            <th className={HEAD}>
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <Spacer height={before} /> : null}
          {items.map((item) => {
            const row = sources[item.index];
            return row ? (
              <SourceLine
                key={row.index}
                ref={virtual.measureElement}
                place={item.index}
                row={row}
                meanings={summary.meanings}
              />
            ) : null;
          })}
          {after > 0 ? <Spacer height={after} /> : null}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

const Spacer = ({ height }: { readonly height: number }) => (
  <tr>
    <td colSpan={7} style={{ height, padding: 0 }} />
  </tr>
);
