import { type Failure, ModelError } from './model-error.ts';
import type { Clock } from './transport.ts';

/** Ends a request that takes too long or that nobody waits for any more. */
export interface Deadline {
  /** Aborts when the person cancels or time is over. */
  readonly signal: AbortSignal;
  /** From now on, this long, or it fails like this. */
  within(ms: number, failure: Failure): void;
  /** The work's result, unless time is over first. */
  race<T>(work: Promise<T>): Promise<T>;
  end(): void;
}

export function createDeadline(clock: Clock, outer: AbortSignal, totalMs: number, totalFailure: Failure): Deadline {
  const inner = new AbortController();
  const cancel = () => inner.abort(outer.reason);
  outer.addEventListener('abort', cancel, { once: true });
  if (outer.aborted) cancel();
  const last = { at: clock.now() + totalMs, failure: totalFailure };
  let due = last;
  return {
    signal: inner.signal,
    within: (ms, failure) => {
      const at = clock.now() + ms;
      due = at < last.at ? { at, failure } : last;
    },
    async race(work) {
      outer.throwIfAborted();
      const { at, failure } = due;
      const timer = new AbortController();
      const stop = () => timer.abort();
      outer.addEventListener('abort', stop, { once: true });
      const late = clock.wait(Math.max(0, at - clock.now()), timer.signal).then(
        () => 'late' as const,
        () => 'stopped' as const,
      );
      work.catch(() => undefined); // whoever loses the race must not end as an unhandled rejection
      try {
        const first = await Promise.race([work.then((value) => ({ value })), late]);
        if (typeof first === 'object') return first.value;
        outer.throwIfAborted();
        const error = new ModelError(failure);
        inner.abort(error);
        throw error;
      } finally {
        stop();
        outer.removeEventListener('abort', stop);
      }
    },
    end: () => outer.removeEventListener('abort', cancel),
  };
}
