import { formatCount, formatShare } from '@/lib/state/figures.ts';
import { originsOf } from '@/lib/state/funnel.ts';
import { sayFamily, sayMissing, sumFamilies } from '@/lib/state/generation-words.ts';
import type { FamilyRow, Summary } from '@/workers/protocol.ts';
import { Card } from '../ui/card.tsx';
import { ORIGIN_FILL, ORIGIN_TEXT } from '../ui/origin-tones.ts';
import { ScrollFrame } from '../ui/scroll-frame.tsx';

const HEAD = 'sticky top-0 z-10 bg-pane px-2 py-1.5 text-left text-xs font-medium text-mute';

/** Asked against got for each origin and each family of what was generated. */
export function FamilyMix({ summary }: { readonly summary: Summary }) {
  const { families } = summary.generation;
  if (families.length === 0) return null;
  return (
    <Card title="By family" note="What a family lacks is not filled up with another.">
      <ScrollFrame label="Asked and got by family" className="@container relative">
        <table className="w-full border-collapse">
          <thead>
            <tr>
              <th className={HEAD}>Family</th>
              <th className={`${HEAD} text-right`}>Asked</th>
              <th className={`${HEAD} text-right`}>Got</th>
              <th className={`${HEAD} w-1/4 @max-[480px]:hidden`}>
                <span className="sr-only">Share of what was asked</span>
              </th>
              <th className={HEAD}>What is missing</th>
            </tr>
          </thead>
          {originsOf(summary).map(({ origin, count }) => {
            const own = families.filter((row) => row.origin === origin);
            if (count === 0 && own.length === 0) return null;
            const share = summary.mix.asked?.[origin];
            const asked = origin === 'real' ? '' : formatCount(sumFamilies(own).asked);
            return (
              <tbody key={origin}>
                <tr className="border-t border-line font-semibold">
                  <th scope="rowgroup" className={`px-2 py-1 text-left ${ORIGIN_TEXT[origin]}`}>
                    {origin}
                  </th>
                  <td className="px-2 py-1 text-right">{asked}</td>
                  <td className="px-2 py-1 text-right">{formatCount(count)}</td>
                  <td className="@max-[480px]:hidden" />
                  <td className="px-2 py-1 font-normal text-mute">
                    {share === undefined
                      ? ''
                      : `asked ${formatShare(share)} of all rows, got ${formatShare(summary.mix.got[origin])}`}
                  </td>
                </tr>
                {own.map((row) => (
                  <Family key={row.family} row={row} />
                ))}
              </tbody>
            );
          })}
        </table>
      </ScrollFrame>
    </Card>
  );
}

function Family({ row }: { readonly row: FamilyRow }) {
  return (
    <tr className="hover:bg-bg">
      <th scope="row" className="px-2 py-1 pl-4 text-left font-normal">
        {sayFamily(row.family)}
      </th>
      <td className="px-2 py-1 text-right">{formatCount(row.asked)}</td>
      <td className="px-2 py-1 text-right">{formatCount(row.kept)}</td>
      <td className="px-2 py-1 @max-[480px]:hidden">
        <div aria-hidden="true" className="h-2 overflow-hidden rounded-sm bg-soft">
          <div
            className={`h-full ${ORIGIN_FILL[row.origin]}`}
            style={{ width: `${row.asked === 0 ? 0 : (row.kept / row.asked) * 100}%` }}
          />
        </div>
      </td>
      <td className="px-2 py-1 text-sm text-mute">{sayMissing(row)}</td>
    </tr>
  );
}
