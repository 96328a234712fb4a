'use client';

import { useId, useState } from 'react';
import { useBrowser } from '@/lib/state/app.ts';
import type { EpisodeBrowser } from '@/lib/state/episode-browser.ts';
import { formatCount } from '@/lib/state/figures.ts';
import type { EpisodeView } from '@/workers/protocol.ts';
import { Chat } from '../episodes/chat.tsx';
import { Button } from '../ui/button.tsx';
import { ScrollFrame } from '../ui/scroll-frame.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Provenance } from './provenance.tsx';

const TABS = [
  { id: 'redacted', label: 'Redacted' },
  { id: 'before', label: 'Before' },
  { id: 'exported', label: 'As exported' },
  { id: 'provenance', label: 'Provenance' },
] as const;
type TabId = (typeof TABS)[number]['id'];

/** One episode as a conversation: redacted, as it came, as it will be written, and where it is from. */
export function Reader({ browser }: { readonly browser: EpisodeBrowser }) {
  const panel = useId();
  const view = useBrowser(browser, (state) => state.view);
  const problem = useBrowser(browser, (state) => state.problem);
  const [tab, setTab] = useState<TabId>('redacted');
  const [revealed, setRevealed] = useState<number | null>(null);
  if (!view)
    return (
      <p className="p-4 text-mute">
        {problem ? `This episode cannot be shown: ${problem}` : 'Choose an episode to read it.'}
      </p>
    );
  const open = revealed === view.row.ordinal;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-3.5 py-2">
        <Tabs label="View of the episode" tabs={TABS} chosen={tab} panelId={panel} onChoose={setTab} />
        {tab === 'before' ? (
          <Button className="ml-auto" aria-pressed={open} onClick={() => setRevealed(open ? null : view.row.ordinal)}>
            {open ? 'Cover values' : 'Reveal values'}
          </Button>
        ) : null}
      </div>
      <ScrollFrame key={`${view.row.ordinal} ${tab}`} label="Episode" className="flex-1">
        <div id={panel} role="tabpanel" aria-label={TABS.find(({ id }) => id === tab)?.label} className="px-4.5 py-3.5">
          <Headline view={view} />
          {tab === 'redacted' ? <Chat view={view} side="after" hidden={false} /> : null}
          {tab === 'before' ? <Chat view={view} side="before" hidden={!open} /> : null}
          {tab === 'exported' ? <Exported text={view.exported} /> : null}
          {tab === 'provenance' ? <Provenance view={view} /> : null}
        </div>
      </ScrollFrame>
    </>
  );
}

function Headline({ view: { row, tools } }: { readonly view: EpisodeView }) {
  return (
    <div className="mb-3">
      <h2 dir="auto" className="text-lg font-semibold">
        {row.title || 'untitled'}
      </h2>
      <p className="text-sm text-mute">
        {formatCount(row.messages)} messages · {formatCount(row.toolCalls)} calls · {formatCount(row.tokens)} tokens ·{' '}
        {formatCount(row.redactions)} replaced · {tools.length} tools offered
        {row.split ? ` · ${row.split}` : ''}
        {row.outcome === 'unknown' ? '' : ` · ${row.outcome}`}
      </p>
    </div>
  );
}

const FIRST = 20_000;

function Exported({ text }: { readonly text: string }) {
  const [whole, setWhole] = useState(false);
  const shown = whole ? text : text.slice(0, FIRST);
  return (
    <>
      <pre className="font-mono text-sm whitespace-pre-wrap break-words">
        {shown || 'This episode is left out, so nothing is written.'}
      </pre>
      {shown.length < text.length ? (
        <Button onClick={() => setWhole(true)}>Show {formatCount(text.length - shown.length)} more characters</Button>
      ) : null}
    </>
  );
}
