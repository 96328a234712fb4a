'use client';

import type { ReactNode } from 'react';
import { sessionBrowser, useSessions } from '@/lib/state/app.ts';
import { formatCount } from '@/lib/state/figures.ts';
import { KIND_WORDS, KINDS } from '@/lib/state/session-words.ts';
import type { SessionOverview, TimelineKind } from '@/workers/protocol.ts';

/** What there is in the timeline, each kind a filter. */
export function TimelineFilters({ overview }: { readonly overview: SessionOverview }) {
  const { kinds, damaged } = useSessions((state) => state.filter);
  const toggle = (kind: TimelineKind) =>
    sessionBrowser.filterBy({
      kinds: kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind],
    });
  return (
    <fieldset
      aria-label="Filter the timeline"
      className="flex min-w-0 shrink-0 gap-1 overflow-x-auto border-b border-line px-3.5 py-1.5 md:flex-wrap"
    >
      <Toggle
        on={kinds.length === 0 && !damaged}
        onClick={() => sessionBrowser.filterBy({ kinds: [], damaged: false })}
        count={Object.values(overview.kinds).reduce((sum, count) => sum + count, 0)}
      >
        All
      </Toggle>
      {KINDS.map((kind) =>
        overview.kinds[kind] ? (
          <Toggle key={kind} on={kinds.includes(kind)} count={overview.kinds[kind]} onClick={() => toggle(kind)}>
            {KIND_WORDS[kind]}
          </Toggle>
        ) : null,
      )}
      {overview.damagedEntries > 0 ? (
        <Toggle
          on={damaged}
          warn
          count={overview.damagedEntries}
          onClick={() => sessionBrowser.filterBy({ damaged: !damaged })}
        >
          Damaged only
        </Toggle>
      ) : null}
    </fieldset>
  );
}

function Toggle({
  on,
  warn = false,
  count,
  onClick,
  children,
}: {
  readonly on: boolean;
  readonly warn?: boolean;
  readonly count: number;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className={`min-h-6 rounded-md px-2 text-sm whitespace-nowrap ${on ? 'bg-accent-soft font-semibold text-accent' : warn ? 'text-warn hover:bg-warn-soft' : 'text-mute hover:bg-soft hover:text-ink'}`}
    >
      {children} <span className="font-normal">{formatCount(count)}</span>
    </button>
  );
}
