import { isJsonObject } from '../text/json.ts';
import type { JsonValue, ToolDefinition } from '../types.ts';
import { readArguments } from './content-blocks.ts';
import { type DamageCode, DamageCounts, type DropReason } from './damage.ts';
import { textDamage } from './damage-markers.ts';
import { type Draft, emptyObject, text } from './draft.ts';
import { NO_ORIGINALS, undoTrims } from './dynamic-trim.ts';
import { readTime } from './openclaw-entry.ts';
import type { Recorded } from './openclaw-trajectory.ts';
import type { Session } from './session.ts';
import {
  dropReason,
  firstWords,
  outcomeOf,
  type SessionPlace,
  type SessionReading,
  withSystem,
} from './session-episodes.ts';
import { DEFAULT_COMPAT } from './training-export/compat.ts';
import { convertSnapshot } from './training-export/convert-snapshot.ts';
import type { ExportMessage, ExportSkip, ExportTool } from './training-export/export-line.ts';
import { recordedSnapshot, type Snapshot, transcriptSnapshot } from './training-export/snapshot.ts';
import type { Faithful } from './training-export/task-messages.ts';
import { exportTools } from './training-export/tool-schemas.ts';
import { auditTrims, toldTrims } from './trim-audit.ts';
import { type Conversation, wellFormed } from './well-formed.ts';

/** What OpenClaw would export of a session: from a recording that is whole, else from the transcript's last context window. */
function snapshotOf({ id, path, recorded }: Session, others: readonly Recorded[] = []): Snapshot | ExportSkip {
  for (const recording of [...(recorded ? [recorded] : []), ...others]) {
    const snapshot = recordedSnapshot(recording);
    if (typeof snapshot !== 'string' && snapshot.messages.every(isJsonObject)) return snapshot;
  }
  return transcriptSnapshot(id, path);
}

/** The export knows nothing of them; faked arguments are never trained on all the same. */
export const FAITHFUL_TRIMS = { trims: 'keep', trimCalls: 'mask' } as const;

/** One episode a session, converted as OpenClaw's training export does; what no trainer could take is still left out and counted. */
export function readFaithfully(session: Session, place: SessionPlace): SessionReading {
  const damage = new DamageCounts();
  damage.addAll(session.damage);
  const id = `${session.id}/1`;
  const dropped = (reason: DropReason, noticed: object = {}): SessionReading => ({
    parsed: [{ type: 'dropped', id, reason, ...noticed }],
    damage: damage.toRecord(),
  });
  const snapshot = snapshotOf(session, place.recorded);
  if (typeof snapshot === 'string') return dropped(session.lost ? 'unreadable_session' : 'empty_session');
  const compat = place.reading.compat ?? DEFAULT_COMPAT;
  const converted = convertSnapshot(snapshot, compat);
  if (typeof converted === 'string') return dropped('not_exported');
  damage.add('reasoning_moved', converted.misplaced);
  damage.add('delivery_mirror', snapshot.mirrors);
  for (const message of snapshot.messages) {
    if (!isJsonObject(message) || message.role !== 'assistant') continue;
    if (message.stopReason === 'error') damage.add('failed_attempt');
    if (message.stopReason === 'aborted') damage.add('aborted_turn');
  }
  const times = snapshot.messages.flatMap(timeOf);
  const drafts = converted.messages.flatMap((message) => exportedDraft(message, times.at(-1)));
  const undone = undoTrims(drafts, NO_ORIGINALS, FAITHFUL_TRIMS, damage);
  const conversation = wellFormed(undone, { continues: false, reading: place.reading }, damage);
  const noticed = { turns: damage.turns(), ...toldTrims(auditTrims(undone)) };
  const reason = dropReason(conversation, damage.codes(), place.reading);
  if (reason) return dropped(reason, { damage: damage.toRecord(), ...noticed });
  return {
    parsed: [
      {
        type: 'episode',
        episode: { ...episodeOf(session, place, snapshot, converted, conversation), id, damage: damage.toRecord() },
        ...noticed,
      },
    ],
    damage: damage.toRecord(),
  };
}

function episodeOf(
  session: Session,
  place: SessionPlace,
  snapshot: Snapshot,
  converted: Faithful,
  { messages, drafts }: Conversation,
) {
  const [createdMs] = snapshot.messages.flatMap(timeOf);
  const prompt = converted.messages.find(({ role }) => role === 'system')?.content;
  return {
    origin: 'real' as const,
    harness: 'openclaw',
    sessionId: session.id,
    groupKey: place.groupKey,
    kind: 'task' as const,
    title: session.about?.title || firstWords(drafts),
    outcome: outcomeOf([...session.runs, ...place.runs], drafts, session.about?.outcome ?? 'unknown'),
    tags: session.about?.tags ?? [],
    messages: withSystem(prompt, messages),
    tools: exportTools(snapshot.tools, place.reading.compat ?? DEFAULT_COMPAT).map(toolDefinition),
    provenance: {
      path: place.path,
      line: 0,
      parser: `${session.parser} as exported`,
      ...(snapshot.model === undefined ? {} : { model: snapshot.model }),
      ...(createdMs === undefined ? {} : { createdMs }),
    },
  };
}

const toolDefinition = ({
  function: { name, description = '', parameters = emptyObject },
}: ExportTool): ToolDefinition => ({
  name,
  description,
  parameters,
});

function timeOf(message: JsonValue): readonly number[] {
  const time = isJsonObject(message) ? readTime(message.timestamp) : undefined;
  return time === undefined ? [] : [time];
}

/** A message of a line as it stands: its stand-ins stay texts. */
export function exportedDraft(message: ExportMessage, timeMs: number | undefined): readonly Draft[] {
  const { role, content } = message;
  if (role === 'system') return [];
  const calls = (message.tool_calls ?? []).map(({ id, function: { name, arguments: args } }, at) => ({
    call: { id: id || `call_${at}`, name: name || 'unknown', arguments: readArguments(args).value },
    damage: readArguments(args).damage,
  }));
  const texts = [content, message.reasoning_content ?? ''].flatMap((value): DamageCode[] => {
    const found = textDamage(value);
    return found ? [found] : [];
  });
  return [
    {
      role,
      content: content === '' ? [] : [text(content)],
      ...(message.reasoning_content ? { reasoning: message.reasoning_content } : {}),
      ...(calls.length === 0 ? {} : { toolCalls: calls.map(({ call }) => call) }),
      ...(role === 'tool' ? { toolCallId: message.tool_call_id ?? '', name: message.name ?? '' } : {}),
      end: 'done',
      kept: false,
      damage: [...texts, ...calls.flatMap(({ damage }) => damage)],
      line: 0,
      timeMs,
      tags: [],
    },
  ];
}
