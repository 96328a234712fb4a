'use client';

import { useState } from 'react';
import { formatCount, sayCode } from '@/lib/state/figures.ts';
import { sayFailure } from '@/lib/state/local-model/failure-words.ts';
import { modelPlayer, useModelPlayer } from '@/lib/state/local-model/page.ts';
import type { TryRow } from '@/workers/model-protocol.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { ScrollFrame } from '../ui/scroll-frame.tsx';

const SHOWS = [
  { id: 'all', label: 'All' },
  { id: 'kept', label: 'Kept' },
  { id: 'rejected', label: 'Rejected' },
] as const;
type Shows = (typeof SHOWS)[number]['id'];

const matches = (row: TryRow, shows: Shows): boolean => shows === 'all' || row.kept === (shows === 'kept');

/** Every try with what became of it; a click shows how it went. */
export function TryList() {
  const tries = useModelPlayer((state) => state.tries);
  const counts = useModelPlayer((state) => state.counts);
  const shown = useModelPlayer((state) => state.shown?.number);
  const [shows, setShows] = useState<Shows>('all');
  const rows = tries.filter((row) => matches(row, shows));
  return (
    <section aria-label="Tries" className="min-w-0 rounded-lg border border-line bg-pane p-3.5">
      <div className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-lg font-semibold">Tries</h2>
        <p className="text-sm text-mute">
          {formatCount(counts.kept)} kept, {formatCount(counts.tries - counts.kept)} rejected
        </p>
        <span className="ml-auto flex gap-0.5">
          {SHOWS.map(({ id, label }) => (
            <Button
              key={id}
              look={id === shows ? 'plain' : 'quiet'}
              aria-pressed={id === shows}
              onClick={() => setShows(id)}
            >
              {label}
            </Button>
          ))}
        </span>
      </div>
      <ScrollFrame label="List of tries" className="max-h-[62dvh]">
        {rows.length === 0 ? <p className="py-2 text-mute">None yet.</p> : null}
        <ul>
          {rows.map((row) => (
            <li key={row.number} className="border-t border-line first:border-t-0">
              <button
                type="button"
                aria-pressed={row.number === shown}
                className={`grid w-full gap-0.5 rounded px-1.5 py-1.5 text-left hover:bg-soft ${row.number === shown ? 'bg-accent-soft' : ''}`}
                onClick={() => void modelPlayer.show(row)}
              >
                <span className="flex items-baseline gap-2">
                  <Chip tone={row.kept ? 'ok' : row.failure ? 'warn' : 'bad'}>
                    {row.kept ? 'kept' : row.failure ? 'not judged' : 'rejected'}
                  </Chip>
                  <span className="min-w-0 flex-1 truncate">{sayScenario(row.scenario)}</span>
                  <span className="text-xs text-mute">
                    {row.language} · try {row.attempt}
                  </span>
                </span>
                <Reasons row={row} />
              </button>
            </li>
          ))}
        </ul>
      </ScrollFrame>
    </section>
  );
}

export const sayScenario = (scenario: string): string => sayCode(scenario).replaceAll('/', ' · ');

function Reasons({ row }: { readonly row: TryRow }) {
  const lines = row.failure
    ? [sayFailure(row.failure).title]
    : row.failed.map(({ name, detail }) => (detail ? `failed: ${name} (${detail})` : `failed: ${name}`));
  const worded =
    row.reworded === 'no' ? [] : [row.reworded === 'yes' ? 'reworded' : `original wording: ${row.reworded}`];
  return [...lines, ...worded].map((line) => (
    <span key={line} className="block text-sm break-words text-mute">
      {line}
    </span>
  ));
}
