import { asString } from '../../text/json.ts';
import type { JsonObject } from '../../types.ts';
import { isDraft } from '../draft.ts';
import { short, trimTargets } from '../dynamic-trim.ts';
import { createIssues } from '../issues.ts';
import type { Entry } from '../openclaw-entry.ts';
import { convertEntry } from '../openclaw-message.ts';
import { roleOf } from '../session.ts';
import { contextWindows } from '../windows.ts';
import { agentMessage } from './snapshot.ts';

/** A place where the agent summarised what had been said, to go on with less. */
export interface Compaction {
  /** The context window that it closed, 0-based. */
  readonly window: number;
  readonly entry: Entry;
  /** What was summarised; of a turn that was split, only what came before it. */
  readonly messages: readonly JsonObject[];
  /** All messages in view before it. */
  readonly inView: readonly JsonObject[];
  readonly previousSummary: string | undefined;
  readonly summary: string;
  readonly tokensBefore: number;
  readonly firstKeptEntryId: string;
  readonly fromExtension: boolean;
  /** The cut went through a turn, whose first half was summarised apart. */
  readonly splitTurn: boolean;
  /** A result of it was shortened later: the summary knows more than is left (dynamic-trim.md section 7). */
  readonly trimmedSince: boolean;
}

export function compactionsOf(path: readonly Entry[]): readonly Compaction[] {
  const windows = contextWindows(path, createIssues(''));
  return windows.flatMap((window, at): Compaction[] => {
    const next = windows[at + 1];
    if (!next?.summary) return [];
    const { raw } = next.summary;
    const kept = new Set(next.kept);
    const gone = [...window.kept, ...window.fresh].filter((entry) => !kept.has(entry));
    const first = next.kept.find((entry) => roleOf(entry) !== '');
    const cutTurn = first !== undefined && roleOf(first) !== 'user';
    const before = cutTurn
      ? gone.slice(
          0,
          gone.findLastIndex((entry) => roleOf(entry) === 'user'),
        )
      : gone;
    const summary = asString(raw.summary) ?? '';
    const later = trimsBehind(path, next.summary);
    const shown = window.summary ? agentMessage(window.summary) : [];
    return [
      {
        window: window.index,
        entry: next.summary,
        messages: before.flatMap(agentMessage),
        inView: [...shown, ...[...window.kept, ...window.fresh].flatMap(agentMessage)],
        previousSummary: asString(window.summary?.raw.summary),
        summary,
        tokensBefore: typeof raw.tokensBefore === 'number' ? raw.tokensBefore : 0,
        firstKeptEntryId: asString(raw.firstKeptEntryId) ?? '',
        fromExtension: raw.fromHook === true,
        splitTurn: cutTurn || summary.includes(SPLIT_TURN),
        trimmedSince: before.some((entry) => isTrimmedBy(entry, later)),
      },
    ];
  });
}

/** Two summaries were merged around this heading. */
const SPLIT_TURN = '**Turn Context (split turn):**';

function trimsBehind(path: readonly Entry[], compaction: Entry | null): ReadonlySet<string> {
  const later = compaction ? path.slice(path.indexOf(compaction) + 1) : [];
  const drafts = later.map(convertEntry).filter(isDraft);
  return new Set(drafts.flatMap(trimTargets));
}

function isTrimmedBy(entry: Entry, targets: ReadonlySet<string>): boolean {
  const draft = targets.size === 0 ? null : convertEntry(entry);
  return isDraft(draft) && draft.trimmed !== undefined && targets.has(short(draft.toolCallId ?? ''));
}
