import { proxy, type Remote, wrap } from 'comlink';
import type { ModelApi } from './model-protocol.ts';
import type { Result } from './protocol.ts';

/** The page's end of the worker that plays with a local model; started by the first call. */
export function createModelClient(): ModelApi {
  let api: Remote<ModelApi> | undefined;
  let fail: (reason: Error) => void = () => undefined;
  const dead = new Promise<never>((_, reject) => {
    fail = reject;
  });
  dead.catch(() => undefined); // only those who wait for an answer are told

  const connect = (): Remote<ModelApi> => {
    const worker = new Worker(new URL('./model.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', () => fail(new Error('the worker stopped; load the page again')));
    return wrap<ModelApi>(worker);
  };

  const call = async <T>(work: (api: Remote<ModelApi>) => Promise<Result<T>>): Promise<Result<T>> => {
    api ??= connect();
    try {
      return await Promise.race([work(api), dead]);
    } catch (error) {
      return { ok: false, error: { code: 'worker_failed', message: String(error) } };
    }
  };

  return {
    families: () => call((remote) => remote.families()),
    models: (wire, limits) => call((remote) => remote.models(proxy(wire), limits)),
    play: (choice, limits, wire, onEvents) =>
      call((remote) => remote.play(choice, limits, proxy(wire), proxy(onEvents))),
    transcript: (number) => call((remote) => remote.transcript(number)),
    rows: () => call((remote) => remote.rows()),
    clear: () => call((remote) => remote.clear()),
    cancel: async () => api?.cancel(),
  };
}
