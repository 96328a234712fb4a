'use client';

import { useState } from 'react';
import { questions } from '@/lib/state/app.ts';
import { formatCount } from '@/lib/state/figures.ts';
import type { SelfTestLine, SelfTestReport } from '@/workers/protocol.ts';
import { Button } from '../ui/button.tsx';

/** The rules over cases that are made on the spot. Says what was missed and harmed, and what nothing looks for. */
export function SelfTest() {
  const [seed, setSeed] = useState(1);
  const [report, setReport] = useState<SelfTestReport | null>(null);
  const [said, setSaid] = useState('');
  const run = async () => {
    setSaid('Running…');
    const result = await questions.selfTest(seed);
    setSeed(seed + 1);
    setSaid(result.ok ? '' : result.error.message);
    if (result.ok) setReport(result.value);
  };
  return (
    <section aria-label="Self-test" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-60 flex-1 text-mute">
          Invented secrets and look-alikes, made here and now, go through the same rules as your files. The figures tell
          how the rules do on these cases, not on yours.
        </p>
        <Button onClick={() => void run()}>{report ? 'Run again with other values' : 'Run the self-test'}</Button>
      </div>
      <p role="status" className="text-mute empty:hidden">
        {said}
      </p>
      {report ? (
        <>
          <div className="grid gap-5 md:grid-cols-2">
            <Lines title="Has to go: found whole" lines={report.found} good="all" bad="missed or cut short" />
            <Lines title="Has to stay: left alone" lines={report.spared} good="none harmed" bad="harmed" />
          </div>
          <div>
            <h2 className="mb-1 font-semibold">Not checked at all</h2>
            <ul className="grid list-disc gap-1 pl-5">
              {report.unchecked.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        </>
      ) : null}
    </section>
  );
}

function Lines({
  title,
  lines,
  good,
  bad,
}: {
  readonly title: string;
  readonly lines: readonly SelfTestLine[];
  readonly good: string;
  readonly bad: string;
}) {
  return (
    <table className="w-full self-start text-left">
      <caption className="mb-1 text-left font-semibold">{title}</caption>
      <tbody>
        {lines.map(({ name, cases, right }) => (
          <tr key={name} className="border-t border-line">
            <th scope="row" className="py-1 pr-3 font-normal">
              {name}
            </th>
            <td className="py-1 pr-3 text-right whitespace-nowrap text-mute">
              {formatCount(right)} of {formatCount(cases)}
            </td>
            <td className={`w-36 py-1 text-right whitespace-nowrap ${right < cases ? 'text-bad' : 'text-ok'}`}>
              {right < cases ? `${formatCount(cases - right)} ${bad}` : good}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
