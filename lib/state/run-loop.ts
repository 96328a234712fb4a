export interface RunLoop {
  /** Asks for a run with what is true then; several requests in a row make one run. */
  request(delayMs: number): void;
  /** Runs what is still wanted and resolves when nothing is. */
  settle(): Promise<void>;
  /** Forgets what was wanted; what runs now is the caller's to interrupt. */
  stop(): void;
}

export interface RunLoopParts<T> {
  readonly run: () => Promise<T>;
  /** Makes the current run end early, because it is out of date. */
  readonly interrupt: () => Promise<void>;
  readonly onStart: () => void;
  /** Not called for a run that was interrupted by a newer request. */
  readonly onDone: (result: T) => void;
  readonly onIdle: () => void;
}

/** At most one run at a time, and the last one always saw the newest state. */
export function createRunLoop<T>(parts: RunLoopParts<T>): RunLoop {
  let wanted = 0;
  let done = 0;
  /** What was wanted when the current run began. */
  let target = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let active: Promise<void> | undefined;
  let stopped = false;

  const loop = async () => {
    parts.onStart();
    while (done < wanted) {
      target = wanted;
      const result = await parts.run();
      if (wanted !== target && !stopped) continue;
      done = wanted;
      parts.onDone(result);
    }
  };

  const pump = () => {
    timer = undefined;
    if (active) {
      // It may have begun anew while the request rested: then it has seen all.
      if (target !== wanted) void parts.interrupt();
      return;
    }
    active = loop().finally(() => {
      active = undefined;
      parts.onIdle();
    });
  };

  return {
    request: (delayMs) => {
      wanted++;
      stopped = false;
      clearTimeout(timer);
      timer = setTimeout(pump, delayMs);
    },
    settle: async () => {
      if (timer !== undefined) {
        clearTimeout(timer);
        pump();
      }
      await active;
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
      stopped = true;
      if (!active) done = wanted;
    },
  };
}
