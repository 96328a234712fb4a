'use client';

import { useId } from 'react';
import { sessionBrowser, useSessions } from '@/lib/state/app.ts';
import { SESSION_TABS, type SessionTab } from '@/lib/state/session-browser.ts';
import { sayCounts } from '@/lib/state/session-words.ts';
import type { SessionOverview } from '@/workers/protocol.ts';
import { ScrollFrame } from '../../ui/scroll-frame.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Conversation } from './conversation.tsx';
import { Prompt } from './prompt.tsx';
import { Runs } from './runs.tsx';
import { SessionProvenance } from './session-provenance.tsx';
import { Timeline } from './timeline.tsx';
import { Tools } from './tools.tsx';

/** One session in six ways, redacted. */
export function SessionDetail() {
  const panel = useId();
  const overview = useSessions((state) => state.overview);
  const problem = useSessions((state) => state.problem);
  const tab = useSessions((state) => state.tab);
  if (!overview)
    return (
      <p className="p-4 text-mute">{problem ? `This session cannot be shown: ${problem}` : 'Opening the session …'}</p>
    );
  return (
    <>
      <div className="border-b border-line px-3.5 pt-2.5 pb-1.5">
        <h2 dir="auto" className="truncate text-lg font-semibold" title={overview.title}>
          {overview.title || overview.id}
        </h2>
        <p className="mb-1.5 text-sm text-mute">{sayCounts(overview)}</p>
        <Tabs
          label="Views of the session"
          tabs={SESSION_TABS}
          chosen={tab}
          panelId={panel}
          onChoose={sessionBrowser.showTab}
        />
      </div>
      <div
        id={panel}
        role="tabpanel"
        aria-label={SESSION_TABS.find(({ id }) => id === tab)?.label}
        className="flex min-h-0 flex-1 flex-col max-lg:h-[70dvh] max-lg:flex-none"
      >
        <Panel key={overview.id} tab={tab} overview={overview} />
      </div>
    </>
  );
}

function Panel({ tab, overview }: { readonly tab: SessionTab; readonly overview: SessionOverview }) {
  if (tab === 'timeline') return <Timeline overview={overview} />;
  if (tab === 'conversation') return <Conversation overview={overview} />;
  const Facts = { prompt: Prompt, tools: Tools, runs: Runs, provenance: SessionProvenance }[tab];
  return (
    <ScrollFrame label="Session" className="flex-1">
      <div className="px-4.5 py-3.5">
        <Facts overview={overview} />
      </div>
    </ScrollFrame>
  );
}
