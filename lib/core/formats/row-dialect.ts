import type { Episode, JsonObject, JsonValue, Origin, Outcome, Provenance } from '../types.ts';
import type { Draft } from './draft.ts';
import type { SourceKind } from './source.ts';
import type { ExportLine } from './training-export/export-line.ts';

/** A format in which one line holds one conversation. */
export interface RowDialect {
  readonly kind: SourceKind;
  readonly version: string;
  /** Told by the shape of one row. */
  recognises(row: JsonObject): boolean;
  /** Null when the row holds no usable messages. */
  read(row: JsonObject, line: number): RowReading | null;
}

export interface RowReading {
  readonly kind: Episode['kind'];
  /** `''` when the row names none: its own place then stands for it. */
  readonly sessionId: string;
  /** What ties the row to its relatives, where it says so. */
  readonly groupKey?: string;
  readonly parser: string;
  readonly harness: string;
  readonly origin: Origin;
  readonly outcome: Outcome;
  readonly tags: readonly string[];
  readonly model: string | undefined;
  readonly timeMs: number | undefined;
  readonly system: string | undefined;
  readonly drafts: readonly Draft[];
  readonly compaction?: Provenance['compaction'];
  /** A line of OpenClaw's training export as it stands, for the faithful mode. */
  readonly exported?: ExportLine;
  readonly tools: readonly JsonValue[];
  /** The tools are all that were offered: a call of another one was an error then, and none is missing. */
  readonly toolsAreAll?: boolean;
  /** Of generated rows: what they were made from. */
  readonly made?: Pick<Provenance, 'scenario' | 'seed'>;
}
