'use client';

import { showTagged } from '@/lib/state/app.ts';
import { formatCount } from '@/lib/state/figures.ts';
import { type FamilySums, sayFamily, sumFamilies } from '@/lib/state/generation-words.ts';
import type { FamilyRow } from '@/workers/protocol.ts';
import { ScrollFrame } from '../ui/scroll-frame.tsx';

const ORIGINS = [
  { id: 'synthetic', label: 'Synthetic', tone: 'text-synthetic' },
  { id: 'adversarial', label: 'Adversarial', tone: 'text-adversarial' },
] as const;

const HEAD = 'sticky top-0 z-10 bg-pane px-2 py-1.5 text-xs font-medium text-mute';
const RIGHT = `${HEAD} text-right`;
const CELL = 'px-2 py-1 text-right';
const NARROW = '@max-[520px]:hidden';

export function FamilyTable({ rows }: { readonly rows: readonly FamilyRow[] }) {
  return (
    <ScrollFrame label="Generated, by family" className="@container relative">
      <table className="w-full border-collapse">
        <thead>
          <tr>
            <th className={`${HEAD} text-left`}>Family</th>
            <th className={RIGHT}>Generated</th>
            <th className={`${RIGHT} ${NARROW}`}>Verified</th>
            <th className={RIGHT}>Dropped</th>
            <th className={RIGHT}>
              <span className={NARROW}>Near-duplicates</span>
              <span className="@min-[520px]:hidden">Near-dup.</span>
            </th>
            <th className={`${RIGHT} ${NARROW}`}>Left out</th>
            <th className={RIGHT}>Kept</th>
          </tr>
        </thead>
        {ORIGINS.map(({ id, label, tone }) => {
          const own = rows.filter(({ origin }) => origin === id);
          return own.length === 0 ? null : (
            <tbody key={id}>
              <tr className="border-t border-line font-semibold">
                <th scope="rowgroup" className={`px-2 py-1 text-left ${tone}`}>
                  {label}
                </th>
                <Figures sums={sumFamilies(own)} />
              </tr>
              {own.map((row) => (
                <tr key={row.family} className="hover:bg-bg">
                  <th scope="row" className="px-2 py-1 text-left font-normal">
                    <button
                      type="button"
                      className="rounded pl-2 text-left underline decoration-line decoration-2 underline-offset-3 hover:decoration-accent"
                      onClick={() => showTagged([`family:${row.family}`])}
                    >
                      {sayFamily(row.family)}
                      <span className="sr-only">, read its episodes</span>
                    </button>
                  </th>
                  <Figures sums={row} />
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </ScrollFrame>
  );
}

function Figures({ sums }: { readonly sums: FamilySums }) {
  return (
    <>
      <td className={CELL}>{formatCount(sums.asked)}</td>
      <td className={`${CELL} ${NARROW}`}>{formatCount(sums.verified)}</td>
      <td className={`${CELL} ${sums.dropped > 0 ? 'text-bad' : 'text-mute'}`}>{formatCount(sums.dropped)}</td>
      <td className={`${CELL} ${sums.nearDuplicates > 0 ? 'text-warn' : 'text-mute'}`}>
        {formatCount(sums.nearDuplicates)}
      </td>
      <td className={`${CELL} ${NARROW} text-mute`}>{formatCount(sums.leftOut)}</td>
      <td className={CELL}>{formatCount(sums.kept)}</td>
    </>
  );
}
