import type { Progress } from '../../workers/protocol.ts';

/** How fast a stage goes, and how long it will take. */
export interface Pace {
  readonly stage: string;
  readonly startedMs: number;
  readonly startedAt: number;
  readonly progress: Progress;
  /** Units a second; 0 while unknown. */
  readonly rate: number;
  /** Null while unknown. */
  readonly secondsLeft: number | null;
}

/** Too short a stretch says nothing about speed. */
const SETTLE_MS = 400;

export function keepPace(before: Pace | null, progress: Progress, nowMs: number): Pace {
  if (!before || before.stage !== progress.stage || progress.done < before.progress.done) {
    return {
      stage: progress.stage,
      startedMs: nowMs,
      startedAt: progress.done,
      progress,
      rate: 0,
      secondsLeft: null,
    };
  }
  const elapsed = nowMs - before.startedMs;
  if (elapsed < SETTLE_MS) return { ...before, progress };
  const rate = ((progress.done - before.startedAt) / elapsed) * 1000;
  const left = progress.total - progress.done;
  return { ...before, progress, rate, secondsLeft: progress.total > 0 && rate > 0 ? Math.max(0, left / rate) : null };
}
