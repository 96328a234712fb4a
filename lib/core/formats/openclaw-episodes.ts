import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { readChat } from './chat-messages.ts';
import { plainText } from './draft.ts';
import { readTime } from './openclaw-entry.ts';
import type { RowDialect } from './row-dialect.ts';
import { readExportLine } from './training-export/read-line.ts';

/** Lines of `episodes.jsonl` (training-export.md). Both kinds share the shape; `meta` tells them apart. */
export const openclawEpisodes: RowDialect = {
  kind: 'episodes',
  version: '1',
  recognises: (row) =>
    Array.isArray(row.messages) &&
    Array.isArray(row.tools) &&
    isJsonObject(row.meta) &&
    typeof row.meta.episodeId === 'string',
  read: (row, line) => {
    const meta = isJsonObject(row.meta) ? row.meta : {};
    const messages = Array.isArray(row.messages) ? (row.messages as readonly JsonValue[]) : [];
    const { system, drafts } = readChat(messages, line);
    if (drafts.length === 0) return null;
    const trigger = asString(meta.trigger);
    const exported = readExportLine(row);
    return {
      kind: isSummary(row, meta) ? 'compact-summary' : 'task',
      sessionId: asString(meta.sessionId) ?? '',
      parser: 'openclaw-episodes/1',
      harness: 'openclaw',
      origin: 'real',
      outcome: 'unknown',
      tags: trigger ? [`trigger:${trigger}`] : [],
      model: asString(meta.model),
      timeMs: readTime(meta.exportedAt),
      system,
      drafts,
      ...(exported ? { exported } : {}),
      ...(isJsonObject(meta.compaction) ? { compaction: readCompaction(meta.compaction) } : {}),
      tools: Array.isArray(row.tools) ? (row.tools as readonly JsonValue[]) : [],
    };
  },
};

/** Section 2.4: `meta.compaction`, else `meta.trajectory`, else the layout of the messages. */
function isSummary(row: JsonObject, meta: JsonObject): boolean {
  if (meta.compaction !== undefined) return true;
  if (meta.trajectory !== undefined) return false;
  const { drafts } = readChat(Array.isArray(row.messages) ? row.messages : [], 0);
  const [user, answer] = drafts;
  const noTools = Array.isArray(row.tools) && row.tools.length === 0;
  return (
    noTools &&
    drafts.length === 2 &&
    answer?.role === 'assistant' &&
    plainText(user?.content ?? []).startsWith('<conversation>')
  );
}

const readCompaction = ({ tokensBefore, fromExtension }: JsonObject) => ({
  tokensBefore: typeof tokensBefore === 'number' ? tokensBefore : 0,
  fromExtension: fromExtension === true,
});
