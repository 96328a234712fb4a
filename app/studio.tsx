'use client';

import type { ReactNode } from 'react';
import { CuratePane } from '@/components/curate/curate-pane.tsx';
import { EvaluatePane } from '@/components/evaluate/evaluate-pane.tsx';
import { ExportPane } from '@/components/export/export-pane.tsx';
import { MixPane } from '@/components/mix/mix-pane.tsx';
import { RedactPane } from '@/components/redact/redact-pane.tsx';
import { Frame } from '@/components/shell/frame.tsx';
import { SourcesPane } from '@/components/sources/sources-pane.tsx';
import { useView } from '@/lib/state/app.ts';
import type { StepId } from '@/lib/state/view.ts';

const PANES: Readonly<Record<StepId, () => ReactNode>> = {
  sources: SourcesPane,
  redact: RedactPane,
  curate: CuratePane,
  mix: MixPane,
  export: ExportPane,
  evaluate: EvaluatePane,
};

export function Studio() {
  const Pane = PANES[useView((state) => state.step)];
  return (
    <Frame>
      <Pane />
    </Frame>
  );
}
