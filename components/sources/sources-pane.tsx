'use client';

import { useWorkspace, workspace } from '@/lib/state/app.ts';
import { readFileList } from '@/lib/state/drop.ts';
import { factsOf } from '@/lib/state/source-words.ts';
import { GenerationReport } from '../generate/report.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { Pane } from '../ui/pane.tsx';
import { DropZone } from './drop-zone.tsx';
import { GeneratorCards } from './generator-cards.tsx';
import { LastTime } from './last-time.tsx';
import { MixCard } from './mix-card.tsx';
import { SizeNotice } from './size-notice.tsx';
import { SkippedFiles } from './skipped-files.tsx';
import { SourceTable } from './source-table.tsx';

const add = (files: FileList) => void workspace.addFiles(readFileList(files));

export function SourcesPane() {
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
    </Pane>
  );
}
