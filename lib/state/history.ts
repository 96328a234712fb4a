/** One step back or forth is one change the person made. */
export interface History<T> {
  readonly past: readonly Entry<T>[];
  readonly present: T;
  readonly future: readonly Entry<T>[];
}

export interface Entry<T> {
  /** What the change did, in words; never text of an episode: it is stored. */
  readonly label: string;
  /** The value to go back (or forward) to. */
  readonly value: T;
}

/** Steps kept; older ones are forgotten. */
const DEPTH = 200;

export const startHistory = <T>(present: T): History<T> => ({ past: [], present, future: [] });

export function record<T>(history: History<T>, label: string, next: T): History<T> {
  if (Object.is(next, history.present)) return history;
  return { past: [...history.past, { label, value: history.present }].slice(-DEPTH), present: next, future: [] };
}

export function undo<T>(history: History<T>): History<T> {
  const last = history.past.at(-1);
  if (!last) return history;
  return {
    past: history.past.slice(0, -1),
    present: last.value,
    future: [{ label: last.label, value: history.present }, ...history.future],
  };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { past: [...history.past, { label: next.label, value: history.present }], present: next.value, future };
}
