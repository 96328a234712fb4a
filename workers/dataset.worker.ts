import { expose } from 'comlink';
import { createWorkspace, fileFromBlob, type Host, prepare } from '../lib/core/index.ts';
import { createBreathe } from './breathe.ts';
import { createBrowserScratch } from './browser-scratch.ts';
import { createLanes } from './lanes.ts';
import type { BuildSummary, DatasetApi, Progress, Result } from './protocol.ts';

const host: Host = {
  openScratch: createBrowserScratch(),
  breathe: createBreathe(),
  readSqliteWasm: async () => (await import('./sqlite-wasm.ts')).bytes,
  lanes: createLanes(),
};
const workspace = createWorkspace(host);
let running: AbortController | undefined;
let ended: Promise<unknown> = Promise.resolve();

/** Progress messages a second at most: more would only cost the page time. */
const PROGRESS_INTERVAL = 100;

async function result<T>(work: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError')
      return { ok: false, error: { code: 'cancelled', message: 'cancelled' } };
    const code = error instanceof DOMException ? error.name : 'failed';
    return { ok: false, error: { code, message: error instanceof Error ? error.message : String(error) } };
  }
}

/** One long job at a time: a new one cancels the one before and waits for its end. */
async function job<T>(
  start: (signal: AbortSignal) => AsyncGenerator<Progress, T>,
  onProgress: (progress: Progress) => void,
): Promise<Result<T>> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  const before = ended;
  const work = result(async () => {
    await before;
    const events = start(controller.signal);
    let last = 0;
    let stage = '';
    for (;;) {
      const next = await events.next();
      if (next.done) return next.value;
      const now = performance.now();
      if (now - last < PROGRESS_INTERVAL && next.value.stage === stage) continue;
      last = now;
      stage = next.value.stage;
      onProgress(next.value);
    }
  });
  ended = work;
  return work;
}

/** Looks at what stands; does not disturb the long job. The newest question of a kind cancels the one before. */
function createQuestion() {
  let asked = new AbortController();
  return <T>(answer: (signal: AbortSignal) => Promise<T>): Promise<Result<T>> => {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    return result(() => answer(signal));
  };
}
const askExamples = createQuestion();
const askCount = createQuestion();
const askNames = createQuestion();
const askResidual = createQuestion();
/** Opening is the long part; a page of what is open takes no time, so pages cancel nothing. */
const askSession = createQuestion();
const never = new AbortController().signal;

let zip: Blob | undefined;

/** The zip is made with the build, so that a click on the download has it at once. */
async function* buildAndPack(signal: AbortSignal): AsyncGenerator<Progress, BuildSummary> {
  zip = undefined;
  const summary = yield* workspace.build(signal);
  zip = yield* workspace.pack(signal);
  return { ...summary, bytes: zip.size };
}

function download(): Blob {
  if (!zip) throw new Error('nothing was built yet');
  if (workspace.built().summary.blocked)
    throw new Error('the final scan found something in the written files: fix it or accept it first');
  return zip;
}

const api = {
  prepare: () => result(() => prepare(host)),
  addFiles: (files) => result(() => workspace.addFiles(files.map(({ path, file }) => fileFromBlob(path, file)))),
  removeSource: (path) => result(() => workspace.removeFiles(path)),
  run: (recipe, onProgress) => job((signal) => workspace.run(recipe, signal), onProgress),
  episodes: (query) => result(() => workspace.episodes(query)),
  episode: (ordinal) => result(() => workspace.episode(ordinal)),
  episodeFindings: (ordinal, query) => result(() => workspace.episodeFindings(ordinal, query)),
  episodeBlocks: (ordinal, query) => result(() => workspace.episodeBlocks(ordinal, query)),
  episodeText: (query) => result(() => workspace.episodeText(query)),
  conversation: (ordinal, query) => result(() => workspace.conversation(ordinal, query)),
  damage: (source) => result(() => workspace.damage(source)),
  sessions: (source, query) => result(() => workspace.sessions(source, query)),
  session: (source, id) => askSession((signal) => workspace.session(source, id, signal)),
  timeline: (source, id, query) => result(() => workspace.timeline(source, id, query, never)),
  timelineText: (source, id, query) => result(() => workspace.timelineText(source, id, query, never)),
  presets: () => result(() => workspace.presets()),
  examples: (type, limit) => askExamples((signal) => workspace.examples(type, limit, signal)),
  placeholderValue: (query) => result(() => workspace.placeholderValue(query)),
  countMatches: (query) => askCount((signal) => workspace.countMatches(query, signal)),
  names: (limit) => askNames((signal) => workspace.names(limit, signal)),
  selfTest: (seed) => result(() => workspace.selfTest(seed)),
  scenarios: () => result(() => workspace.scenarios()),
  previewScenario: (query) => result(() => workspace.previewScenario(query)),
  build: (onProgress) => job(buildAndPack, onProgress),
  residualText: (index) => askResidual((signal) => workspace.residualText(index, signal)),
  download: () => result(download),
  cancel: async () => {
    running?.abort();
    await ended;
  },
} satisfies DatasetApi;

expose(api);
