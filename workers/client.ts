import { proxy, type Remote, releaseProxy, wrap } from 'comlink';
import type { DatasetApi, DroppedFile, Result } from './protocol.ts';

/** Milliseconds a worker has to stop after a cancel before it is replaced. */
const CANCEL_GRACE = 1500;
/** More `File` objects in one message make a long task (performance.md section 2.5). */
const BATCH = 200;

export interface DatasetClient extends DatasetApi {
  close(): void;
}

interface Running {
  readonly worker: Worker;
  readonly api: Remote<DatasetApi>;
}

/** The page's end of the dataset worker: starts it lazily, and replaces one that died or does not stop. */
export function createDatasetClient(): DatasetClient {
  let running: Running | undefined;
  let files: DroppedFile[] = [];
  let refilled = Promise.resolve();
  const pending = new Set<(reason: Result<never>) => void>();

  const start = (): Running => {
    const worker = new Worker(new URL('./dataset.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', () =>
      replace('worker_failed', 'the worker stopped; the drop may be larger than this browser can hold'),
    );
    return { worker, api: wrap<DatasetApi>(worker) };
  };

  const stop = () => {
    if (!running) return;
    running.api[releaseProxy]();
    running.worker.terminate();
    running = undefined;
  };

  const replace = (code: string, message: string) => {
    stop();
    for (const fail of pending) fail({ ok: false, error: { code, message } });
    pending.clear();
    refilled = send(files);
  };

  const send = async (batch: readonly DroppedFile[]): Promise<void> => {
    running ??= start();
    for (let from = 0; from < batch.length; from += BATCH) await running.api.addFiles(batch.slice(from, from + BATCH));
  };

  /** Settles also when the worker is replaced meanwhile: a call to a terminated worker would hang for ever. */
  const call = <T>(work: (api: Remote<DatasetApi>) => Promise<Result<T>>): Promise<Result<T>> =>
    new Promise((resolve) => {
      pending.add(resolve as (reason: Result<never>) => void);
      const settle = (result: Result<T>) => {
        pending.delete(resolve as (reason: Result<never>) => void);
        resolve(result);
      };
      refilled
        .then(() => {
          running ??= start();
          return work(running.api);
        })
        .then(settle, (error: unknown) =>
          settle({
            ok: false,
            error: { code: 'worker_failed', message: error instanceof Error ? error.message : 'the worker failed' },
          }),
        );
    });

  return {
    prepare: () => call((api) => api.prepare()),
    addFiles: async (added) => {
      files = [...files, ...added];
      return call(async () => {
        await send(added);
        return { ok: true, value: files.length };
      });
    },
    removeSource: (path) => {
      files = files.filter((file) => file.path !== path && !file.path.startsWith(`${path}/`));
      return call((api) => api.removeSource(path));
    },
    run: (recipe, onProgress) => call((api) => api.run(recipe, proxy(onProgress))),
    episodes: (query) => call((api) => api.episodes(query)),
    episode: (ordinal) => call((api) => api.episode(ordinal)),
    presets: () => call((api) => api.presets()),
    build: (onProgress) => call((api) => api.build(proxy(onProgress))),
    download: () => call((api) => api.download()),
    cancel: async () => {
      const target = running;
      if (!target) return;
      const stopped = await Promise.race([
        target.api.cancel().then(() => true),
        new Promise<false>((resolve) => setTimeout(resolve, CANCEL_GRACE, false)),
      ]);
      if (!stopped && running === target) replace('cancelled', 'cancelled');
    },
    close: () => {
      files = [];
      stop();
    },
  };
}
