import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DatasetApi, DroppedFile, Progress, Result, Summary } from '../../workers/protocol.ts';
import { DEFAULT_RECIPE, type Recipe } from '../core/recipe.ts';
import { plural } from './figures.ts';
import { type History, record, redo, undo } from './history.ts';
import { keepPace } from './pace.ts';
import type { Edit } from './recipe-edits.ts';
import { createRunLoop } from './run-loop.ts';
import { stageDoing } from './stage-words.ts';
import {
  countDrops,
  type Drop,
  EMPTY_WORKSPACE,
  hasInput,
  type Problem,
  recipeOf,
  type WorkspaceState,
} from './workspace-state.ts';

/** Progress is shown at most this often; the worker may report more. */
const SHOW_EVERY_MS = 100;
/** Clicks in quick succession make one run. */
const REST_MS = 120;

export interface Workspace {
  readonly store: StoreApi<WorkspaceState>;
  addFiles(batches: AsyncIterable<readonly DroppedFile[]>): Promise<void>;
  removeSource(path: string): Promise<void>;
  edit(edit: Edit): void;
  undo(): void;
  redo(): void;
  /** Takes up saved work; its files have to come again. */
  restore(history: History<Recipe>, missing: readonly Drop[]): void;
  startAfresh(): void;
  /** Brings everything up to date, then writes the zip. */
  build(): Promise<void>;
  download(): Promise<Result<Blob>>;
  loadPresets(): Promise<void>;
  cancel(): Promise<void>;
  /** Takes up work that was cancelled. */
  resume(): void;
  announce(text: string): void;
  report(problem: Problem | null): void;
  reportUnreadable(paths: readonly string[]): void;
}

export function createWorkspace(client: DatasetApi, now: () => number = () => performance.now()): Workspace {
  const store = createStore<WorkspaceState>(() => EMPTY_WORKSPACE);
  const { getState, setState } = store;
  let shownMs = 0;
  /** Counts cancels, so that a folder walk knows that it was called off. */
  let cancels = 0;

  const announce = (announcement: string) => setState({ announcement });
  const report = (problem: Problem | null) => setState({ problem, announcement: problem?.message ?? '' });

  const onProgress = (progress: Progress) => {
    const { pace, work } = getState();
    if (work !== 'running' && work !== 'building') return;
    const stageChanged = pace?.stage !== progress.stage;
    if (!stageChanged && now() - shownMs < SHOW_EVERY_MS) return;
    shownMs = now();
    if (stageChanged && pace) announce(`${stageDoing(pace.stage)} finished`);
    setState({ pace: keepPace(pace, progress, now()) });
  };

  const take = (summary: Summary) => {
    const { pace } = getState();
    const finished = pace ? `${stageDoing(pace.stage)} finished. ` : '';
    setState((state) => ({ summary, presets: null, revision: state.revision + 1, stale: false }));
    announce(
      `${finished}Up to date: ${plural(summary.kept, 'episode')} kept of ${plural(summary.episodes, 'episode')}`,
    );
  };

  const runs = createRunLoop<Result<Summary>>({
    run: () => client.run(recipeOf(getState()), onProgress),
    interrupt: () => client.cancel(),
    onStart: () => setState({ work: 'running', pace: null, problem: null }),
    onDone: (result) => {
      if (result.ok) take(result.value);
      else if (result.error.code === 'cancelled') announce('Cancelled. What you see is from before.');
      else report(result.error);
    },
    onIdle: () => setState(({ work }) => (work === 'running' ? { work: 'idle', pace: null } : {})),
  });

  const changed = (delayMs: number) => {
    setState({ stale: true, built: null });
    runs.request(delayMs);
  };

  const move = (history: History<Recipe>) => {
    if (history === getState().history) return;
    setState({ history });
    changed(REST_MS);
  };

  /** Settles when all drops so far have been taken in; never fails. */
  let taken: Promise<unknown> = Promise.resolve();

  const addFiles = (batches: AsyncIterable<readonly DroppedFile[]>): Promise<void> => {
    const adding = takeIn(batches);
    taken = Promise.allSettled([taken, adding]);
    return adding;
  };

  const takeIn = async (batches: AsyncIterable<readonly DroppedFile[]>) => {
    const before = cancels;
    let added = 0;
    let failed = false;
    setState({ work: 'adding', problem: null });
    for await (const batch of batches) {
      if (cancels !== before) break;
      const result = await client.addFiles(batch);
      if (!result.ok) {
        report(result.error);
        failed = true;
        break;
      }
      added += batch.length;
      setState((state) => {
        const drops = countDrops(state.drops, batch);
        const missing = state.missing.filter((drop) => !drops.some(({ name }) => name === drop.name));
        return { files: state.files + batch.length, drops, missing };
      });
    }
    setState(({ work }) => (work === 'adding' ? { work: 'idle' } : {}));
    if (added === 0) return failed ? undefined : announce('There was nothing to read in there.');
    announce(`${plural(added, 'file')} added`);
    changed(0);
  };

  const build = async () => {
    // Who drops a folder and presses Build at once means that folder.
    await taken;
    if (!hasInput(getState()))
      return report({ code: 'nothing', message: 'There is nothing to build yet. Add files or episodes first.' });
    if (getState().stale) runs.request(0);
    await runs.settle();
    const { stale, summary } = getState();
    if (stale || !summary) return;
    setState({ work: 'building', pace: null, problem: null, built: null });
    announce('Building');
    const result = await client.build(onProgress);
    setState({ work: 'idle', pace: null });
    if (result.ok) {
      // A change made meanwhile has made this build old already.
      if (getState().stale) return;
      setState({ built: result.value });
      announce(result.value.blocked ? 'Built, but findings block the download' : `Built ${result.value.fileName}`);
    } else if (result.error.code === 'cancelled') announce('Build cancelled');
    else report(result.error);
  };

  return {
    store,
    announce,
    report,
    reportUnreadable: (paths) => {
      const named = paths.slice(0, 3).join(', ') + (paths.length > 3 ? ' and others' : '');
      report({
        code: 'unreadable',
        message: `${plural(paths.length, 'file')} could not be opened and were left out: ${named}`,
      });
    },
    addFiles,
    build,
    removeSource: async (path) => {
      const result = await client.removeSource(path);
      if (!result.ok) return report(result.error);
      setState((state) => ({ files: result.value, drops: state.drops.filter((drop) => drop.name !== path) }));
      announce(`${path} removed`);
      changed(0);
    },
    edit: (edit) => {
      const { history } = getState();
      move(record(history, edit.label, edit.apply(history.present)));
    },
    undo: () => {
      const last = getState().history.past.at(-1);
      if (!last) return;
      move(undo(getState().history));
      announce(`Undone: ${last.label}`);
    },
    redo: () => {
      const next = getState().history.future[0];
      if (!next) return;
      move(redo(getState().history));
      announce(`Done again: ${next.label}`);
    },
    restore: (history, missing) => {
      setState({ history, missing });
      if (hasInput(getState())) changed(0);
    },
    startAfresh: () => {
      setState({ missing: [] });
      move(record(getState().history, 'start afresh', DEFAULT_RECIPE));
    },
    download: () => client.download(),
    loadPresets: async () => {
      const { revision } = getState();
      const result = await client.presets();
      if (getState().revision !== revision) return;
      if (result.ok) setState({ presets: result.value });
      else report(result.error);
    },
    cancel: async () => {
      cancels++;
      runs.stop();
      await client.cancel();
    },
    resume: () => changed(0),
  };
}
