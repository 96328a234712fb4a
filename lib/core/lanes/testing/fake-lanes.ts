import { createRandom } from '../../text/random.ts';
import type { Lanes } from '../crew.ts';
import { connectLane, type FromLane, type Lane, type LaneEnd, serveLane, type ToLane } from '../wire.ts';

export interface FakeLanes extends Lanes {
  /** Units of text that were on their way at once, at most. */
  readonly most: () => number;
  /** Messages that reached lanes. */
  readonly heard: () => number;
  readonly ends: readonly LaneEnd[];
}

interface Choice {
  readonly batch?: number;
  /** Lanes that hear everything and never answer. */
  readonly silent?: boolean;
}

/** Lanes of this thread that copy what they are sent and answer after a seeded wait, so in any order. */
export function createFakeLanes(count: number, { batch = 2000, silent = false }: Choice = {}): FakeLanes {
  const random = createRandom(count, 'lanes');
  let onTheWay = 0;
  let most = 0;
  let heard = 0;
  const ends = Array.from({ length: count }, (): LaneEnd => {
    const answer = (message: FromLane) => {
      const copy = structuredClone(message);
      setTimeout(
        () => {
          onTheWay--;
          end.receive(copy);
        },
        1 + random.next() * 12,
      );
    };
    const serve = serveLane(answer);
    const end = connectLane((message: ToLane) => {
      const copy = structuredClone(message);
      heard++;
      if ('items' in message) most = Math.max(most, ++onTheWay);
      if (!silent) void serve(copy);
    });
    return end;
  });
  const lanes: readonly Lane[] = ends.map(({ lane }) => lane);
  return { from: 0, batch, ready: () => lanes, most: () => most, heard: () => heard, ends };
}
