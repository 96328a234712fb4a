'use client';

import type { ReactNode } from 'react';
import { useBrowser, useWorkspace } from '@/lib/state/app.ts';
import type { EpisodeBrowser, EpisodeFilter } from '@/lib/state/episode-browser.ts';
import { formatCount, sayCode } from '@/lib/state/figures.ts';
import { type Loss, lossesOf, originsOf } from '@/lib/state/funnel.ts';
import { Histogram } from '../ui/histogram.tsx';
import { ORIGIN_TEXT } from '../ui/origin-tones.ts';
import { Rules } from './rules.tsx';

/** Charts and lists that say what there is and, clicked, show just that. */
export function Filters({ browser }: { readonly browser: EpisodeBrowser }) {
  const summary = useWorkspace((state) => state.summary);
  const filter = useBrowser(browser, (state) => state.filter);
  if (!summary) return null;
  const toggle = (change: EpisodeFilter, on: boolean) =>
    browser.filterBy(on ? Object.fromEntries(Object.keys(change).map((key) => [key, undefined])) : change);
  const losses = lossesOf(summary);
  const dropped = summary.episodes - summary.kept;
  return (
    <div className="grid gap-4 px-3.5 py-3 max-xl:grid-cols-2 max-sm:grid-cols-1">
      <Histogram
        label="Tokens"
        unit="tokens"
        bars={summary.charts.tokens}
        chosen={filter.tokens}
        onChoose={(bar) => browser.filterBy({ tokens: bar && { from: bar.from, to: bar.to } })}
      />
      <Histogram
        label="Tool calls"
        unit="calls"
        bars={summary.charts.toolCalls}
        chosen={filter.toolCalls}
        onChoose={(bar) => browser.filterBy({ toolCalls: bar && { from: bar.from, to: bar.to } })}
      />
      <Group title="Standing">
        <Line
          label="kept"
          count={summary.kept}
          on={filter.status === 'kept'}
          onToggle={(on) => toggle({ status: 'kept' }, on)}
        />
        <Line
          label="left out"
          count={dropped}
          on={filter.status === 'dropped'}
          onToggle={(on) => toggle({ status: 'dropped' }, on)}
        />
      </Group>
      <Group title="Origin, of those kept">
        {originsOf(summary).map(({ origin, count }) => (
          <Line
            key={origin}
            label={origin}
            tone={ORIGIN_TEXT[origin]}
            count={count}
            on={filter.origin === origin}
            onToggle={(on) => toggle({ origin }, on)}
          />
        ))}
      </Group>
      <Group title="Left out, with reason">
        {losses
          .filter(({ listed }) => listed)
          .map(({ reason, count, meaning }) => (
            <Line
              key={reason}
              label={sayCode(reason)}
              hint={meaning}
              count={count}
              on={filter.reason === reason}
              onToggle={(on) => toggle({ reason }, on)}
            />
          ))}
        {dropped === 0 ? <p className="text-mute">nothing</p> : null}
      </Group>
      <Unread losses={losses.filter(({ listed }) => !listed)} />
      <Rules />
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h2 className="mb-1 text-xs text-mute">{title}</h2>
      {children}
    </div>
  );
}

function Line({
  label,
  count,
  on,
  tone = '',
  hint,
  onToggle,
}: {
  readonly label: string;
  readonly count: number;
  readonly on: boolean;
  readonly tone?: string;
  readonly hint?: string;
  readonly onToggle: (wasOn: boolean) => void;
}) {
  return (
    <button
      type="button"
      aria-pressed={on}
      title={hint}
      className={`-mx-1.5 flex min-h-6 w-[calc(100%+12px)] items-center justify-between gap-2 rounded px-1.5 text-left ${on ? 'bg-accent-soft font-semibold' : 'hover:bg-soft'}`}
      onClick={() => onToggle(on)}
    >
      <span className={tone}>{label}</span>
      <span className="font-normal text-mute">{formatCount(count)}</span>
    </button>
  );
}

/** What never became an episode: nothing of it can be listed, but nothing vanishes silently. */
function Unread({ losses }: { readonly losses: readonly Loss[] }) {
  if (losses.length === 0) return null;
  return (
    <Group title="Lost while reading">
      <ul>
        {losses.map(({ reason, count, meaning }) => (
          <li key={reason} title={meaning} className="flex min-h-6 items-center justify-between gap-2">
            <span>{sayCode(reason)}</span>
            <span className="text-mute">{formatCount(count)}</span>
          </li>
        ))}
      </ul>
    </Group>
  );
}
