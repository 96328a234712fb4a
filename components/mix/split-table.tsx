import { formatCount } from '@/lib/state/figures.ts';
import { saySimilarity } from '@/lib/state/mix-words.ts';
import type { Summary } from '@/workers/protocol.ts';
import { Card } from '../ui/card.tsx';
import { ScrollFrame } from '../ui/scroll-frame.tsx';

const SPLITS = [
  { id: 'train', label: 'Train' },
  { id: 'validation', label: 'Validation' },
] as const;

const CELL = 'border-t border-line px-2 py-1.5 text-right first:pl-0 first:text-left';

/** Rows and groups of each side, by origin, and how near the two sides come. */
export function SplitTable({ summary }: { readonly summary: Summary }) {
  return (
    <Card title="Train and validation" note={saySimilarity(summary.worstSimilarity)}>
      <ScrollFrame label="Rows by split">
        <table className="w-full">
          <thead>
            <tr className="text-xs text-mute [&>th]:px-2 [&>th]:pb-1 [&>th]:text-right [&>th]:font-medium [&>th:first-child]:pl-0 [&>th:first-child]:text-left">
              <th>Split</th>
              <th>Rows</th>
              <th>Groups</th>
              <th>Real</th>
              <th>Synthetic</th>
              <th>Adversarial</th>
            </tr>
          </thead>
          <tbody>
            {SPLITS.map(({ id, label }) => {
              const split = summary.split[id];
              return (
                <tr key={id}>
                  <th className={`${CELL} font-normal`}>{label}</th>
                  <td className={CELL}>{formatCount(split.rows)}</td>
                  <td className={CELL}>{formatCount(split.groups)}</td>
                  <td className={CELL}>{formatCount(split.byOrigin.real)}</td>
                  <td className={CELL}>{formatCount(split.byOrigin.synthetic)}</td>
                  <td className={CELL}>{formatCount(split.byOrigin.adversarial)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollFrame>
    </Card>
  );
}
