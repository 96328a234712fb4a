'use client';

import { useWorkspace } from '@/lib/state/app.ts';
import { formatCount } from '@/lib/state/figures.ts';
import { Empty } from '../ui/empty.tsx';
import { Pane } from '../ui/pane.tsx';
import { AskedGot } from './asked-got.tsx';
import { FamilyMix } from './family-mix.tsx';
import { MixControls } from './mix-controls.tsx';
import { SplitControls } from './split-controls.tsx';
import { SplitTable } from './split-table.tsx';

export function MixPane() {
  const summary = useWorkspace((state) => state.summary);
  const facts = summary
    ? `${formatCount(summary.split.train.rows)} to train on, ${formatCount(summary.split.validation.rows)} to validate`
    : '';
  return (
    <Pane label="Mix and split" facts={facts}>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_316px]">
        <div className="grid min-w-0 gap-3">
          {summary && summary.episodes > 0 ? (
            <>
              <AskedGot summary={summary} />
              <FamilyMix summary={summary} />
              <SplitTable summary={summary} />
            </>
          ) : (
            <Empty title="Nothing to mix yet">Add sources or generated episodes first; the shares appear here.</Empty>
          )}
        </div>
        <div className="grid gap-3">
          <MixControls />
          <SplitControls />
        </div>
      </div>
    </Pane>
  );
}
