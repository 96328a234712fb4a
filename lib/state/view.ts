import { createStore } from 'zustand/vanilla';

export const STEPS = [
  { id: 'sources', label: 'Sources' },
  { id: 'redact', label: 'Redact' },
  { id: 'curate', label: 'Curate' },
  { id: 'mix', label: 'Mix and split' },
  { id: 'export', label: 'Export' },
  { id: 'evaluate', label: 'Evaluate' },
] as const;

export type StepId = (typeof STEPS)[number]['id'];

export const isStep = (id: string): id is StepId => STEPS.some((step) => step.id === id);

export interface ViewState {
  readonly step: StepId;
  readonly dialog: 'none' | 'proof' | 'keys';
  /** Single-key shortcuts can be switched off (WCAG 2.1.4). */
  readonly shortcuts: boolean;
  /** Names of earlier drops that can be opened again without dropping them. */
  readonly reopenable: readonly string[];
}

export const createView = () =>
  createStore<ViewState>(() => ({ step: 'sources', dialog: 'none', shortcuts: true, reopenable: [] }));
