'use client';

import { type MouseEvent, useState } from 'react';
import { questions, sessionBrowser, useSessions, useWorkspace } from '@/lib/state/app.ts';
import { formatCount } from '@/lib/state/figures.ts';
import { useAnswer } from '@/lib/state/use-answer.ts';
import type { TimelineEntry } from '@/workers/protocol.ts';
import { MarkedText } from '../../ui/marked-text.tsx';

/** The beginning of a text, and the whole of it on demand. As it stands in the file it is shown by one deliberate click only. */
export function EntryText({ entry, chosen }: { readonly entry: TimelineEntry; readonly chosen: boolean }) {
  const open = useSessions((state) => state.opened.has(entry.index));
  const [raw, setRaw] = useState(false);
  if (entry.chars === 0) return null;
  const look = `whitespace-pre-wrap break-words ${MONO.has(entry.kind) ? 'font-mono text-sm' : ''} ${entry.kind === 'thinking' ? 'text-mute' : ''}`;
  const act = (does: () => void) => (event: MouseEvent) => {
    event.stopPropagation();
    does();
  };
  return (
    <>
      <div dir="auto" className={`${look} ${open || raw ? '' : 'line-clamp-3'}`}>
        {raw || (open && entry.cut) ? <Whole key={String(raw)} entry={entry} raw={raw} /> : entry.text}
      </div>
      {chosen || open || raw || entry.cut ? (
        <div className="mt-0.5 flex flex-wrap gap-x-3 text-xs">
          {entry.cut || entry.text.length > FOLDED || open ? (
            <Act onClick={act(() => sessionBrowser.toggle(entry.index))}>
              {open ? 'Fold' : `Show all ${formatCount(entry.chars)} characters`}
            </Act>
          ) : null}
          {chosen || raw ? (
            <Act onClick={act(() => setRaw(!raw))}>
              {raw ? 'Cover what is redacted' : 'Show as it stands in the file'}
            </Act>
          ) : null}
          {raw ? <span className="text-warn">not redacted</span> : null}
        </div>
      ) : null}
    </>
  );
}

const MONO: ReadonlySet<string> = new Set(['call', 'result', 'record', 'shell']);
/** Characters that three lines may hold. */
const FOLDED = 240;

function Whole({ entry, raw }: { readonly entry: TimelineEntry; readonly raw: boolean }) {
  const source = useSessions((state) => state.source?.index ?? -1);
  const session = useSessions((state) => state.overview?.id ?? '');
  const revision = useWorkspace((state) => state.revision);
  const answer = useAnswer(`${revision} ${source} ${session} ${entry.index} ${raw}`, () =>
    questions.timelineText(source, session, { index: entry.index, raw }),
  );
  if (answer.problem) return `It cannot be shown: ${answer.problem}`;
  if (answer.value === null || answer.waiting) return entry.text;
  return <MarkedText text={answer.value} marks={[]} />;
}

function Act({ onClick, children }: { readonly onClick: (event: MouseEvent) => void; readonly children: string }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="rounded text-accent underline decoration-line underline-offset-2 hover:decoration-accent"
    >
      {children}
    </button>
  );
}
