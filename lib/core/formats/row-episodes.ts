import { DEFAULT_READING, type ReadingChoice } from '../recipe.ts';
import { createHashes, type Hashes } from '../text/hash.ts';
import { isJsonObject } from '../text/json.ts';
import type { Episode, JsonObject } from '../types.ts';
import { toolDefinitions } from './capture.ts';
import { countCodes, type DamageCode, DamageCounts, type DropReason } from './damage.ts';
import { NO_ORIGINALS, undoTrims } from './dynamic-trim.ts';
import { exportedDraft, FAITHFUL_TRIMS } from './faithful-episodes.ts';
import type { Issues } from './issues.ts';
import { joinOf } from './join.ts';
import { readValues } from './json-values.ts';
import { lossesOf } from './repair.ts';
import type { RowReading } from './row-dialect.ts';
import { dialectOf } from './row-dialects.ts';
import { dropReason, firstWords, tagsOf, withSystem } from './session-episodes.ts';
import type { Drop, Parsed, ReadContext, SessionReport, Source } from './source.ts';
import { isSummaryIdOf } from './training-export/episode-id.ts';
import { auditTrims, sumTrims, type TrimAudit, toldTrims } from './trim-audit.ts';
import { wellFormed } from './well-formed.ts';

interface ReadRow {
  readonly line: number;
  /** Line of the conversation that a compaction's two lines share; 0 for any other. */
  readonly pairLine: number;
  /** Null when the line is no row of a known dialect or holds no usable messages. */
  readonly reading: RowReading | null;
}

/** What the drop's transcripts hold of a session that a row repeats. */
export interface Transcripts {
  /** User turns of the copy that got furthest. */
  turns(sessionId: string): Promise<number>;
  /** Of these losses, those that the transcript which is read does not have. */
  spared(sessionId: string, losses: readonly DamageCode[]): Promise<readonly DamageCode[]>;
}

/** Episodes of a file whose lines are conversations. A line that a transcript of the drop already covers is dropped. */
export async function* readRowEpisodes(
  source: Source,
  drop: Drop,
  ctx: ReadContext,
  issues: Issues,
  transcripts: Transcripts,
): AsyncGenerator<Parsed> {
  const join = joinOf(drop);
  for await (const { line, pairLine, reading } of readings(source, ctx, issues)) {
    const id = `${source.path}:${line}`;
    if (!reading) {
      yield { type: 'dropped', id, reason: 'malformed_row' satisfies DropReason };
      continue;
    }
    const covered = reading.kind === 'task' && reading.sessionId !== '' && join.holders(reading.sessionId).length > 0;
    if (covered && users(reading) <= (await transcripts.turns(reading.sessionId))) {
      const losses = reading.drafts.flatMap(lossesOf);
      const spared = losses.length === 0 ? [] : await transcripts.spared(reading.sessionId, losses);
      const repaired = spared.length === 0 ? {} : { repaired: countCodes(spared) };
      yield { type: 'dropped', id, reason: 'same_session' satisfies DropReason, ...repaired };
    } else
      yield rowEpisode(reading, {
        id,
        path: source.path,
        line,
        ...(pairLine === 0 ? {} : { pairKey: `${source.path}:${pairLine}` }),
        groupKey: (sessionId) => join.groupKey(sessionId),
        reading: ctx.reading ?? DEFAULT_READING,
      }).parsed;
  }
}

const users = (reading: RowReading): number => reading.drafts.filter((draft) => draft.role === 'user').length;

async function* readings(source: Source, ctx: ReadContext, issues: Issues): AsyncGenerator<ReadRow> {
  const [file] = source.files;
  if (!file) return;
  const pairs = pairChecker(issues);
  let hashes: Hashes | undefined;
  for await (const { value, line } of readValues(file, ctx, issues)) {
    const row: JsonObject | null = isJsonObject(value) ? value : null;
    const dialect = row ? dialectOf(row) : undefined;
    if (!row) issues.add('line_not_object', line);
    else if (!dialect) issues.add('row_unknown', line);
    const reading = row && dialect ? dialect.read(row, line) : null;
    if (reading?.kind === 'compact-summary' && reading.exported) {
      hashes ??= await createHashes();
      if (!isSummaryIdOf(reading.exported, hashes)) issues.add('export_id_differs', line);
    }
    yield { line, reading, pairLine: pairs.see(reading, line) };
  }
  pairs.see(null, 0);
}

/** A compaction writes a task line and its summary line one after the other; either alone is told (training-export.md section 2.5). */
function pairChecker(issues: Issues): { see(reading: RowReading | null, line: number): number } {
  let waiting: { readonly sessionId: string; readonly line: number } | undefined;
  return {
    see: (reading, line) => {
      const isSummary = reading?.kind === 'compact-summary';
      const paired = isSummary && waiting?.sessionId === reading.sessionId;
      if (waiting && !paired) issues.add('unpaired_compaction', waiting.line);
      if (isSummary && !paired) issues.add('unpaired_compaction', line);
      const pairLine = paired ? (waiting?.line ?? 0) : 0;
      const opens = reading?.kind === 'task' && reading.tags.includes('trigger:on_compaction');
      waiting = opens ? { sessionId: reading.sessionId, line } : undefined;
      return opens ? line : pairLine;
    },
  };
}

interface RowPlace {
  readonly id: string;
  readonly path: string;
  readonly line: number;
  readonly pairKey?: string;
  readonly reading: ReadingChoice;
  groupKey(sessionId: string): string;
}

function rowEpisode(
  row: RowReading,
  { id, path, line, pairKey, reading, groupKey }: RowPlace,
): { readonly parsed: Parsed; readonly damage: DamageCounts } {
  const damage = new DamageCounts();
  const asExported = reading.mode === 'faithful' ? row.exported : undefined;
  const drafts = asExported?.messages.flatMap((message) => exportedDraft(message, undefined)) ?? row.drafts;
  const undone = undoTrims(drafts, NO_ORIGINALS, asExported ? FAITHFUL_TRIMS : reading, damage);
  const conversation = wellFormed(undone, { continues: false, reading }, damage);
  const { messages } = conversation;
  const tools = toolDefinitions(
    row.tools,
    [],
    row.toolsAreAll ? [] : messages.flatMap((message) => message.toolCalls ?? []),
    damage,
  );
  const dropped = dropReason(conversation, damage.codes(), reading);
  const noticed = { turns: damage.turns(), ...toldTrims(auditTrims(undone)) };
  if (dropped)
    return { parsed: { type: 'dropped', id, reason: dropped, damage: damage.toRecord(), ...noticed }, damage };
  const sessionId = row.sessionId || id;
  const episode: Episode = {
    id,
    origin: row.origin,
    harness: row.harness,
    sessionId,
    groupKey: row.groupKey || groupKey(sessionId),
    kind: row.kind,
    ...(pairKey === undefined ? {} : { pairKey }),
    title: firstWords(conversation.drafts),
    outcome: row.outcome,
    tags: tagsOf([...row.tags, ...conversation.drafts.flatMap((draft) => draft.tags)], conversation),
    messages: withSystem(asExported?.messages.find(({ role }) => role === 'system')?.content ?? row.system, messages),
    tools,
    damage: damage.toRecord(),
    provenance: {
      path,
      line,
      parser: row.parser,
      ...(row.model === undefined ? {} : { model: row.model }),
      ...(row.compaction === undefined ? {} : { compaction: row.compaction }),
      ...(row.timeMs === undefined ? {} : { createdMs: row.timeMs }),
      ...row.made,
    },
  };
  return { parsed: { type: 'episode', episode, ...noticed }, damage };
}

/** One report a session id; rows without one share the file's. */
export async function inspectRows(source: Source, ctx: ReadContext, issues: Issues): Promise<SessionReport[]> {
  const sessions = new Map<
    string,
    {
      user: number;
      assistant: number;
      tool_calls: number;
      tool_results: number;
      damage: DamageCounts;
      trims: TrimAudit[];
    }
  >();
  for await (const { line, reading } of readings(source, ctx, issues)) {
    if (!reading) continue;
    const id = reading.sessionId || source.path;
    const counts = sessions.get(id) ?? {
      user: 0,
      assistant: 0,
      tool_calls: 0,
      tool_results: 0,
      damage: new DamageCounts(),
      trims: [],
    };
    sessions.set(id, counts);
    for (const draft of reading.drafts) {
      if (draft.role === 'tool') counts.tool_results++;
      else counts[draft.role]++;
      counts.tool_calls += draft.toolCalls?.length ?? 0;
    }
    const place = { id, path: source.path, line, groupKey: () => id, reading: DEFAULT_READING };
    const { parsed, damage } = rowEpisode(reading, place);
    counts.damage.merge(damage);
    if (parsed.trims) counts.trims.push(parsed.trims);
  }
  return [...sessions].map(([id, { damage, trims, ...counts }]) => ({
    id,
    counts,
    damage: damage.toRecord(),
    repaired: {},
    warnings: [...issues.codes()].sort(),
    ...toldTrims(sumTrims(trims)),
  }));
}

/** Rows of one session; a row that names none is a session of its own, called by its place. */
export async function rowsOfSession(
  source: Source,
  sessionId: string,
  ctx: ReadContext,
  issues: Issues,
): Promise<readonly RowReading[]> {
  const rows: RowReading[] = [];
  for await (const { line, reading } of readings(source, ctx, issues))
    if (reading && (reading.sessionId || `${source.path}:${line}`) === sessionId) rows.push(reading);
  return rows;
}
