import { renderRow, serialiseRow } from '../output/row.ts';
import { createFingerprinter } from '../stages/fingerprint.ts';
import type { Episode } from '../types.ts';

/** Kept episodes as canonical rows, one a line, for the builder to read back. Redaction is the builder's part. */
export async function playedRows(episodes: readonly Episode[]): Promise<string> {
  const fingerprint = await createFingerprinter();
  return episodes
    .map((episode) => {
      const { rowId } = fingerprint(episode);
      const { sessionId, groupKey } = episode;
      const row = renderRow(episode, { id: rowId, sessionId, groupId: groupKey, provenance: {}, redactions: {} });
      return `${serialiseRow(row)}\n`;
    })
    .join('');
}
