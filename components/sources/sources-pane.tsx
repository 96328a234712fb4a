'use client';

import { useId } from 'react';
import { useSessions, useView, useWorkspace, view, workspace } from '@/lib/state/app.ts';
import { readFileList } from '@/lib/state/drop.ts';
import { factsOf } from '@/lib/state/source-words.ts';
import { SOURCES_TABS } from '@/lib/state/view.ts';
import { GenerationReport } from '../generate/report.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { Pane } from '../ui/pane.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { DamagePane } from './damage/damage-pane.tsx';
import { DropZone } from './drop-zone.tsx';
import { GeneratorCards } from './generator-cards.tsx';
import { LastTime } from './last-time.tsx';
import { MixCard } from './mix-card.tsx';
import { PlayedOffers } from './played-offers.tsx';
import { SessionsView } from './session/sessions-view.tsx';
import { SizeNotice } from './size-notice.tsx';
import { SkippedFiles } from './skipped-files.tsx';
import { SourceTable } from './source-table.tsx';

const add = (files: FileList) => void workspace.addFiles(readFileList(files));

export function SourcesPane() {
  const looking = useSessions((state) => state.source !== null);
  return looking ? <SessionsView /> : <Overview />;
}

function Overview() {
  const panel = useId();
  const any = useWorkspace((state) => state.summary?.sources.some(({ origin }) => origin === 'real') ?? false);
  const chosen = useView((state) => state.sourcesTab);
  const tab = any ? chosen : 'files';
  const facts = useWorkspace((state) => factsOf(state.summary, state.files));
  return (
    <Pane
      label="Sources"
      facts={facts}
      actions={
        <>
          <FileButton label="Add files" onFiles={add} />
          <FileButton label="Add folder" folder onFiles={add} />
        </>
      }
    >
      <LastTime />
      <PlayedOffers />
      {any ? (
        <Tabs
          label="Views of the sources"
          tabs={SOURCES_TABS}
          chosen={tab}
          panelId={panel}
          onChoose={(sourcesTab) => view.setState({ sourcesTab })}
        />
      ) : null}
      <div
        id={panel}
        {...(any ? { role: 'tabpanel', 'aria-label': SOURCES_TABS.find(({ id }) => id === tab)?.label } : {})}
        className="flex flex-col gap-3.5"
      >
        {tab === 'damage' ? <DamagePane /> : <Files />}
      </div>
    </Pane>
  );
}

function Files() {
  return (
    <>
      <DropZone />
      <SizeNotice />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_316px]">
        <div className="grid min-w-0 gap-3">
          <SourceTable />
          <SkippedFiles />
          <GenerationReport />
        </div>
        <div className="grid gap-3">
          <GeneratorCards />
          <MixCard />
        </div>
      </div>
    </>
  );
}
