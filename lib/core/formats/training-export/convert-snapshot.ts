import { InputError } from '../input-error.ts';
import type { ExportCompat } from './compat.ts';
import type { ExportSkip } from './export-line.ts';
import { pseudoModel } from './prepare-messages.ts';
import type { Snapshot } from './snapshot.ts';
import { convertFaithfully, type Faithful } from './task-messages.ts';

/** The messages of a snapshot's line, or why OpenClaw would write none. */
export function convertSnapshot(snapshot: Snapshot, compat: ExportCompat, model?: string): Faithful | ExportSkip {
  try {
    const { messages, systemPrompt } = snapshot;
    return convertFaithfully(messages, { systemPrompt, compat, model: pseudoModel(model) }) ?? 'no_usable_turn';
  } catch (error) {
    if (error instanceof InputError && error.code === 'export_unconvertible') return 'unconvertible';
    throw error;
  }
}
