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

/** What the Sources step shows: the files, or what is wrong with them. */
export const SOURCES_TABS = [
  { id: 'files', label: 'Files' },
  { id: 'damage', label: 'Damage report' },
] as const;

export type SourcesTab = (typeof SOURCES_TABS)[number]['id'];

export interface ViewState {
  readonly step: StepId;
  readonly sourcesTab: SourcesTab;
  /** Place in the table of sources, for keys; -1 before any was used. */
  readonly sourcePlace: number;
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
    sourcesTab: 'files',
    sourcePlace: -1,
    redactTab: 'episodes',
    dialog: 'none',
    shortcuts: true,
    reopenable: [],
  }));
