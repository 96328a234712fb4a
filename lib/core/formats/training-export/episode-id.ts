import type { Hashes } from '../../text/hash.ts';
import type { JsonObject, JsonValue } from '../../types.ts';
import { collate } from './collate.ts';
import type { ExportLine, ExportTrigger } from './export-line.ts';

type Sha256 = Pick<Hashes, 'sha256'>;

/** A value of which members may be missing: those stand in the hashed text as `undefined`. */
type Loose = JsonValue | undefined | readonly Loose[] | { readonly [key: string]: Loose };

export interface TaskIdMembers {
  /** The whole of it: kind, session, file, and reason or command. */
  readonly trigger: { readonly kind: ExportTrigger } & JsonObject;
  readonly sessionId: string | undefined;
  readonly traceId: string | undefined;
  readonly runId: string | undefined;
  readonly transcriptLeafId: string | undefined;
  readonly lastContextSeq: number | undefined;
  readonly lastCompletedSeq: number | undefined;
  readonly systemPrompt: string | undefined;
  readonly runtimeMessages: readonly JsonValue[];
  readonly runtimeTools: readonly JsonValue[];
}

export interface SummaryIdMembers {
  readonly sessionId: string | undefined;
  readonly systemPrompt: string | undefined;
  /** Both untrimmed. */
  readonly promptText: string;
  readonly responseText: string;
  readonly model: string | undefined;
}

/** 64 hex characters (training-export.md section 6). */
export const taskId = (members: TaskIdMembers, { sha256 }: Sha256): string =>
  sha256(canonical({ ...members } as unknown as Loose));

export const summaryId = (members: SummaryIdMembers, { sha256 }: Sha256): string => sha256(canonical({ ...members }));

function canonical(value: Loose): string {
  if (Array.isArray(value)) return `[${(value as readonly Loose[]).map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const members = Object.entries(value as { readonly [key: string]: Loose }).sort(([a], [b]) => collate(a, b));
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

/**
 * Whether a line's id fits what it says. Only a summary's can be told from the line alone, and only when nothing was trimmed; a task's
 * covers the recording that it was made of. So an id that does not fit proves nothing.
 */
export function isSummaryIdOf({ messages, meta }: ExportLine, hashes: Sha256): boolean {
  const said = (role: string) => messages.find((message) => message.role === role)?.content;
  const members = {
    sessionId: meta.sessionId,
    systemPrompt: said('system'),
    promptText: said('user') ?? '',
    responseText: said('assistant') ?? '',
  };
  return [undefined, meta.model].some((model) => summaryId({ ...members, model }, hashes) === meta.episodeId);
}
