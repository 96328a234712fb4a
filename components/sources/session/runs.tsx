'use client';

import { useState } from 'react';
import { formatCount, plural } from '@/lib/state/figures.ts';
import { sayDuration, sayRun, sayStart } from '@/lib/state/session-words.ts';
import type { RunView, SessionOverview } from '@/workers/protocol.ts';
import { Button } from '../../ui/button.tsx';

const PORTION = 40;

/** What was spent, by which models, and each run with its attempts. */
export function Runs({ overview: { usage, models, runs } }: { readonly overview: SessionOverview }) {
  const [shown, setShown] = useState(PORTION);
  const spent: readonly (readonly [string, string])[] = [
    ['input tokens', formatCount(usage.input)],
    ['output tokens', formatCount(usage.output)],
    ['cache read', formatCount(usage.cacheRead)],
    ['cache written', formatCount(usage.cacheWrite)],
    ['in all', formatCount(usage.total)],
    ['cost', usage.cost > 0 ? `$${usage.cost.toFixed(4)}` : 'not recorded'],
  ];
  return (
    <div className="grid gap-4">
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <Facts
          title={`Usage, as ${plural(usage.messages, 'message')} of the model recorded it`}
          facts={usage.messages > 0 ? spent : []}
          none="None was recorded."
        />
        <Facts
          title="Models"
          facts={models.map(({ model, messages }) => [model, plural(messages, 'message')] as const)}
          none="No message names its model."
        />
      </div>
      <div>
        <h3 className="mb-1 text-xs text-mute">Runs</h3>
        {runs.length === 0 ? <p className="text-mute">No recording of the runs is in the drop.</p> : null}
        <ol>
          {runs.slice(0, shown).map((run) => (
            <Run key={run.id} run={run} />
          ))}
        </ol>
        {shown < runs.length ? (
          <Button onClick={() => setShown(shown + PORTION)}>
            Show {formatCount(Math.min(PORTION, runs.length - shown))} more of {formatCount(runs.length)}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Facts({
  title,
  facts,
  none,
}: {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly none: string;
}) {
  return (
    <div>
      <h3 className="mb-1 text-xs text-mute">{title}</h3>
      {facts.length === 0 ? <p className="text-mute">{none}</p> : null}
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="truncate">{name}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Run({ run }: { readonly run: RunView }) {
  const bad = run.status === 'error' || run.error !== '';
  return (
    <li className="border-t border-line py-1.5">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-sm text-mute">{sayStart(run.startedMs)}</span>
        <span className={bad ? 'text-bad' : ''}>{sayRun(run)}</span>
        <span className="ml-auto text-sm text-mute">{sayDuration(run.startedMs, run.endedMs)}</span>
      </p>
      {run.error ? <p className="text-sm break-words text-bad">{run.error}</p> : null}
      {run.attempts.length > 1 || run.fallbacks.length > 0 ? (
        <ul className="mt-0.5 text-sm text-mute">
          {run.attempts.map((attempt, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: attempts have no id and keep their places
            <li key={at} className="flex flex-wrap gap-x-2">
              <span>attempt {at + 1}</span>
              <span className={attempt.outcome === 'completed' ? '' : 'text-warn'}>{attempt.outcome}</span>
              <span className="font-mono">{attempt.model}</span>
              <span className="min-w-0 break-words">{attempt.error}</span>
            </li>
          ))}
          {run.fallbacks.map(({ from, to, reason }) => (
            <li key={`${from} ${to}`}>
              fell back from {from} {to ? `to ${to}` : ''} ({reason})
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
