import { asString } from '../text/json.ts';
import { ORIGINS, type Origin, type Outcome } from '../types.ts';
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
    const { system, drafts } = readChat(Array.isArray(row.messages) ? row.messages : [], line);
    if (drafts.length === 0) return null;
    const provenance = parseJsonObject(asString(row.provenance) ?? '', PROVENANCE_DEPTH) ?? {};
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
    };
  },
};

const OUTCOMES: readonly Outcome[] = ['success', 'failure', 'unknown'];
