import type { Hashes } from '../../text/hash.ts';
import type { JsonObject } from '../../types.ts';
import type { ExportCompat } from './compat.ts';
import { convertSnapshot } from './convert-snapshot.ts';
import { taskId } from './episode-id.ts';
import { countTurns, defined, type ExportLine, type ExportResult, type ExportTrigger } from './export-line.ts';
import type { Snapshot } from './snapshot.ts';
import { exportTools } from './tool-schemas.ts';

/** Why a line is written: hashed as a whole, of which the line itself tells the kind. */
export type Trigger = {
  readonly kind: ExportTrigger;
  readonly sessionId: string;
  readonly sessionFile: string;
} & JsonObject;

export interface LineOptions {
  readonly compat: ExportCompat;
  /** Id of the configured default model; OpenClaw takes `gpt-5` when none is configured as plain text. */
  readonly model?: string;
  /** Epoch milliseconds. */
  readonly exportedMs: number;
  readonly hashes: Pick<Hashes, 'sha256'>;
}

/** A task line as OpenClaw would have written it (training-export.md section 3). */
export function taskLine(snapshot: Snapshot, trigger: Trigger, options: LineOptions): ExportResult<ExportLine> {
  const { compat, exportedMs, hashes } = options;
  const { sessionId, model, systemPrompt, traceId, runId, transcriptLeafId, lastContextSeq, lastCompletedSeq } =
    snapshot;
  const converted = convertSnapshot(snapshot, compat, options.model);
  if (typeof converted === 'string') return { skipped: converted };
  const { messages } = converted;
  const trajectory = { traceId, runId, transcriptLeafId, lastContextSeq, lastCompletedSeq };
  const runtime = { runtimeMessages: snapshot.messages, runtimeTools: snapshot.tools.map((tool) => ({ ...tool })) };
  return {
    line: {
      messages,
      tools: exportTools(snapshot.tools, compat),
      meta: {
        episodeId: taskId({ trigger, sessionId, systemPrompt, ...trajectory, ...runtime }, hashes),
        ...defined({ sessionId }),
        exportedAt: new Date(exportedMs).toISOString(),
        ...defined({ model }),
        messageCount: messages.length,
        turnCount: countTurns(messages),
        trigger: trigger.kind,
        trajectory: defined(trajectory),
      },
    },
  };
}
