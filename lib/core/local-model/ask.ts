import type { JsonObject } from '../types.ts';
import type { Answer } from './answer.ts';
import { askOnce, type Line, type OnPiece, Refusal } from './chat.ts';
import { ModelError } from './model-error.ts';
import type { Clock } from './transport.ts';

/** Waits after the first, second … refusal of a busy server; milliseconds. */
const WAITS = [1000, 2000, 4000, 8000, 16_000] as const;
/** A server that wants more patience than this is out of service. */
const MOST_PATIENCE = 120_000;
/** A connection that broke is tried again this often: nothing has happened yet, so nothing happens twice. */
const MOST_BREAKS = 2;

/** Told before each wait. */
export type OnWait = (ms: number, failure: string) => void;

export interface Listener {
  piece: OnPiece;
  wait: OnWait;
}

/** Asks until there is an answer: again after a wait when the server is busy or the connection broke. */
export async function ask(line: Line, body: JsonObject, signal: AbortSignal, listener: Listener): Promise<Answer> {
  let breaks = 0;
  for (let refusals = 0; ; ) {
    try {
      return await askOnce(line, body, signal, listener.piece);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ModelError)) throw error;
      const broken = error.failure === 'broken' && breaks++ < MOST_BREAKS;
      const wait = broken ? (WAITS[breaks - 1] ?? 0) : busyWait(error, refusals++, line.clock);
      if (wait === undefined) throw error;
      listener.wait(wait, error.failure);
      await line.clock.wait(wait, signal);
    }
  }
}

/** Undefined when it is no use to wait. */
function busyWait(error: ModelError, refusals: number, clock: Clock): number | undefined {
  if (!(error instanceof Refusal) || error.failure !== 'busy') return undefined;
  const own = WAITS[refusals];
  if (own === undefined) return undefined;
  const asked = readRetryAfter(error.retryAfter, clock.now());
  if (asked === undefined) return own;
  return asked <= MOST_PATIENCE ? asked : undefined;
}

/** Milliseconds from now; the header holds seconds or a date. */
function readRetryAfter(value: string, now: number): number | undefined {
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
