import type { JsonObject } from '../types.ts';
import { atif } from './atif.ts';
import { chatRows } from './chat-rows.ts';
import { datasetRows } from './dataset-rows.ts';
import { openclawEpisodes } from './openclaw-episodes.ts';
import { protocolRows } from './protocol-rows.ts';
import type { RowDialect } from './row-dialect.ts';
import type { SourceKind } from './source.ts';

/** Dialects whose line is a whole conversation; the first that recognises a line reads it. */
const ROW_DIALECTS: readonly RowDialect[] = [datasetRows, openclawEpisodes, atif, chatRows, protocolRows];

export const dialectOf = (row: JsonObject): RowDialect | undefined =>
  ROW_DIALECTS.find((dialect) => dialect.recognises(row));

export function recogniseRow(row: JsonObject): Pick<RowDialect, 'kind' | 'version'> | undefined {
  return dialectOf(row);
}

export const isRowKind = (kind: SourceKind): boolean => ROW_DIALECTS.some((dialect) => dialect.kind === kind);
