'use client';

import { reportOn, sessionBrowser, usePages, useSessions, useWorkspace } from '@/lib/state/app.ts';
import { plural } from '@/lib/state/figures.ts';
import { labelOf, splitPath } from '@/lib/state/source-words.ts';
import { Button } from '../../ui/button.tsx';
import { Pane } from '../../ui/pane.tsx';
import { SessionDetail } from './session-detail.tsx';
import { SessionList } from './session-list.tsx';

/** One source: its sessions on the left, the chosen one on the right; on a narrow page one after the other. */
export function SessionsView() {
  const source = useSessions((state) => state.source);
  const reading = useSessions((state) => state.reading);
  const total = usePages(sessionBrowser.sessions, (state) => state.total);
  const row = useWorkspace((state) => state.summary?.sources.find(({ index }) => index === source?.index));
  const facts = [
    splitPath(source?.path ?? '').name,
    row ? labelOf(row) : '',
    total === null ? '' : plural(total, 'session'),
  ];
  return (
    <Pane
      label="Sources"
      facts={facts.filter(Boolean).join(' · ')}
      actions={
        <>
          {source ? (
            <Button className={reading ? 'max-lg:hidden' : ''} onClick={() => reportOn(source)}>
              Damage of this source
            </Button>
          ) : null}
          <Button className={reading ? 'max-lg:hidden' : ''} onClick={() => sessionBrowser.choose(null)}>
            ← All sources
          </Button>
        </>
      }
      fill
    >
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] overflow-hidden rounded-lg border border-line bg-pane lg:grid-cols-[288px_minmax(0,1fr)]">
        <div
          className={`flex min-h-0 flex-col border-line lg:border-r max-lg:h-[70dvh] ${reading ? 'max-lg:hidden' : ''}`}
        >
          {total === 0 ? (
            <p className="p-4 text-mute">This source holds no session that could be looked at.</p>
          ) : (
            <SessionList />
          )}
        </div>
        <div className={`flex min-h-0 min-w-0 flex-col ${reading ? '' : 'max-lg:hidden'}`}>
          <Button look="quiet" className="m-2 mb-0 self-start lg:hidden" onClick={() => sessionBrowser.read(false)}>
            ← Back to the list
          </Button>
          <SessionDetail />
        </div>
      </div>
    </Pane>
  );
}
