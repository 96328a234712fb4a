import type { Lane } from './wire.ts';
import type { ItemOf, ResultOf, SetupOf, Work, WorkName } from './works.ts';

/** Threads beside the caller's, where a host has them. Without them, and until they are there, the caller does all by itself. */
export interface Lanes {
  /** Bytes of work that the caller does first: for less, filling lanes costs more than it saves. */
  readonly from: number;
  /** Bytes of work that go to a lane at once: so much is still done after a cancel. */
  readonly batch: number;
  /** Those that stand ready now; the first call starts them. */
  ready(): readonly Lane[];
}

/** Lanes that have begun the same work. */
export interface Crew<W extends WorkName> {
  readonly size: number;
  /** By the lane that `near` names, else by the one that has least to do; what cannot be copied to a lane is done `here`. */
  do(items: readonly ItemOf<W>[], here: Work<W>, near?: number): Promise<readonly ResultOf<W>[]>;
  end(): void;
}

/** Null when there is no lane. */
export function gatherCrew<W extends WorkName>(lanes: readonly Lane[], work: W, setup: SetupOf<W>): Crew<W> | null {
  const [first, ...others] = lanes.map((lane) => ({ task: lane.begin(work, setup), busy: 0 }));
  if (!first) return null;
  const members = [first, ...others];
  return {
    size: members.length,
    do: async (items, here, near = -1) => {
      const named = members[near % members.length];
      const member = named ?? members.reduce((least, other) => (other.busy < least.busy ? other : least));
      let answer: Promise<readonly ResultOf<W>[]>;
      try {
        answer = member.task.do(items);
      } catch {
        return items.map(here); // nested too deep, for one
      }
      member.busy++;
      return answer.finally(() => member.busy--);
    },
    end: () => {
      for (const { task } of members) task.end();
    },
  };
}
