'use client';

import { useBrowser, useWorkspace } from '@/lib/state/app.ts';
import type { EpisodeBrowser } from '@/lib/state/episode-browser.ts';
import { standingOf } from '@/lib/state/review.ts';
import { toggleSelected } from '@/lib/state/shortcuts.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import { Button } from '../ui/button.tsx';

/** Exclude the open episode, or put it back; and its near-duplicates side by side in the list. */
export function StandingActions({ browser }: { readonly browser: EpisodeBrowser }) {
  const row = useBrowser(browser, (state) => state.rows.get(state.selected));
  const cluster = useBrowser(browser, (state) => state.filter.cluster);
  const review = useWorkspace((state) => recipeOf(state).review);
  if (!row) return null;
  const standing = standingOf(row, review);
  const inside = standing === 'kept' || standing === 'put back';
  return (
    <>
      <Button onClick={toggleSelected}>{inside ? 'Exclude' : 'Put back'}</Button>
      {row.cluster !== null || cluster !== undefined ? (
        <Button
          aria-pressed={cluster !== undefined}
          onClick={() => browser.filterBy({ cluster: cluster === undefined ? (row.cluster ?? undefined) : undefined })}
        >
          {cluster === undefined ? 'Show cluster' : 'Leave cluster'}
        </Button>
      ) : null}
    </>
  );
}
