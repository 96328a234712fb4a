import { asString, isJsonObject } from '../text/json.ts';
import { type JsonObject, type JsonValue, ORIGINS, type Origin, OUTCOMES, type Provenance } from '../types.ts';
import { readChat } from './chat-messages.ts';
import { listOf } from './chat-rows.ts';
import { parseJsonObject } from './json-rows.ts';
import { readTime } from './openclaw-entry.ts';
import type { RowDialect } from './row-dialect.ts';

const PROVENANCE_DEPTH = 20;

/** Rows that this program wrote before (`oc.row/1`): the same episodes come out again. */
export const datasetRows: RowDialect = {
  kind: 'chat-rows',
  version: 'oc.row/1',
  recognises: (row) => row.schema === 'oc.row/1' && Array.isArray(row.messages),
  read: (row, line) => {
    const provenance = parseJsonObject(asString(row.provenance) ?? '', PROVENANCE_DEPTH) ?? {};
    const { system, drafts } = readChat(withErrors(row.messages, provenance.tool_errors), line);
    if (drafts.length === 0) return null;
    const tags = Array.isArray(row.tags) ? row.tags.filter((tag) => typeof tag === 'string') : [];
    return {
      kind: 'task',
      sessionId: asString(row.session_id) || asString(row.id) || '',
      ...(asString(row.group_id) ? { groupKey: asString(row.group_id) as string } : {}),
      parser: 'oc.row/1',
      harness: asString(row.harness) || 'openclaw',
      origin: ORIGINS.find((origin): origin is Origin => origin === row.origin) ?? 'real',
      outcome: OUTCOMES.find((outcome) => outcome === row.outcome) ?? 'unknown',
      tags,
      model: asString(provenance.model),
      timeMs: readTime(provenance.created_ms),
      system,
      drafts,
      tools: listOf(row.tools),
      toolsAreAll: true,
      made: madeFrom(provenance),
    };
  },
};

/** A row has no column for failed tools; its provenance names the places. */
function withErrors(messages: JsonValue | undefined, failed: JsonValue | undefined): readonly JsonValue[] {
  const list: readonly JsonValue[] = Array.isArray(messages) ? messages : [];
  const places: readonly JsonValue[] = Array.isArray(failed) ? failed : [];
  if (places.length === 0) return list;
  return list.map((message, index) =>
    isJsonObject(message) && places.includes(index) ? { ...message, is_error: true } : message,
  );
}

const madeFrom = ({ scenario, seed }: JsonObject): Pick<Provenance, 'scenario' | 'seed'> => ({
  ...(typeof scenario === 'string' ? { scenario } : {}),
  ...(typeof seed === 'number' ? { seed } : {}),
});
