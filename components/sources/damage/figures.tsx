'use client';

import { useDamage } from '@/lib/state/app.ts';
import { formatCount } from '@/lib/state/figures.ts';
import type { DamageReport } from '@/workers/protocol.ts';

const NAMES = {
  sessions: 'sessions give episodes',
  episodes: 'episodes read',
  kept: 'kept for the dataset',
  trained: 'messages trained on',
  lost: 'left out while reading',
} as const satisfies Record<keyof DamageReport['figures'], string>;

/** Where the drop stands, and what the last change did to it. */
export function Figures({ figures }: { readonly figures: DamageReport['figures'] }) {
  const before = useDamage((state) => state.before);
  return (
    <div className="rounded-lg border border-line bg-pane px-3.5 py-2.5">
      <dl aria-label="Figures" className="flex flex-wrap gap-x-6 gap-y-2">
        {(Object.keys(NAMES) as (keyof typeof NAMES)[]).map((key) => {
          const change = before ? figures[key] - before[key] : 0;
          return (
            <div key={key} className="flex flex-col-reverse">
              <dt className="text-xs text-mute">{NAMES[key]}</dt>
              <dd className="text-xl font-semibold">
                {formatCount(figures[key])}
                {change !== 0 ? (
                  <span className="ml-1.5 rounded bg-accent-soft px-1 text-xs font-normal text-accent">
                    {change > 0 ? '+' : '−'}
                    {formatCount(Math.abs(change))}
                    <span className="sr-only"> by the last change</span>
                  </span>
                ) : null}
              </dd>
            </div>
          );
        })}
      </dl>
      {before ? (
        <p className="mt-2 text-xs text-mute">Small figures: what the last change did. Undo takes it back.</p>
      ) : null}
    </div>
  );
}
