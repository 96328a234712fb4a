'use client';

import { useView, useWorkspace, view, workspace } from '@/lib/state/app.ts';
import { formatBytes, formatCount, formatDuration, plural } from '@/lib/state/figures.ts';
import type { Pace } from '@/lib/state/pace.ts';
import { stageDoing } from '@/lib/state/stage-words.ts';
import type { WorkspaceState } from '@/lib/state/workspace-state.ts';
import { Button } from '../ui/button.tsx';

const amount = (value: number, unit: Pace['progress']['unit']): string =>
  unit === 'bytes' ? formatBytes(value) : formatCount(value);

function sayProgress({ work, files, pace }: WorkspaceState): string {
  if (work === 'adding') return `Listing files: ${formatCount(files)} so far`;
  if (!pace) return work === 'building' ? 'Building' : 'Starting';
  const { done, total, unit } = pace.progress;
  const of = total > 0 ? `${amount(done, unit)} of ${amount(total, unit)}` : amount(done, unit);
  return `${stageDoing(pace.stage)}, ${of}${unit === 'bytes' ? '' : ` ${unit}`}`;
}

function sayPace(pace: Pace | null): string {
  if (!pace || pace.rate <= 0) return '';
  const { unit } = pace.progress;
  const rate = unit === 'bytes' ? `${formatBytes(pace.rate)}/s` : `${formatCount(Math.round(pace.rate))} ${unit}/s`;
  return pace.secondsLeft === null ? rate : `${rate} · ${formatDuration(pace.secondsLeft)} left`;
}

/** What runs, how fast, how long still, and the way to stop it. On a phone it appears only while work runs. */
export function BottomBar() {
  const state = useWorkspace((all) => all);
  const busy = state.work !== 'idle';
  return (
    <footer
      className={`sticky bottom-0 z-20 min-h-11 items-center gap-x-4 gap-y-1 border-t border-line bg-pane px-4 py-1.5 text-sm text-mute ${busy ? 'flex' : 'hidden md:flex'}`}
    >
      {busy ? <Busy state={state} /> : <Idle state={state} />}
    </footer>
  );
}

function Busy({ state }: { readonly state: WorkspaceState }) {
  const { pace } = state;
  const share = pace && pace.progress.total > 0 ? pace.progress.done / pace.progress.total : null;
  const said = sayProgress(state);
  return (
    <>
      <span className="w-[230px] shrink-0 truncate max-md:w-auto max-md:flex-1">{said}</span>
      <span
        role="progressbar"
        aria-label={pace ? stageDoing(pace.stage) : 'Working'}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        aria-valuetext={said}
        className="h-1 flex-1 overflow-hidden rounded-full bg-soft max-md:absolute max-md:inset-x-0 max-md:top-0"
      >
        <span
          className={`block h-full bg-accent ${share === null ? 'w-1/4 animate-pulse' : ''}`}
          style={share === null ? undefined : { width: `${Math.min(100, share * 100)}%` }}
        />
      </span>
      <span className="whitespace-nowrap">{sayPace(pace)}</span>
      <Button onClick={() => void workspace.cancel()}>Cancel</Button>
    </>
  );
}

function Idle({ state }: { readonly state: WorkspaceState }) {
  const reviewing = useView(({ step, redactTab }) => step === 'redact' && redactTab === 'episodes');
  const cancelled = state.stale && state.summary !== null;
  return (
    <>
      <span className="flex-1">
        {cancelled
          ? 'Stopped: what you see is from before your last change'
          : state.summary
            ? `Everything up to date: ${plural(state.summary.kept, 'episode')} kept`
            : 'Nothing loaded yet'}
      </span>
      {cancelled ? <Button onClick={workspace.resume}>Go on</Button> : null}
      <span className="max-lg:hidden [&_kbd]:font-sans [&_kbd]:font-semibold" aria-hidden="true">
        <kbd>j</kbd> <kbd>k</kbd> move ·{' '}
        {reviewing ? (
          <>
            <kbd>n</kbd> <kbd>p</kbd> finding · <kbd>a</kbd> agree · <kbd>l</kbd> leave
          </>
        ) : (
          <>
            <kbd>x</kbd> exclude
          </>
        )}{' '}
        · <kbd>u</kbd> undo
      </span>
      <button type="button" className="rounded px-1 hover:text-ink" onClick={() => view.setState({ dialog: 'keys' })}>
        Keys
      </button>
      <a className="rounded px-1 underline-offset-2 hover:text-ink hover:underline" href="/about">
        What is checked
      </a>
    </>
  );
}
