'use client';

import { useId, useState } from 'react';
import { questions, useBrowser } from '@/lib/state/app.ts';
import type { EpisodeBrowser } from '@/lib/state/episode-browser.ts';
import { formatCount } from '@/lib/state/figures.ts';
import type { EpisodeView } from '@/workers/protocol.ts';
import { BlockList, isShort } from '../episodes/block-list.tsx';
import { Chat } from '../episodes/chat.tsx';
import { Button } from '../ui/button.tsx';
import { MarkedText, TextReader } from '../ui/marked-text.tsx';
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
      <TextReader value={questions.episodeText}>
        <div
          key={`${view.row.id} ${tab}`}
          id={panel}
          role="tabpanel"
          aria-label={TABS.find(({ id }) => id === tab)?.label}
          className="flex min-h-0 flex-1 flex-col"
        >
          {tab === 'redacted' || tab === 'before' ? (
            <BlockList label="Episode" pages={browser.blocks} head={<Headline view={view} />} short={isShort(view.row)}>
              {({ messages }) => (
                <div className="px-4.5 pb-3.5">
                  <Chat
                    view={{ messages }}
                    side={tab === 'before' ? 'before' : 'after'}
                    hidden={tab === 'before' && !open}
                  />
                </div>
              )}
            </BlockList>
          ) : (
            <ScrollFrame label="Episode" className="flex-1">
              <Headline view={view} />
              <div className="px-4.5 pb-3.5">
                {tab === 'exported' ? <Exported view={view} /> : <Provenance view={view} />}
              </div>
            </ScrollFrame>
          )}
        </div>
      </TextReader>
    </>
  );
}

function Headline({ view: { row, tools } }: { readonly view: EpisodeView }) {
  return (
    <div className="px-4.5 py-3.5">
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

function Exported({ view: { exported } }: { readonly view: EpisodeView }) {
  return (
    <pre className="font-mono text-sm whitespace-pre-wrap break-words">
      {exported.text ? <MarkedText {...exported} /> : 'This episode is left out, so nothing is written.'}
    </pre>
  );
}
