import { connectLane, type FromLane, type Lane, type Lanes, READY } from '../lib/core/index.ts';

/** Reading and handing out take the dataset worker over a third of the time that the work takes lanes: it cannot fill more. */
const LANES = 3;
/** With fewer, what lanes cost in code compiled again and in memory eats what they bring (tests/bench/pipeline-results.md). */
const FEWEST_CORES = LANES + 1;

/**
 * All lanes are started together and kept, for a cancel leaves them alone and later nothing may be asked of the server. A
 * browser that refuses workers to a worker has none, and does without.
 */
export function createLanes(): Lanes {
  const ready: Lane[] = [];
  let started = false;
  return {
    from: 1_000_000,
    batch: 256 * 1024,
    ready: () => {
      const { hardwareConcurrency: cores } = navigator;
      if (!started && cores >= FEWEST_CORES) for (let lane = 0; lane < LANES; lane++) start(ready);
      started = true;
      return ready;
    },
  };
}

function start(ready: Lane[]): void {
  let worker: Worker;
  try {
    worker = new Worker(new URL('./lane.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return; // refused: the work is done without this lane
  }
  const { lane, receive, lose } = connectLane((message) => worker.postMessage(message));
  worker.addEventListener('message', ({ data }: MessageEvent<FromLane | typeof READY>) => {
    if (data === READY) ready.push(lane);
    else receive(data);
  });
  worker.addEventListener('error', () => {
    const at = ready.indexOf(lane);
    if (at >= 0) ready.splice(at, 1);
    lose(new Error('a worker stopped; the drop may be larger than this browser can hold'));
  });
}
