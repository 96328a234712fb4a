import { type Row, renderRow } from '../output/row.ts';
import type { State } from '../passes/state.ts';
import type { Episode } from '../types.ts';

/** The row as it would be written; the keyed hashes need the whole drop, so a build alone can know them. */
export function previewRow({ members, decisions }: State, ordinal: number, episode: Episode): Row {
  const entry = members[ordinal]?.entry;
  const fate = decisions.fates[ordinal];
  return renderRow(episode, {
    id: entry?.fingerprint.rowId ?? '',
    sessionId: 's_…',
    groupId: 'g_…',
    provenance: fate?.split ? { split: fate.split } : {},
    redactions: entry?.rules ?? {},
  });
}
