'use client';

import { browsers, useBrowser, useWorkspace } from '@/lib/state/app.ts';
import { plural } from '@/lib/state/figures.ts';
import { EpisodeList } from '../episodes/episode-list.tsx';
import { Empty } from '../ui/empty.tsx';
import { Pane } from '../ui/pane.tsx';
import { BeforeAfter } from './before-after.tsx';
import { TypeList } from './type-list.tsx';
import { WordLists } from './word-lists.tsx';

const browser = browsers.redact;

export function RedactPane() {
  const redaction = useWorkspace((state) => state.summary?.redaction);
  const any = useWorkspace((state) => (state.summary?.episodes ?? 0) > 0);
  const total = useBrowser(browser, (state) => state.total);
  const type = useBrowser(browser, (state) => state.filter.redacted);
  const facts = redaction
    ? `${plural(redaction.replacements, 'replacement')} in ${plural(redaction.episodes, 'episode')}`
    : '';
  return (
    <Pane label="Redact" facts={facts} fill>
      {any ? (
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] overflow-hidden rounded-lg border border-line bg-pane md:grid-cols-[220px_minmax(0,1fr)] xl:grid-cols-[236px_280px_minmax(0,1fr)]">
          <div className="min-h-0 overflow-auto p-3.5 md:row-span-2 md:border-r md:border-line xl:row-span-1">
            <TypeList />
            <WordLists />
          </div>
          <div className="flex min-h-0 flex-col max-xl:h-52 max-md:border-t xl:border-r border-line">
            <p className="border-b border-line px-3.5 py-1.5 text-xs text-mute">
              {total === null ? 'Loading' : plural(total, 'episode')} {type ? `with ${type}` : ''}
            </p>
            <EpisodeList browser={browser} />
          </div>
          <BeforeAfter />
        </div>
      ) : (
        <Empty title="Nothing to redact yet">
          Secrets and personal data are found and replaced as files are read. Add sources first; each replacement can be
          looked at here.
        </Empty>
      )}
    </Pane>
  );
}
