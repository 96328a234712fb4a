'use client';

import type { StageCount } from '@/lib/core/types.ts';
import { useWorkspace } from '@/lib/state/app.ts';
import { formatCount, sayCode } from '@/lib/state/figures.ts';
import { stageDone } from '@/lib/state/stage-words.ts';

/** How many episodes each stage let through. */
export function Funnel() {
  const stages = useWorkspace((state) => state.summary?.stages);
  if (!stages || stages.length === 0) return null;
  const most = Math.max(1, ...stages.map((stage) => stage.out));
  return (
    <div className="mt-2 hidden border-t border-line px-2.5 pt-3 md:block">
      <h2 className="mb-1.5 text-xs text-mute">Episodes</h2>
      <ol>
        {stages.map((stage) => (
          <li
            key={stage.name}
            title={lossOf(stage)}
            className="mb-1 grid grid-cols-[64px_1fr_44px] items-center gap-1.5 text-xs text-mute"
          >
            <span className="truncate">{stageDone(stage.name)}</span>
            <span aria-hidden="true" className="block h-2">
              <span
                className="block h-2 rounded-sm bg-accent opacity-75"
                style={{ width: `${(stage.out / most) * 100}%` }}
              />
            </span>
            <span className="text-right text-ink">{formatCount(stage.out)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function lossOf(stage: StageCount): string {
  const dropped = Object.entries(stage.dropped).map(([reason, count]) => `${formatCount(count)} ${sayCode(reason)}`);
  return dropped.length > 0 ? `left out: ${dropped.join(', ')}` : 'nothing left out';
}
