'use client';

import { useEffect } from 'react';
import { useWorkspace, workspace } from '@/lib/state/app.ts';
import { formatCount, plural } from '@/lib/state/figures.ts';
import { Empty } from '../ui/empty.tsx';
import { Pane } from '../ui/pane.tsx';
import { BuildResult } from './build-result.tsx';
import { OutputChoices } from './output-choices.tsx';
import { Presets } from './presets.tsx';

export function ExportPane() {
  const summary = useWorkspace((state) => state.summary);
  usePresets();
  const facts = summary ? `${plural(summary.kept, 'row')}, about ${formatCount(summary.tokens)} tokens` : '';
  return (
    <Pane label="Export" facts={facts}>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_316px]">
        <div className="grid min-w-0 gap-3">
          <BuildResult />
          {summary && summary.kept > 0 ? (
            <Presets />
          ) : (
            <Empty title="No rows to write yet">
              Add sources or generated episodes; each output shows an example row here.
            </Empty>
          )}
        </div>
        <OutputChoices />
      </div>
    </Pane>
  );
}

/** Examples are made from the rows kept, so they are asked for again after each run. */
function usePresets() {
  const revision = useWorkspace((state) => state.revision);
  const missing = useWorkspace((state) => state.presets === null && state.summary !== null && state.work === 'idle');
  useEffect(
    function askForPresets() {
      if (missing && revision > 0) void workspace.loadPresets();
    },
    [missing, revision],
  );
}
