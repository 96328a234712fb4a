'use client';

import { useEffect, useState } from 'react';
import type { Result } from '../../workers/protocol.ts';

export interface Answer<T> {
  /** The last answer; stays while a newer one is on its way. */
  readonly value: T | null;
  readonly problem: string;
  readonly waiting: boolean;
}

const EMPTY: Answer<never> = { value: null, problem: '', waiting: true };

/** Asks the worker whenever `key` changes; null asks nothing. */
export function useAnswer<T>(key: string | null, ask: () => Promise<Result<T>>): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>(EMPTY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the question depends on
  useEffect(
    function askAgain() {
      if (key === null) return;
      let gone = false;
      setAnswer((before) => ({ ...before, waiting: true }));
      void ask().then((result) => {
        if (gone) return;
        if (result.ok) setAnswer({ value: result.value, problem: '', waiting: false });
        else if (result.error.code !== 'cancelled')
          setAnswer({ value: null, problem: result.error.message, waiting: false });
      });
      return () => {
        gone = true;
      };
    },
    [key],
  );
  return answer;
}
