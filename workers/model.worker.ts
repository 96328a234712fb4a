import { expose } from 'comlink';
import type { Line } from '../lib/core/local-model/chat.ts';
import { ModelError } from '../lib/core/local-model/model-error.ts';
import { listModels } from '../lib/core/local-model/models.ts';
import { PLAYABLE } from '../lib/core/local-model/plan.ts';
import { createPlayRecord } from '../lib/core/local-model/play-record.ts';
import { playedRows } from '../lib/core/local-model/played-rows.ts';
import { sample } from '../lib/core/local-model/sample.ts';
import type { Clock, Limits } from '../lib/core/local-model/transport.ts';
import type { ModelApi, PlayEvent, Wire } from './model-protocol.ts';
import type { Result } from './protocol.ts';
import { transportOver } from './wire-transport.ts';

/** Milliseconds between batches of events: faster than the eye needs would only cost the page time. */
const BATCH = 80;

const clock: Clock = {
  now: () => performance.now(),
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, ms);
      const stop = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      signal.addEventListener('abort', stop, { once: true });
    }),
};

const record = createPlayRecord();
let running = new AbortController();
let ended: Promise<unknown> = Promise.resolve();

async function result<T>(work: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError')
      return { ok: false, error: { code: 'cancelled', message: 'cancelled' } };
    if (error instanceof ModelError) return { ok: false, error: { code: error.failure, message: error.detail } };
    return { ok: false, error: { code: 'failed', message: error instanceof Error ? error.message : String(error) } };
  }
}

/** One job at a time: a new one cancels the one before and waits for its end. */
function job<T>(work: (signal: AbortSignal) => Promise<T>): Promise<Result<T>> {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const before = ended;
  const current = result(async () => {
    await before;
    return work(signal);
  });
  ended = current;
  return current;
}

const lineOver = (wire: Wire, limits: Limits): Line => ({ transport: transportOver(wire), clock, limits });

/** Collects events; pieces that follow each other become one. */
function createBatches(send: (events: readonly PlayEvent[]) => unknown) {
  let waiting: PlayEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sent: Promise<unknown> = Promise.resolve();
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const events = waiting;
    waiting = [];
    sent = Promise.all([sent, send(events)]);
  };
  const add = (event: PlayEvent) => {
    const last = waiting.at(-1);
    if (event.type === 'piece' && last?.type === 'piece')
      waiting[waiting.length - 1] = {
        type: 'piece',
        text: last.text + event.text,
        thought: last.thought + event.thought,
      };
    else waiting.push(event);
    timer ??= setTimeout(flush, BATCH);
  };
  /** Events go by a port of their own: what is said of the run's end must not come before them. */
  const end = async () => {
    flush();
    await sent;
  };
  return { add, end };
}

const api = {
  families: () => result(() => PLAYABLE),
  models: (wire, limits) => job((signal) => listModels(lineOver(wire, limits), signal)),
  play: (choice, limits, wire, onEvents) =>
    job(async (signal) => {
      const batches = createBatches(onEvents);
      try {
        await sample(lineOver(wire, limits), choice, signal, (event) => batches.add(record.note(event)));
      } finally {
        await batches.end();
      }
    }),
  transcript: (number) =>
    result(() => {
      const messages = record.transcript(number);
      if (!messages) throw new Error('this try is no longer kept');
      return messages;
    }),
  rows: () =>
    result(async () => {
      const episodes = record.episodes();
      const rows = new Blob([await playedRows(episodes)], { type: 'application/x-ndjson' });
      return { rows, count: episodes.length };
    }),
  clear: () => result(() => record.clear()),
  cancel: async () => {
    running.abort();
    await ended;
  },
} satisfies ModelApi;

expose(api);
