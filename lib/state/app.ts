'use client';

import { useStore } from 'zustand';
import { createDatasetClient } from '../../workers/client.ts';
import { createVault } from '../storage/vault.ts';
import { createEpisodeBrowser, type EpisodeBrowser, type EpisodeBrowserState } from './episode-browser.ts';
import { readHistory, saveWork } from './saved-work.ts';
import { createView, type StepId, type ViewState } from './view.ts';
import { createWorkspace } from './workspace.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** One page, one workspace. The worker starts with the first call, so that prerendering starts none. */
const client = createDatasetClient();
const vault = createVault();

export const workspace = createWorkspace(client);
export const view = createView();
/** Redact and Curate each keep their own filter and place. */
export const browsers = { redact: createEpisodeBrowser(client), curate: createEpisodeBrowser(client) } as const;

export const useWorkspace = <T>(select: (state: WorkspaceState) => T): T => useStore(workspace.store, select);
export const useView = <T>(select: (state: ViewState) => T): T => useStore(view, select);
export const useBrowser = <T>(browser: EpisodeBrowser, select: (state: EpisodeBrowserState) => T): T =>
  useStore(browser.store, select);

export const goTo = (step: StepId) => view.setState({ step });

/** Reads one source's episodes. */
export const showEpisodesOf = (source: number) => {
  browsers.curate.replaceFilter({ source });
  goTo('curate');
};

const SAVE_AFTER_MS = 400;

/** Loads what an earlier visit left, then keeps it up to date. Returns how to stop. */
export function keepWork(): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = setTimeout(
      () => void vault.save(saveWork(workspace.store.getState(), view.getState().shortcuts)),
      SAVE_AFTER_MS,
    );
  };
  const stops: (() => void)[] = [];
  void vault.load().then((saved) => {
    if (stopped) return;
    const history = saved && readHistory(saved.history);
    const untouched = workspace.store.getState().history.past.length === 0;
    if (saved && history && untouched) workspace.restore(history, saved.drops);
    if (saved) view.setState({ shortcuts: saved.shortcuts });
    stops.push(
      workspace.store.subscribe((now, before) => {
        if (now.history !== before.history || now.drops !== before.drops) save();
      }),
      view.subscribe((now, before) => {
        if (now.shortcuts !== before.shortcuts) save();
      }),
    );
  });
  return () => {
    stopped = true;
    for (const stop of stops) stop();
  };
}

/** Lists follow the workspace: a new summary makes both ask again. */
export function keepListsFresh(): () => void {
  return workspace.store.subscribe((now, before) => {
    if (now.revision === before.revision) return;
    browsers.redact.refresh();
    browsers.curate.refresh();
  });
}
