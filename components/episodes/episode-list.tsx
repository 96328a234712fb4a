'use client';

import { useBrowser, useWorkspace } from '@/lib/state/app.ts';
import type { EpisodeBrowser } from '@/lib/state/episode-browser.ts';
import { formatCount } from '@/lib/state/figures.ts';
import { type Standing, standingOf } from '@/lib/state/review.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import type { EpisodeRow } from '@/workers/protocol.ts';
import { ListBox } from '../ui/list-box.tsx';
import { ORIGIN_TEXT } from '../ui/origin-tones.ts';

export function EpisodeList({
  browser,
  onOpen,
}: {
  readonly browser: EpisodeBrowser;
  /** Enter or a click: where the reader is not beside the list, it opens. */
  readonly onOpen?: () => void;
}) {
  const total = useBrowser(browser, (state) => state.total);
  const rows = useBrowser(browser, (state) => state.rows);
  const selected = useBrowser(browser, (state) => state.selected);
  const review = useWorkspace((state) => recipeOf(state).review);
  return (
    <ListBox
      label="Episode list"
      rowPx={52}
      total={total}
      rows={rows}
      selected={selected}
      onShow={browser.show}
      onSelect={browser.select}
      onOpen={onOpen}
    >
      {(row) => <Line row={row} standing={standingOf(row, review)} />}
    </ListBox>
  );
}

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
        <span className={`shrink-0 ${ORIGIN_TEXT[row.origin]}`}>{row.origin}</span>
      </div>
    </>
  );
}

const sayStanding = (row: EpisodeRow, standing: Standing): string =>
  standing === 'dropped' ? (row.dropped?.reason ?? '').replaceAll(/[_-]+/g, ' ') : standing;
