import type { Outcome } from '../types.ts';
import type { Capture, RunEnd } from './capture.ts';
import type { DamageCode } from './damage.ts';
import type { Entry } from './openclaw-entry.ts';
import type { Recorded } from './openclaw-trajectory.ts';
import type { RunRecord } from './run-log.ts';

/** One session as a source tells it, its active branch already found. */
export interface Session {
  readonly id: string;
  /** Format id and version, as in `openclaw-session/3`. */
  readonly parser: string;
  /** Program that ran the agent; OpenClaw unless the file says otherwise. */
  readonly harness?: string;
  /** Id of the session that started this one, where the file tells. */
  readonly parent?: string;
  /** Active branch, root first. */
  readonly path: readonly Entry[];
  /** Ids of the entries of other branches, where the source holds them. */
  readonly left?: ReadonlySet<string>;
  readonly captures: readonly Capture[];
  readonly runs: readonly RunEnd[];
  /** Damage of the session as a whole, as of a recording that was cut. */
  readonly damage: readonly DamageCode[];
  readonly warnings: readonly string[];
  readonly recorded?: Recorded;
  readonly runLog?: readonly RunRecord[];
  /** What the store around the transcript says of it. */
  readonly about?: SessionAbout;
  /** It is there and could not be read. */
  readonly lost?: true;
}

export interface SessionAbout {
  readonly title: string;
  readonly tags: readonly string[];
  /** Of the session as a whole; used when no run tells. */
  readonly outcome: Outcome;
}

/** User messages on the branch: how far a copy of the session got. */
export const userTurns = (session: Session): number => session.path.filter((entry) => roleOf(entry) === 'user').length;

/** Role of a message entry; `''` for any other. */
export function roleOf(entry: Entry): string {
  const message = entry.type === 'message' ? entry.raw.message : undefined;
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return '';
  const role = (message as { readonly role?: unknown }).role;
  return typeof role === 'string' ? role : '';
}
