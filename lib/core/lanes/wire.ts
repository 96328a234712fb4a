import { beginWork, type ItemOf, type ResultOf, type SetupOf, type Work, type WorkName } from './works.ts';

/** Another thread of the host's, that does work on the items it is given. */
export interface Lane {
  begin<W extends WorkName>(work: W, setup: SetupOf<W>): LaneTask<W>;
}

export interface LaneTask<W extends WorkName> {
  /** Resolves to a result an item, in their order. Throws at once when the items cannot be posted. */
  do(items: readonly ItemOf<W>[]): Promise<readonly ResultOf<W>[]>;
  end(): void;
}

export type ToLane =
  | { readonly task: number; readonly work: WorkName; readonly setup: unknown }
  | { readonly task: number; readonly call: number; readonly items: readonly unknown[] }
  | { readonly task: number; readonly end: true };

export type FromLane =
  | { readonly call: number; readonly results: readonly unknown[] }
  | { readonly call: number; readonly error: unknown };

/** What a lane posts first, once it listens. */
export const READY = 'ready';

/** The caller's end. The host carries the messages, and says when the lane is lost. */
export interface LaneEnd {
  readonly lane: Lane;
  receive(message: FromLane): void;
  lose(error: Error): void;
}

interface Waiting {
  resolve(results: readonly unknown[]): void;
  reject(error: unknown): void;
}

export function connectLane(post: (message: ToLane) => void): LaneEnd {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let tasks = 0;
  let lost: Error | undefined;
  const call = (task: number, items: readonly unknown[]): Promise<readonly unknown[]> => {
    if (lost) return Promise.reject(lost);
    const id = ++calls;
    post({ task, call: id, items });
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  };
  return {
    lane: {
      begin: <W extends WorkName>(work: W, setup: SetupOf<W>): LaneTask<W> => {
        const task = ++tasks;
        post({ task, work, setup });
        return {
          do: (items) => call(task, items) as Promise<readonly ResultOf<W>[]>,
          end: () => post({ task, end: true }),
        };
      },
    },
    receive: (message) => {
      const call = waiting.get(message.call);
      waiting.delete(message.call);
      if ('error' in message) call?.reject(message.error);
      else call?.resolve(message.results);
    },
    lose: (error) => {
      lost = error;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    },
  };
}

/** The lane's end: to be called with every message, in their order. */
export function serveLane(post: (message: FromLane) => void): (message: ToLane) => Promise<void> {
  const tasks = new Map<number, Promise<Work<WorkName>>>();
  return async (message) => {
    const { task } = message;
    if ('work' in message) {
      const work = beginWork(message.work, message.setup as SetupOf<WorkName>);
      work.catch(() => undefined); // told with the first items
      tasks.set(task, work);
    } else if ('end' in message) tasks.delete(task);
    else
      try {
        const work = await tasks.get(task);
        if (!work) throw new Error('the lane knows no such task');
        post({ call: message.call, results: message.items.map((item) => work(item as ItemOf<WorkName>)) });
      } catch (error) {
        post({ call: message.call, error });
      }
  };
}
