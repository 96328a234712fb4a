import { proxy, type Remote, releaseProxy, wrap } from 'comlink';
import type { DatasetApi, DroppedFile, Result } from './protocol.ts';

/** Milliseconds a worker has to stop after a cancel before it is replaced. */
const CANCEL_GRACE = 1500;
/** More `File` objects in one message make a long task (performance.md section 2.5). */
const BATCH = 200;

export interface DatasetClient extends DatasetApi {
  close(): void;
}

type Api = Remote<DatasetApi>;
type Fail = (failure: Result<never>) => void;

interface Connection {
  readonly worker: Worker;
  readonly api: Api;
  /** Resolves when the worker holds every file that was dropped before it started. */
  readonly filled: Promise<void>;
}

/** The page's end of the dataset worker: starts it with the first call, and again with the next one after it died. */
export function createDatasetClient(): DatasetClient {
  let connection: Connection | undefined;
  let files: readonly DroppedFile[] = [];
  const pending = new Set<Fail>();

  const connect = (): Connection => {
    const worker = new Worker(new URL('./dataset.worker.ts', import.meta.url), { type: 'module' });
    const api = wrap<DatasetApi>(worker);
    worker.addEventListener('error', () =>
      disconnect('worker_failed', 'the worker stopped; the drop may be larger than this browser can hold'),
    );
    return { worker, api, filled: send(api, files) };
  };

  /** What waits for the worker fails now: a call to a terminated worker would hang for ever. */
  const disconnect = (code: string, message: string) => {
    if (!connection) return;
    connection.api[releaseProxy]();
    connection.worker.terminate();
    connection = undefined;
    for (const fail of pending) fail({ ok: false, error: { code, message } });
    pending.clear();
  };

  const call = <T>(work: (api: Api) => Promise<Result<T>>): Promise<Result<T>> =>
    new Promise((resolve) => {
      connection ??= connect();
      const { api, filled } = connection;
      pending.add(resolve);
      const settle = (result: Result<T>) => {
        pending.delete(resolve);
        resolve(result);
      };
      filled
        .then(() => work(api))
        .then(settle, (error: unknown) =>
          settle({ ok: false, error: { code: 'worker_failed', message: String(error) } }),
        );
    });

  return {
    prepare: () => call((api) => api.prepare()),
    addFiles: (added) => {
      // A worker that starts now is filled with all of them; one that runs gets the new ones.
      const runs = connection !== undefined;
      files = [...files, ...added];
      const held = files.length;
      return call(async (api) => {
        if (runs) await send(api, added);
        return { ok: true, value: held };
      });
    },
    removeSource: (path) => {
      files = files.filter((file) => file.path !== path && !file.path.startsWith(`${path}/`));
      return call((api) => api.removeSource(path));
    },
    run: (recipe, onProgress) => call((api) => api.run(recipe, proxy(onProgress))),
    episodes: (query) => call((api) => api.episodes(query)),
    episode: (ordinal) => call((api) => api.episode(ordinal)),
    episodeFindings: (ordinal, query) => call((api) => api.episodeFindings(ordinal, query)),
    episodeBlocks: (ordinal, query) => call((api) => api.episodeBlocks(ordinal, query)),
    episodeText: (query) => call((api) => api.episodeText(query)),
    conversation: (ordinal, query) => call((api) => api.conversation(ordinal, query)),
    damage: (source) => call((api) => api.damage(source)),
    sessions: (source, query) => call((api) => api.sessions(source, query)),
    session: (source, id) => call((api) => api.session(source, id)),
    timeline: (source, id, query) => call((api) => api.timeline(source, id, query)),
    timelineText: (source, id, query) => call((api) => api.timelineText(source, id, query)),
    presets: () => call((api) => api.presets()),
    examples: (type, limit) => call((api) => api.examples(type, limit)),
    placeholderValue: (query) => call((api) => api.placeholderValue(query)),
    countMatches: (query) => call((api) => api.countMatches(query)),
    names: (limit) => call((api) => api.names(limit)),
    selfTest: (seed) => call((api) => api.selfTest(seed)),
    scenarios: () => call((api) => api.scenarios()),
    previewScenario: (query) => call((api) => api.previewScenario(query)),
    build: (onProgress) => call((api) => api.build(proxy(onProgress))),
    residualText: (index) => call((api) => api.residualText(index)),
    download: () => call((api) => api.download()),
    cancel: async () => {
      const target = connection;
      if (!target) return;
      const stopped = await Promise.race([
        target.api.cancel().then(() => true),
        new Promise<false>((resolve) => setTimeout(resolve, CANCEL_GRACE, false)),
      ]);
      if (!stopped && connection === target) disconnect('cancelled', 'cancelled');
    },
    close: () => {
      files = [];
      disconnect('closed', 'closed');
    },
  };
}

async function send(api: Api, files: readonly DroppedFile[]): Promise<void> {
  for (let from = 0; from < files.length; from += BATCH) await api.addFiles(files.slice(from, from + BATCH));
}
