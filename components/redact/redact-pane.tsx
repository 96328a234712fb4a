'use client';

import { type ReactNode, useId } from 'react';
import { browsers, goTo, openRedact, useBrowser, useView, useWorkspace } from '@/lib/state/app.ts';
import { plural } from '@/lib/state/figures.ts';
import { REDACT_TABS, type RedactTab } from '@/lib/state/view.ts';
import { EpisodeList } from '../episodes/episode-list.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { KeepFocus } from '../ui/keep-focus.tsx';
import { Pane } from '../ui/pane.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { BeforeAfter } from './before-after.tsx';
import { Decisions } from './decisions.tsx';
import { Examples } from './examples.tsx';
import { NameReview } from './name-review.tsx';
import { SelfTest } from './self-test.tsx';
import { TypeList } from './type-list.tsx';
import { WordLists } from './word-lists.tsx';

const browser = browsers.redact;

export function RedactPane() {
  const redaction = useWorkspace((state) => state.summary?.redaction);
  const any = useWorkspace((state) => (state.summary?.episodes ?? 0) > 0);
  const tab = useView((state) => state.redactTab);
  const panelId = useId();
  const facts = redaction
    ? `${plural(redaction.replacements, 'replacement')} in ${plural(redaction.episodes, 'episode')}`
    : '';
  return (
    <Pane label="Redact" facts={facts} fill>
      {any ? (
        <>
          <Tabs label="Ways to review" tabs={REDACT_TABS} chosen={tab} panelId={panelId} onChoose={openRedact} />
          <div id={panelId} role="tabpanel" aria-label={tab} className="flex min-h-0 flex-1 flex-col">
            <Panel tab={tab} />
          </div>
        </>
      ) : (
        <NothingYet />
      )}
    </Pane>
  );
}

function NothingYet() {
  const missing = useWorkspace((state) => state.missing.length > 0);
  if (!missing)
    return (
      <Empty title="Nothing to redact yet">
        Secrets and personal data are found and replaced as files are read. Add sources first; each replacement can be
        looked at here.
      </Empty>
    );
  return (
    <Empty title="Your decisions are here, your files are not">
      <p className="mb-2.5">What you decided last time is kept. To go on, open or drop the same files again.</p>
      <Button look="primary" onClick={() => goTo('sources')}>
        Go to Sources
      </Button>
    </Empty>
  );
}

const FRAME = 'min-h-0 flex-1 rounded-lg border border-line bg-pane';

function Panel({ tab }: { readonly tab: RedactTab }) {
  if (tab === 'examples')
    return (
      <Framed>
        <Examples />
      </Framed>
    );
  if (tab === 'names')
    return (
      <Framed>
        <NameReview />
      </Framed>
    );
  if (tab === 'test')
    return (
      <Framed>
        <SelfTest />
      </Framed>
    );
  if (tab === 'rules')
    return (
      <Framed>
        <div className="grid items-start gap-5 md:grid-cols-2">
          <WordLists />
          <Decisions />
        </div>
      </Framed>
    );
  return <Episodes />;
}

const Framed = ({ children }: { readonly children: ReactNode }) => (
  <KeepFocus className={`${FRAME} overflow-auto p-3.5`}>{children}</KeepFocus>
);

function Episodes() {
  const total = useBrowser(browser, (state) => state.total);
  const type = useBrowser(browser, (state) => state.filter.redacted);
  return (
    <div
      className={`${FRAME} grid grid-cols-[minmax(0,1fr)] overflow-hidden md:grid-cols-[220px_minmax(0,1fr)] xl:grid-cols-[236px_260px_minmax(0,1fr)]`}
    >
      <div className="min-h-0 overflow-auto px-3.5 py-2.5 md:row-span-2 md:py-3.5 md:border-r md:border-line xl:row-span-1">
        <TypeList />
      </div>
      <div className="flex min-h-0 flex-col border-line max-xl:h-44 max-md:border-t xl:border-r">
        <p className="border-b border-line px-3.5 py-1.5 text-xs text-mute">
          {total === null ? 'Loading' : plural(total, 'episode')} {type ? `with ${type}` : ''}
        </p>
        <EpisodeList browser={browser} />
      </div>
      <BeforeAfter />
    </div>
  );
}
