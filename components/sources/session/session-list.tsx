'use client';

import { sessionBrowser, usePages, useSessions } from '@/lib/state/app.ts';
import { sayCodes, sayGiven, sayStart } from '@/lib/state/session-words.ts';
import type { SessionListRow } from '@/workers/protocol.ts';
import { ListBox } from '../../ui/list-box.tsx';

const read = () => sessionBrowser.read(true);

/** The sessions of a source. It takes the focus from the table that it was opened from. */
export function SessionList() {
  const total = usePages(sessionBrowser.sessions, (state) => state.total);
  const rows = usePages(sessionBrowser.sessions, (state) => state.rows);
  const selected = useSessions((state) => state.selected);
  const reading = useSessions((state) => state.reading);
  return (
    <ListBox
      label="Sessions"
      rowPx={70}
      total={total}
      rows={rows}
      selected={selected}
      takesFocus={!reading}
      onShow={sessionBrowser.sessions.show}
      onSelect={sessionBrowser.select}
      onOpen={read}
    >
      {(row) => <Line row={row} />}
    </ListBox>
  );
}

function Line({ row }: { readonly row: SessionListRow }) {
  const damage = sayCodes(row.damage);
  const repaired = sayCodes(row.repaired);
  return (
    <>
      <div className="flex items-baseline gap-2">
        <span dir="auto" className="min-w-0 flex-1 truncate">
          {row.title || row.id}
        </span>
        <span className="shrink-0 text-xs text-mute">{sayStart(row.startedMs)}</span>
      </div>
      <div className="truncate text-xs text-mute" title={sayGiven(row)}>
        {sayGiven(row)}
      </div>
      <div className="truncate text-xs" title={[damage, repaired].filter(Boolean).join('; repaired: ')}>
        {damage ? <span className="text-warn">{damage}</span> : null}
        {damage && repaired ? ' · ' : null}
        {repaired ? <span className="text-ok">repaired: {repaired}</span> : null}
        {damage || repaired ? null : <span className="text-ok">{row.episodes > 0 ? 'whole' : ''}</span>}
      </div>
    </>
  );
}
