'use client';

import { useState } from 'react';
import { browsers, useBrowser, useWorkspace } from '@/lib/state/app.ts';
import { formatCount, plural } from '@/lib/state/figures.ts';
import { EpisodeList } from '../episodes/episode-list.tsx';
import { StandingActions } from '../episodes/standing-actions.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Pane } from '../ui/pane.tsx';
import { Filters } from './filters.tsx';
import { ListHead } from './list-head.tsx';
import { Reader } from './reader.tsx';

const browser = browsers.curate;

export function CuratePane() {
  const kept = useWorkspace((state) => state.summary?.kept ?? 0);
  const episodes = useWorkspace((state) => state.summary?.episodes ?? 0);
  const total = useBrowser(browser, (state) => state.total);
  const [reading, setReading] = useState(false);
  const [filtering, setFiltering] = useState(false);
  if (episodes === 0)
    return (
      <Pane label="Curate">
        <Empty title="No episodes yet">Add sources or generated episodes; then read, filter and choose here.</Empty>
      </Pane>
    );
  return (
    <Pane
      label="Curate"
      facts={`${formatCount(kept)} of ${plural(episodes, 'episode')} kept`}
      actions={
        <>
          <Button
            className={`xl:hidden ${reading ? 'max-lg:hidden' : ''}`}
            aria-expanded={filtering}
            onClick={() => setFiltering(!filtering)}
          >
            Filters
          </Button>
          <StandingActions browser={browser} />
        </>
      }
      fill
    >
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] overflow-hidden rounded-lg border border-line bg-pane lg:grid-cols-[280px_minmax(0,1fr)] xl:grid-cols-[252px_minmax(300px,380px)_minmax(0,1fr)]">
        <div
          className={`min-h-0 overflow-auto border-line xl:border-r ${reading ? 'max-lg:hidden' : ''} ${filtering ? '' : 'max-xl:hidden'} max-xl:max-h-[50dvh] max-xl:border-b`}
        >
          <Filters browser={browser} />
        </div>
        <div
          className={`flex min-h-0 flex-col border-line lg:border-r max-lg:h-[70dvh] ${reading ? 'max-lg:hidden' : ''} lg:max-xl:col-start-1`}
        >
          <ListHead browser={browser} />
          {total === 0 ? (
            <p className="p-4 text-mute">No episode matches. Take a filter off to see more.</p>
          ) : (
            <EpisodeList browser={browser} onOpen={() => setReading(true)} />
          )}
        </div>
        <div
          className={`flex min-h-0 min-w-0 flex-col ${reading ? '' : 'max-lg:hidden'} lg:max-xl:col-start-2 lg:max-xl:row-span-2 lg:max-xl:row-start-1`}
        >
          <Button look="quiet" className="m-2 self-start lg:hidden" onClick={() => setReading(false)}>
            ← Back to the list
          </Button>
          <Reader browser={browser} />
        </div>
      </div>
    </Pane>
  );
}
