import type { Entry } from '../openclaw-entry.ts';
import { type Compaction, compactionsOf } from './compactions.ts';
import { summaryId } from './episode-id.ts';
import { countTurns, defined, type ExportLine, type ExportResult } from './export-line.ts';
import { type Snapshot, snapshotOfMessages } from './snapshot.ts';
import { SUMMARY_WORDING, type SummaryWording, summaryMessages, summaryTexts } from './summary-messages.ts';
import { type LineOptions, type Trigger, taskLine } from './task-line.ts';

export interface SessionLinesOptions extends LineOptions {
  readonly sessionFile: string;
  readonly wording?: SummaryWording;
}

/** All lines that a session would have left behind: two at each compaction, one for where it stands. */
export function sessionLines(
  session: { readonly id: string; readonly path: readonly Entry[] },
  latest: Snapshot | null,
  options: SessionLinesOptions,
): readonly ExportLine[] {
  const target = { sessionId: session.id, sessionFile: options.sessionFile };
  const pairs = compactionsOf(session.path).flatMap((compaction) => {
    const result = compactionPair(compaction, { kind: 'on_compaction', ...target }, options);
    return 'line' in result ? result.line : [];
  });
  const trigger: Trigger = { kind: 'trajectory_export', ...target, command: 'export-trajectory' };
  const last = latest && taskLine(latest, trigger, options);
  return last && 'line' in last ? [...pairs, last.line] : pairs;
}

/** The conversation and the summary that a compaction made of it: both lines or none (training-export.md section 11). */
function compactionPair(
  compaction: Compaction,
  trigger: Trigger,
  options: SessionLinesOptions,
): ExportResult<readonly [ExportLine, ExportLine]> {
  const { exportedMs, hashes, wording = SUMMARY_WORDING } = options;
  const texts = summaryTexts(compaction, { layout: 'exported', wording });
  if (!texts) return { skipped: 'unusable_summary' };
  const snapshot = snapshotOfMessages(trigger.sessionId, compaction.inView);
  if (typeof snapshot === 'string') return { skipped: snapshot };
  const task = taskLine(snapshot, trigger, options);
  if ('skipped' in task) return task;
  const messages = summaryMessages(texts);
  const { tokensBefore, firstKeptEntryId, fromExtension } = compaction;
  const { sessionId } = snapshot;
  const members = { sessionId, systemPrompt: texts.system, promptText: texts.prompt, responseText: texts.answer };
  const summary: ExportLine = {
    messages,
    tools: [],
    meta: {
      episodeId: summaryId({ ...members, model: undefined }, hashes),
      ...defined({ sessionId }),
      exportedAt: new Date(exportedMs).toISOString(),
      compaction: { tokensBefore, firstKeptEntryId, fromExtension },
      messageCount: messages.length,
      turnCount: countTurns(messages),
      trigger: 'on_compaction',
    },
  };
  return { line: [task.line, summary] };
}
