'use client';

import { formatCount } from '@/lib/state/figures.ts';
import { sayFamily } from '@/lib/state/generation-words.ts';
import { useModelPlayer } from '@/lib/state/local-model/page.ts';
import { sayMostFailed, sayRate, sumTallies } from '@/lib/state/local-model/rates.ts';
import type { PlayTally } from '@/workers/model-protocol.ts';
import { ScrollFrame } from '../ui/scroll-frame.tsx';

const HEAD = 'sticky top-0 z-10 bg-pane px-2 py-1.5 text-xs font-medium text-mute';
const CELL = 'px-2 py-1 text-right';
const WIDE = '@max-[560px]:hidden';

/** How each family goes, while it goes. */
export function TallyTable() {
  const tallies = useModelPlayer((state) => state.tallies);
  const liveFamily = useModelPlayer((state) => state.live?.family);
  const playing = useModelPlayer((state) => state.playing);
  const asked = useModelPlayer((state) => state.choice.count);
  const sum = sumTallies(tallies);
  return (
    <section aria-label="Pass rates" className="min-w-0 rounded-lg border border-line bg-pane p-3.5">
      <div className="mb-1 flex flex-wrap items-baseline gap-x-3">
        <h2 className="text-lg font-semibold">Pass rates</h2>
        <p className="text-sm text-mute">
          {formatCount(sum.kept)} of {formatCount(sum.begun)} kept
          {playing ? `, ${formatCount(asked)} asked for in this run` : ''}
        </p>
      </div>
      <ScrollFrame label="Pass rate by family" className="@container max-h-[40dvh]">
        <table className="w-full border-collapse">
          <thead>
            <tr>
              <th className={`${HEAD} text-left`}>Family</th>
              <th className={`${HEAD} text-right ${WIDE}`}>Episodes</th>
              <th className={`${HEAD} text-right`}>Tries</th>
              <th className={`${HEAD} text-right ${WIDE}`}>Not judged</th>
              <th className={`${HEAD} text-right`}>Kept</th>
              <th className={`${HEAD} text-right`}>Pass rate</th>
              <th className={`${HEAD} w-[22%] ${WIDE}`}>
                <span className="sr-only">As a bar</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tallies.map((tally) => (
              <Row key={tally.family} tally={tally} live={playing && tally.family === liveFamily} />
            ))}
          </tbody>
          <tfoot className="sticky bottom-0 bg-pane">
            <tr className="border-t border-line font-semibold">
              <th scope="row" className="px-2 py-1 text-left">
                All
              </th>
              <Figures tally={sum} />
            </tr>
          </tfoot>
        </table>
      </ScrollFrame>
      <p className="mt-1 text-xs text-mute">
        Pass rate: kept of the tries that were judged. Not judged: the server failed.
      </p>
    </section>
  );
}

function Row({ tally, live }: { readonly tally: PlayTally; readonly live: boolean }) {
  const mostFailed = sayMostFailed(tally);
  return (
    <tr className={live ? 'bg-accent-soft' : ''}>
      <th scope="row" className="px-2 py-1 text-left font-normal">
        <span className={tally.origin === 'synthetic' ? 'text-synthetic' : 'text-adversarial'} aria-hidden="true">
          ●{' '}
        </span>
        {sayFamily(tally.family)}
        <span className="sr-only">, {tally.origin}</span>
        {mostFailed ? <span className={`block pl-4 text-xs text-mute ${WIDE}`}>fails most: {mostFailed}</span> : null}
      </th>
      <Figures tally={tally} />
    </tr>
  );
}

function Figures({ tally }: { readonly tally: Pick<PlayTally, 'begun' | 'tries' | 'unjudged' | 'kept'> }) {
  const judged = tally.tries - tally.unjudged;
  return (
    <>
      <td className={`${CELL} ${WIDE}`}>{formatCount(tally.begun)}</td>
      <td className={CELL}>{formatCount(tally.tries)}</td>
      <td className={`${CELL} ${WIDE} ${tally.unjudged > 0 ? 'text-warn' : 'text-mute'}`}>
        {formatCount(tally.unjudged)}
      </td>
      <td className={CELL}>{formatCount(tally.kept)}</td>
      <td className={CELL}>{sayRate(tally)}</td>
      <td className={`px-2 ${WIDE}`} aria-hidden="true">
        <span className="block h-2 overflow-hidden rounded bg-soft">
          <span
            className="block h-full bg-ok transition-[width]"
            style={{ width: `${judged > 0 ? (tally.kept / judged) * 100 : 0}%` }}
          />
        </span>
      </td>
    </>
  );
}
