import type { ReadingChoice } from '../recipe.ts';
import type { Episode, Finding, SourceFile } from '../types.ts';
import type { ReadSqliteWasm } from './sqlite/engine.ts';
import type { TrimAudit } from './trim-audit.ts';

/** What a drop can hold, told by content and never by name (openclaw.md section 0). */
export const SOURCE_KINDS = {
  bundle: 'Trajectory bundle',
  events: 'Bundle events',
  sidecar: 'Runtime sidecar',
  session: 'Session',
  database: 'Agent database',
  episodes: 'Training export',
  'protocol-rows': 'Protocol rows',
  'chat-rows': 'Chat rows',
  atif: 'ATIF trajectory',
  'claude-code': 'Claude Code session',
  codex: 'Codex session',
  generated: 'Generated',
} as const;
export type SourceKind = keyof typeof SOURCE_KINDS;

/** One recognised thing of a drop. */
export interface Source {
  /** Position in the drop, sources sorted by path: the order in which episodes are read, whatever order files came in. */
  readonly index: number;
  /** Path of the file, or of the folder for a bundle. */
  readonly path: string;
  readonly kind: SourceKind;
  /** Version of the format as far as it is known: `3`, `4`, `2026.9.6`; `''` when unknown. */
  readonly version: string;
  /** Bytes of all its files. */
  readonly size: number;
  readonly files: readonly SourceFile[];
  /** Sessions that it is known to hold before it is read; lines of row formats name theirs later. */
  readonly sessions?: readonly SourceSession[];
}

export interface SourceSession {
  readonly id: string;
  /** Id of the session it was forked or spawned from, as far as known; `''` for none. */
  readonly parent: string;
}

export interface Drop {
  readonly sources: readonly Source[];
  /** Files that are nothing of ours, or broken beyond reading; each with code, path and message. */
  readonly skipped: readonly Finding[];
}

/** What was noticed on the way to an episode or a loss, beside what the episode itself says. */
export interface Noticed {
  /** Damage code → turns that have it; what is wrong with a whole session is wrong with no turn. */
  readonly turns?: Readonly<Record<string, number>>;
  readonly trims?: TrimAudit;
}

/** What a source yields, in order. Everything that could have been a row is either an episode or a named loss. */
export type Parsed =
  | ({ readonly type: 'episode'; readonly episode: Episode } & Noticed)
  | ({
      readonly type: 'dropped';
      readonly id: string;
      readonly reason: string;
      /** Of a loss that would have been an episode: what was wrong with it. */
      readonly damage?: Readonly<Record<string, number>>;
      /** Of a copy that gave way: damage in it that the one which is read does not have. */
      readonly repaired?: Readonly<Record<string, number>>;
    } & Noticed);

/** One session of a source, as `inspect` tells it. Counts are those of the active branch. */
export interface SessionReport {
  readonly id: string;
  readonly counts: {
    readonly user: number;
    readonly assistant: number;
    readonly tool_calls: number;
    readonly tool_results: number;
  };
  readonly damage: Readonly<Record<string, number>>;
  readonly repaired: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  /** Absent when nothing was ever shortened. */
  readonly trims?: TrimAudit;
}

/** Bounds that are stated before work begins; a file beyond one costs that file or line, never the run. */
export interface Limits {
  /** Files in one drop after unpacking. */
  readonly files: number;
  /** Archives inside archives. */
  readonly archiveDepth: number;
  /** Uncompressed bytes of one archive, nested ones included. */
  readonly archiveBytes: number;
  /** Uncompressed ÷ compressed of one entry larger than 1 MiB. */
  readonly archiveRatio: number;
  /** Bytes of one JSONL line; a longer one is skipped without being held. */
  readonly lineBytes: number;
  /** Bytes of one session file or bundle: a session is held in memory to find its active branch. */
  readonly sessionBytes: number;
  /** Bytes of one database with its log: it is read from memory. */
  readonly databaseBytes: number;
  /** Levels of nesting in one JSON value. */
  readonly jsonDepth: number;
}

export const DEFAULT_LIMITS: Limits = {
  files: 200_000,
  archiveDepth: 3,
  archiveBytes: 4 * 2 ** 30,
  archiveRatio: 200,
  lineBytes: 64 * 2 ** 20,
  sessionBytes: 256 * 2 ** 20,
  databaseBytes: 2 ** 30,
  jsonDepth: 200,
};

export interface ReadContext {
  readonly signal: AbortSignal;
  readonly limits: Limits;
  /** Take the sessions that a database keeps as deleted or archived, too; without it they are listed and left out. */
  readonly archived?: boolean;
  readonly readSqliteWasm?: ReadSqliteWasm;
  /** How sessions become episodes; the default when absent. */
  readonly reading?: ReadingChoice;
  report(finding: Finding): void;
  /** Bytes of input consumed since the last call. */
  progress(bytes: number): void;
}
