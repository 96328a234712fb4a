import { formatCount } from '@/lib/state/figures.ts';
import type { TrimAudit } from '@/workers/protocol.ts';

/** What an agent did to its own results, in figures. */
export function TrimFacts({
  trims,
  more = [],
}: {
  readonly trims: TrimAudit;
  readonly more?: readonly (readonly [name: string, value: string])[];
}) {
  const facts: readonly (readonly [string, string])[] = [
    ['shortened results', formatCount(trims.results)],
    ['… explained by a call', formatCount(trims.confirmed)],
    ['… unexplained', formatCount(trims.unexplained)],
    ['asked for, never happened', formatCount(trims.pending)],
    ['calls rewritten on disk', formatCount(trims.calls)],
    ['characters left of them', formatCount(trims.chars)],
    ['put back from another copy', formatCount(trims.restored)],
    ['messages written with more in view', formatCount(trims.affected)],
    ...more,
  ];
  return (
    <dl className="grid max-w-100 grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-mute">{name}</dt>
          <dd className="text-right">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
