import { expect, test, vi } from 'vitest';
import type { DatasetApi, DroppedFile, Progress, Result, ScenarioPreview, Summary } from '../../workers/protocol.ts';
import type { Recipe } from '../core/recipe.ts';
import { changeRecipe, excludeEpisodes } from './recipe-edits.ts';
import { createWorkspace } from './workspace.ts';

const summaryOf = (episodes: number): Summary =>
  ({ sources: [], skipped: [], stages: [], episodes, kept: episodes }) as unknown as Summary;

const done = <T>(value: T): Result<T> => ({ ok: true, value });
const CANCELLED: Result<never> = { ok: false, error: { code: 'cancelled', message: 'cancelled' } };

/** Runs take until `finish` is called, or until they are cancelled. */
function fakeDataset() {
  const ran: Recipe[] = [];
  const batches: number[] = [];
  let settle: ((result: Result<Summary>) => void) | undefined;
  let progress: ((progress: Progress) => void) | undefined;
  let built = 0;
  const api: DatasetApi = {
    prepare: async () => done(undefined),
    addFiles: async (files) => done(batches.push(files.length)),
    removeSource: async () => done(1),
    run: (recipe, onProgress) => {
      ran.push(recipe);
      progress = onProgress;
      return new Promise((resolve) => {
        settle = resolve;
      });
    },
    episodes: async () => done({ total: 0, rows: [] }),
    episode: async () => CANCELLED,
    episodeFindings: async () => CANCELLED,
    episodeBlocks: async () => CANCELLED,
    episodeText: async () => CANCELLED,
    conversation: async () => CANCELLED,
    damage: async () => CANCELLED,
    sessions: async () => CANCELLED,
    session: async () => CANCELLED,
    timeline: async () => CANCELLED,
    timelineText: async () => CANCELLED,
    presets: async () => done([]),
    examples: async () => done([]),
    placeholderValue: async () => done(''),
    countMatches: async () => CANCELLED,
    names: async () => CANCELLED,
    residualText: async () => CANCELLED,
    selfTest: async () => CANCELLED,
    scenarios: async () => done([]),
    previewScenario: async () => done({} as ScenarioPreview),
    build: async () => {
      built++;
      return done({
        fileName: 'x.zip',
        bytes: 1,
        files: [],
        gates: { minExamples: true, redaction: true },
        residual: [],
        namesUndecided: 0,
        blocked: false,
      });
    },
    download: async () => done(new Blob()),
    cancel: async () => settle?.(CANCELLED),
  };
  return {
    api,
    ran,
    batches,
    built: () => built,
    finish: (episodes = 1) => settle?.(done(summaryOf(episodes))),
    progress: (stage: string, amount: number) => progress?.({ stage, done: amount, total: 100, unit: 'bytes' }),
  };
}

async function* drop(...batches: readonly number[]): AsyncGenerator<readonly DroppedFile[]> {
  for (const size of batches)
    yield Array.from({ length: size }, (_, index) => ({ path: `d/${index}`, file: new File(['x'], `${index}`) }));
}

const soon = () => vi.waitFor(() => new Promise((resolve) => setTimeout(resolve, 5)));

test('a drop is posted batch by batch, then everything is brought up to date once', async () => {
  const dataset = fakeDataset();
  const workspace = createWorkspace(dataset.api);
  await workspace.addFiles(drop(200, 200, 50));
  await vi.waitFor(() => expect(dataset.ran).toHaveLength(1));
  dataset.finish(7);
  await vi.waitFor(() => expect(workspace.store.getState().summary?.episodes).toBe(7));
  const state = workspace.store.getState();
  expect(dataset.batches).toEqual([200, 200, 50]);
  expect(state).toMatchObject({ files: 450, stale: false, work: 'idle', revision: 1 });
  expect(state.drops).toEqual([{ name: 'd', files: 450, bytes: 450 }]);
});

test('undo and redo run with the recipe of that moment', async () => {
  const dataset = fakeDataset();
  const workspace = createWorkspace(dataset.api);
  workspace.edit(excludeEpisodes(['a']));
  await vi.waitFor(() => expect(dataset.ran).toHaveLength(1));
  dataset.finish();
  await soon();
  workspace.undo();
  await vi.waitFor(() => expect(dataset.ran).toHaveLength(2));
  dataset.finish();
  await soon();
  workspace.redo();
  await vi.waitFor(() => expect(dataset.ran).toHaveLength(3));
  expect(dataset.ran.map((recipe) => recipe.review.excluded)).toEqual([['a'], [], ['a']]);
  expect(workspace.store.getState().announcement).toBe('Done again: exclude 1 episode');
});

test('an edit during a run makes the newest recipe count', async () => {
  const dataset = fakeDataset();
  const workspace = createWorkspace(dataset.api);
  workspace.edit(changeRecipe('seed', { seed: 1 }));
  await vi.waitFor(() => expect(dataset.ran).toHaveLength(1));
  workspace.edit(changeRecipe('seed', { seed: 2 }));
  await vi.waitFor(() => expect(dataset.ran).toHaveLength(2));
  dataset.finish();
  await vi.waitFor(() => expect(workspace.store.getState().stale).toBe(false));
  expect(dataset.ran.map(({ seed }) => seed)).toEqual([1, 2]);
});

test('cancel leaves the old summary, says so, and can be taken up again', async () => {
  const dataset = fakeDataset();
  const workspace = createWorkspace(dataset.api);
  await workspace.addFiles(drop(1));
  await vi.waitFor(() => expect(dataset.ran).toHaveLength(1));
  await workspace.cancel();
  await vi.waitFor(() => expect(workspace.store.getState().work).toBe('idle'));
  expect(workspace.store.getState()).toMatchObject({ stale: true, summary: null, problem: null });
  workspace.resume();
  await vi.waitFor(() => expect(dataset.ran).toHaveLength(2));
});

test('build waits for what is still to be run', async () => {
  const dataset = fakeDataset();
  const workspace = createWorkspace(dataset.api);
  await workspace.addFiles(drop(1));
  const building = workspace.build();
  await vi.waitFor(() => expect(dataset.ran).toHaveLength(1));
  expect(dataset.built()).toBe(0);
  dataset.finish();
  await building;
  expect(dataset.built()).toBe(1);
  expect(workspace.store.getState().built?.fileName).toBe('x.zip');
});

test('build pressed while a drop is still taken in builds that drop', async () => {
  const dataset = fakeDataset();
  const workspace = createWorkspace(dataset.api);
  const adding = workspace.addFiles(drop(200, 50));
  const building = workspace.build();
  await adding;
  await vi.waitFor(() => expect(dataset.ran).toHaveLength(1));
  dataset.finish();
  await building;
  expect(dataset.built()).toBe(1);
  expect(workspace.store.getState().problem).toBeNull();
});

test('a change makes the last build old', async () => {
  const dataset = fakeDataset();
  const workspace = createWorkspace(dataset.api);
  await workspace.addFiles(drop(1));
  const building = workspace.build();
  await vi.waitFor(() => expect(dataset.ran).toHaveLength(1));
  dataset.finish();
  await building;
  workspace.edit(changeRecipe('rename', { name: 'other' }));
  expect(workspace.store.getState().built).toBeNull();
});

test('building nothing says what to do', async () => {
  const workspace = createWorkspace(fakeDataset().api);
  await workspace.build();
  expect(workspace.store.getState().problem?.message).toMatch(/add files or episodes/i);
});

test('each finished stage is announced', async () => {
  const dataset = fakeDataset();
  const workspace = createWorkspace(dataset.api);
  const said: string[] = [];
  workspace.store.subscribe((now, before) => now.announcement !== before.announcement && said.push(now.announcement));
  await workspace.addFiles(drop(1));
  await vi.waitFor(() => expect(dataset.ran).toHaveLength(1));
  dataset.progress('parse', 50);
  dataset.progress('redact', 10);
  dataset.finish(3);
  await vi.waitFor(() => expect(said.at(-1)).toMatch(/up to date/i));
  expect(said).toContain('Reading finished');
  expect(said.at(-1)).toMatch(/^Redacting finished/);
});

test('a failed run is a problem, and the page goes on', async () => {
  const dataset = fakeDataset();
  const workspace = createWorkspace({
    ...dataset.api,
    run: async () => ({ ok: false, error: { code: 'too_large', message: 'this drop is too large' } }),
  });
  await workspace.addFiles(drop(1));
  await vi.waitFor(() => expect(workspace.store.getState().problem?.code).toBe('too_large'));
  expect(workspace.store.getState().work).toBe('idle');
});
