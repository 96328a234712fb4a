'use client';

import { useEffect, useRef } from 'react';
import { goTo, useView, useWorkspace } from '@/lib/state/app.ts';
import { formatCount } from '@/lib/state/figures.ts';
import { sayMix } from '@/lib/state/mix-words.ts';
import { STEPS, type StepId } from '@/lib/state/view.ts';
import { recipeOf, type WorkspaceState } from '@/lib/state/workspace-state.ts';
import { Funnel } from './funnel.tsx';

function countOf(step: StepId, state: WorkspaceState): string {
  const { summary, built } = state;
  if (!summary) return step === 'sources' && state.files > 0 ? formatCount(state.files) : '';
  const { ratios } = recipeOf(state).mix;
  switch (step) {
    case 'sources':
      return formatCount(summary.sources.length);
    case 'redact':
      return formatCount(summary.redaction.replacements);
    case 'curate':
      return formatCount(summary.kept);
    case 'mix':
      return summary.kept > 0 ? sayMix(ratios ?? summary.mix.got).replaceAll(' ', '') : '';
    case 'export':
      return built ? (built.blocked ? 'blocked' : 'built') : '';
    case 'evaluate':
      return '';
  }
}

const isDone = (step: StepId, state: WorkspaceState): boolean => {
  if (!state.summary || state.stale) return false;
  if (step === 'export') return state.built !== null && !state.built.blocked;
  return step !== 'evaluate' && state.summary.episodes > 0;
};

/** The six steps: a column on wide screens, a bar that scrolls sideways on a phone. */
export function Rail() {
  const step = useView((state) => state.step);
  const state = useWorkspace((all) => all);
  const nav = useRef<HTMLElement>(null);
  useEffect(
    function keepStepInView() {
      nav.current?.querySelector(`[data-step="${step}"]`)?.scrollIntoView({ inline: 'center', block: 'nearest' });
    },
    [step],
  );
  return (
    <nav
      ref={nav}
      aria-label="Steps"
      className="flex gap-0.5 overflow-x-auto border-b border-line bg-pane p-1.5 md:flex-col md:overflow-y-auto md:border-r md:border-b-0 md:p-2 md:pt-3"
    >
      {STEPS.map(({ id, label }, index) => {
        const current = id === step;
        const done = isDone(id, state);
        return (
          <button
            key={id}
            type="button"
            data-step={id}
            aria-current={current ? 'step' : undefined}
            className={`flex shrink-0 items-center gap-2 rounded-lg px-2.5 py-[7px] text-left ${current ? 'bg-accent-soft font-semibold text-accent' : 'text-ink hover:bg-soft'}`}
            onClick={() => goTo(id)}
          >
            <span
              aria-hidden="true"
              className={`hidden size-[18px] place-items-center rounded-full border text-[11px] font-normal leading-none md:grid ${current ? 'border-accent' : done ? 'border-transparent bg-ok-soft text-ok' : 'border-line text-mute'}`}
            >
              {done && !current ? '✓' : index + 1}
            </span>
            <span className="whitespace-nowrap">{label}</span>
            <span
              className={`text-sm font-normal whitespace-nowrap md:ml-auto ${current ? 'text-accent' : 'text-mute'}`}
            >
              {countOf(id, state)}
            </span>
          </button>
        );
      })}
      <Funnel />
    </nav>
  );
}
