'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { questions, usePages, useSessions, useWorkspace } from '@/lib/state/app.ts';
import { plural, sayCode } from '@/lib/state/figures.ts';
import { createPages } from '@/lib/state/pages.ts';
import { useAnswer } from '@/lib/state/use-answer.ts';
import type { EpisodeRow, MessageView, SessionOverview } from '@/workers/protocol.ts';
import { Chat } from '../../episodes/chat.tsx';
import { Chip } from '../../ui/chip.tsx';
import { SelectField } from '../../ui/field.tsx';

/** Windows of one session that can be chosen. */
const MOST = 500;

/** The session as the episodes that it gives: one for each context window, as they will be written. */
export function Conversation({ overview }: { readonly overview: SessionOverview }) {
  const source = useSessions((state) => state.source?.index ?? -1);
  const revision = useWorkspace((state) => state.revision);
  const [chosen, setChosen] = useState(0);
  const { value, waiting } = useAnswer(`${revision} ${source} ${overview.id}`, () =>
    questions.episodes({ source, session: overview.id, offset: 0, limit: MOST }),
  );
  const row = value?.rows[Math.min(chosen, value.rows.length - 1)];
  if (!value || (waiting && !row)) return <p className="p-4 text-mute">Loading</p>;
  if (!row) return <NoEpisode overview={overview} />;
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-1 border-b border-line px-3.5 py-1.5 text-sm text-mute">
        {value.rows.length > 1 ? (
          <SelectField
            label={`Episode, one of ${plural(value.rows.length, 'context window')}`}
            value={String(row.ordinal)}
            options={value.rows.map(({ ordinal, title }, at) => ({
              value: String(ordinal),
              label: `${at + 1}. ${title.slice(0, 60)}`,
            }))}
            onChange={(ordinal) => setChosen(value.rows.findIndex((other) => String(other.ordinal) === ordinal))}
          />
        ) : null}
        <Standing row={row} />
      </div>
      <Blocks key={`${revision} ${row.ordinal}`} ordinal={row.ordinal} />
    </>
  );
}

function Standing({ row }: { readonly row: EpisodeRow }) {
  return (
    <p className="py-1">
      {plural(row.messages, 'message')} · {plural(row.toolCalls, 'call')}{' '}
      {row.dropped ? (
        <Chip tone="warn">left out: {sayCode(row.dropped.reason)}</Chip>
      ) : (
        <Chip tone="ok">{row.split ? `kept for ${row.split}` : 'kept'}</Chip>
      )}
    </p>
  );
}

function NoEpisode({ overview: { copies } }: { readonly overview: SessionOverview }) {
  const used = copies.find((copy) => copy.used);
  return (
    <p className="p-4 text-mute">
      This copy of the session gives no episode.{' '}
      {used ? `${used.label} ${used.path} holds it in better or equal state and is read in its stead.` : ''}
    </p>
  );
}

/** A guess before a block is measured. */
const BLOCK_PX = 120;

function Blocks({ ordinal }: { readonly ordinal: number }) {
  const scroller = useRef<HTMLFieldSetElement>(null);
  const pages = useMemo(
    () =>
      createPages<readonly MessageView[]>((query) =>
        questions
          .conversation(ordinal, query)
          .then((result) =>
            result.ok ? { ok: true, value: { total: result.value.total, rows: result.value.blocks } } : result,
          ),
      ),
    [ordinal],
  );
  const total = usePages(pages, (state) => state.total);
  const rows = usePages(pages, (state) => state.rows);
  const virtual = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => BLOCK_PX,
    overscan: 4,
  });
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? 0) + 1;
  useEffect(
    function askForBlocksInView() {
      pages.show(from, to);
    },
    [pages, from, to],
  );
  return (
    <fieldset
      ref={scroller}
      aria-label="Conversation"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="relative min-h-0 min-w-0 flex-1 overflow-auto -outline-offset-2"
    >
      <div style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const messages = rows.get(item.index);
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className="absolute inset-x-0 px-4.5 py-1.5"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {messages ? (
                <Chat view={{ messages }} side="after" hidden={false} />
              ) : (
                <p className="h-20 text-mute">…</p>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
