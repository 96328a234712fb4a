'use client';

import { reportOn, useDamage } from '@/lib/state/app.ts';
import { splitPath } from '@/lib/state/source-words.ts';
import type { DamageReport } from '@/workers/protocol.ts';
import { Button } from '../../ui/button.tsx';
import { DamageGroup } from './damage-group.tsx';
import { Figures } from './figures.tsx';
import { Lost } from './lost.tsx';
import { ReadingCard } from './reading-card.tsx';
import { Repaired } from './repaired.tsx';
import { TrimCard } from './trim-card.tsx';

/** What is wrong with the drop, what was done about it, and what else could be done. */
export function DamagePane() {
  const report = useDamage((state) => state.report);
  const problem = useDamage((state) => state.problem);
  if (!report) return <p className="text-mute">{problem ? `There is no report: ${problem}` : 'Looking'}</p>;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_316px]">
      <div className="grid min-w-0 gap-4">
        <Scope />
        <p className="max-w-[76ch] text-mute">
          What is wrong with the sessions, and what is done about it. Nothing is guessed: what another file of the drop
          has whole is taken from there; the rest is kept out of training, unless you choose otherwise.
        </p>
        <Figures figures={report.figures} />
        <Groups report={report} />
        <Repaired rows={report.rows} />
        <Lost lost={report.lost} />
      </div>
      <div className="grid gap-3">
        <ReadingCard />
        <TrimCard report={report} />
      </div>
    </div>
  );
}

function Scope() {
  const scope = useDamage((state) => state.scope);
  if (!scope) return null;
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span>
        Only of <strong className="font-semibold">{splitPath(scope.path).name}</strong>
      </span>
      <Button onClick={() => reportOn(null)}>Report on everything</Button>
    </p>
  );
}

function Groups({ report }: { readonly report: DamageReport }) {
  const found = report.rows.filter(({ count }) => count > 0);
  if (found.length === 0)
    return <p className="text-lg text-ok">Nothing that is used is damaged: every message stands as it was recorded.</p>;
  return [...new Set(found.map(({ group }) => group))].map((group) => (
    <DamageGroup key={group} title={group} rows={found.filter((row) => row.group === group)} />
  ));
}
