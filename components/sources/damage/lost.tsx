import { formatCount, sayCode } from '@/lib/state/figures.ts';
import type { DamageReport } from '@/workers/protocol.ts';

/** What could have been an episode and is none: nothing vanishes without a word. */
export function Lost({ lost }: { readonly lost: DamageReport['lost'] }) {
  if (lost.length === 0) return null;
  return (
    <section aria-labelledby="damage-lost" className="rounded-lg border border-line bg-pane">
      <h2 id="damage-lost" className="border-b border-line px-3.5 py-2 font-semibold">
        Left out while reading
      </h2>
      <ul>
        {lost.map(({ reason, meaning, count }) => (
          <li
            key={reason}
            className="grid grid-cols-[44px_minmax(0,1fr)] gap-x-2 border-t border-line px-3.5 py-2 first:border-t-0"
          >
            <span className="text-right text-lg font-semibold">{formatCount(count)}</span>
            <div>
              <p>{meaning || sayCode(reason)}</p>
              <p className="text-xs text-mute">{sayCode(reason)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
