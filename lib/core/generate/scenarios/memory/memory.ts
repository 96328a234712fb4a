import type { Scenario } from '../scenario.ts';
import { collectOpen } from './collect-open.ts';
import { newestNoteWins } from './newest-note-wins.ts';
import { nothingNoted } from './nothing-noted.ts';
import { recallPreference } from './recall-preference.ts';
import { usePreference } from './use-preference.ts';
import { writeNote } from './write-note.ts';

export const MEMORY: readonly Scenario[] = [
  collectOpen,
  newestNoteWins,
  nothingNoted,
  recallPreference,
  usePreference,
  writeNote,
];
