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

/** Ways to review the redaction. */
export const REDACT_TABS = [
  { id: 'episodes', label: 'Episodes' },
  { id: 'examples', label: 'Examples' },
  { id: 'names', label: 'Names' },
  { id: 'rules', label: 'Own rules' },
  { id: 'test', label: 'Self-test' },
] as const;

export type RedactTab = (typeof REDACT_TABS)[number]['id'];

export interface ViewState {
  readonly step: StepId;
  readonly redactTab: RedactTab;
  readonly dialog: 'none' | 'proof' | 'keys';
  /** Single-key shortcuts can be switched off (WCAG 2.1.4). */
  readonly shortcuts: boolean;
  /** Names of earlier drops that can be opened again without dropping them. */
  readonly reopenable: readonly string[];
}

export const createView = () =>
  createStore<ViewState>(() => ({
    step: 'sources',
    redactTab: 'episodes',
    dialog: 'none',
    shortcuts: true,
    reopenable: [],
  }));
