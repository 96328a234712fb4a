'use client';

import { useMemo, useState } from 'react';
import { questions, useSessions, useWorkspace } from '@/lib/state/app.ts';
import { plural, sayCode } from '@/lib/state/figures.ts';
import { createPages } from '@/lib/state/pages.ts';
import { useAnswer } from '@/lib/state/use-answer.ts';
import type { EpisodeRow, MessageView, SessionOverview } from '@/workers/protocol.ts';
import { BlockList } from '../../episodes/block-list.tsx';
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

function Blocks({ ordinal }: { readonly ordinal: number }) {
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
  return (
    <BlockList label="Conversation" pages={pages}>
      {(messages) => (
        <div className="px-4.5 py-1.5">
          <Chat view={{ messages }} side="after" hidden={false} />
        </div>
      )}
    </BlockList>
  );
}
