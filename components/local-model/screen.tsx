'use client';

import { useEffect, useState } from 'react';
import { needsHelp } from '@/lib/state/local-model/failure-words.ts';
import { modelPlayer, useModelPlayer } from '@/lib/state/local-model/page.ts';
import { Empty } from '../ui/empty.tsx';
import { KeptCard } from './kept-card.tsx';
import { PlayCard } from './play-card.tsx';
import { ReachDialog } from './reach-dialog.tsx';
import { ServerCard } from './server-card.tsx';
import { ServerHelp } from './server-help.tsx';
import { TallyTable } from './tally-table.tsx';
import { Transcript } from './transcript.tsx';
import { Trouble } from './trouble.tsx';
import { TryList } from './try-list.tsx';

export function LocalModelScreen() {
  const unsaved = useModelPlayer(({ counts, safe }) => counts.kept > safe);
  useEffect(function start() {
    void modelPlayer.load();
  }, []);
  useEffect(
    function askBeforeLeaving() {
      if (!unsaved) return;
      const ask = (event: BeforeUnloadEvent) => event.preventDefault();
      window.addEventListener('beforeunload', ask);
      return () => window.removeEventListener('beforeunload', ask);
    },
    [unsaved],
  );
  return (
    <>
      <Top />
      <main className="mx-auto grid max-w-[1500px] gap-4 px-4 py-4 md:px-5">
        <div>
          <h1 className="text-xl font-semibold tracking-tight">Play scenarios with a model on this machine</h1>
          <p className="max-w-[88ch] text-mute">
            Your model works in the simulated workspace in place of the built-in agent. Every scenario judges the
            outcome by its own checks, and only what passes all of them is kept.
          </p>
        </div>
        <Trouble />
        <div className="grid items-start gap-4 lg:grid-cols-[320px_minmax(0,1fr)]">
          <div className="grid gap-3">
            <ServerCard />
            <PlayCard />
            <KeptCard />
          </div>
          <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
            <Played />
          </div>
        </div>
      </main>
      <Announcer />
    </>
  );
}

function Top() {
  const [proving, setProving] = useState(false);
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-pane px-3 py-1.5 md:px-4">
      <a href="/" className="font-semibold tracking-tight whitespace-nowrap hover:underline">
        <span aria-hidden="true" className="text-accent">
          ◆{' '}
        </span>
        OpenClaw Dataset Builder
      </a>
      <span className="text-mute">Local model</span>
      <span className="flex-1" />
      <button
        type="button"
        aria-haspopup="dialog"
        className="inline-flex min-h-7 items-center gap-1.5 rounded-full border border-line px-2.5 text-sm text-mute hover:bg-soft hover:text-ink"
        onClick={() => setProving(true)}
      >
        <span aria-hidden="true" className="size-[7px] rounded-full bg-ok" />
        Reaches this machine only
      </button>
      <a href="/" className="text-accent underline">
        Back to the builder
      </a>
      {proving ? <ReachDialog onClose={() => setProving(false)} /> : null}
    </header>
  );
}

function Played() {
  const any = useModelPlayer(({ counts, live }) => counts.tries > 0 || live !== null);
  const ready = useModelPlayer(({ server }) => server === 'ready');
  const trouble = useModelPlayer((state) => state.trouble?.code);
  if (!any)
    return ready ? (
      <Empty title="Connected. Nothing played yet.">
        Press Play: each family’s pass rate appears here, with the transcript of the try that is running.
      </Empty>
    ) : (
      <ServerHelp title={trouble === undefined ? 'No server connected yet' : 'How to start a server'} />
    );
  return (
    <>
      {trouble !== undefined && needsHelp(trouble) ? <ServerHelp title="How to start a server" /> : null}
      <TallyTable />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 xl:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <TryList />
        <Transcript />
      </div>
    </>
  );
}

function Announcer() {
  const text = useModelPlayer(({ announcement }) => announcement);
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {text}
    </p>
  );
}
