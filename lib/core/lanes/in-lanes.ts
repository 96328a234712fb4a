import { breatheOrStop, type Host } from '../host.ts';
import { type Crew, gatherCrew } from './crew.ts';
import { beginWork, type ItemOf, type ResultOf, type SetupOf, type WorkName } from './works.ts';

/** Something on its way: what it is of, and what there is to do for it, if anything. */
export interface Piece<W extends WorkName, T> {
  readonly of: T;
  readonly item?: ItemOf<W>;
  /** Bytes, roughly. */
  readonly weight: number;
  /** Pieces that repeat each other have the same number, so that a lane which remembers gets both. */
  readonly near?: number;
}

export interface Job<W extends WorkName, T> {
  readonly work: W;
  readonly setup: SetupOf<W>;
  readonly pieces: AsyncIterable<Piece<W, T>>;
}

type Done<W extends WorkName, T> = readonly [of: T, result: ResultOf<W> | undefined];

/** Batches that are on their way for each lane: one to work on, one to go on with while the answer travels. */
const AHEAD = 2;

/**
 * Every piece with its result, in the order of the pieces, whoever did it and whenever it was done. What is on its way is
 * bounded by the number of lanes: one that is slow holds the others up rather than filling the memory.
 */
export async function* inLanes<W extends WorkName, T>(
  { work, setup, pieces }: Job<W, T>,
  host: Pick<Host, 'breathe' | 'lanes'>,
  signal: AbortSignal,
): AsyncGenerator<Done<W, T>> {
  const here = await beginWork(work, setup);
  const { from, batch } = host.lanes ?? { from: Number.POSITIVE_INFINITY, batch: 0 };
  const sent: Promise<readonly Done<W, T>[]>[] = [];
  let crew: Crew<W> | null = null;
  let held: Piece<W, T>[] = [];
  let weight = 0;
  let done = 0;

  const send = (to: Crew<W>) => {
    const all = held;
    held = [];
    weight = 0;
    const near = all[0]?.near;
    const items = all.flatMap(({ item }) => (item === undefined ? [] : [item]));
    const answer = to.do(items, here, near).then((results) => {
      const next = results.values();
      return all.map(({ of, item }): Done<W, T> => [of, item === undefined ? undefined : next.next().value]);
    });
    answer.catch(() => undefined); // told when its turn comes
    sent.push(answer);
  };
  async function* answers(most: number): AsyncGenerator<Done<W, T>> {
    while (sent.length > most) yield* await orStop(sent.shift() as (typeof sent)[0], signal);
  }

  try {
    for await (const piece of pieces) {
      await breatheOrStop(host, signal);
      if (!crew && done >= from) crew = gatherCrew(host.lanes?.ready() ?? [], work, setup);
      if (!crew) {
        yield [piece.of, piece.item === undefined ? undefined : here(piece.item)];
        done += piece.weight;
        continue;
      }
      if (held.length > 0 && (weight >= batch || held[0]?.near !== piece.near)) {
        send(crew);
        yield* answers(crew.size * AHEAD - 1);
      }
      held.push(piece);
      weight += piece.weight;
    }
    if (crew) send(crew);
    yield* answers(0);
  } finally {
    crew?.end();
  }
}

/** A cancel does not wait for a lane: its answer is heard by nobody. */
function orStop<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
