'use client';

import { useStore } from 'zustand';
import { createDatasetClient } from '../../workers/client.ts';
import { createVault } from '../storage/vault.ts';
import { createEpisodeBrowser, type EpisodeBrowser, type EpisodeBrowserState } from './episode-browser.ts';
import { createScenarioPlayer, type ScenarioPlayerState } from './scenario-player.ts';
import { createView, type StepId, type ViewState } from './view.ts';
import { createWorkspace } from './workspace.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** One page, one workspace. The worker starts with the first call, so that prerendering starts none. */
const client = createDatasetClient();
export const vault = createVault();

export const workspace = createWorkspace(client);
export const view = createView();
export const player = createScenarioPlayer(client);
/** Redact and Curate each keep their own filter and place. */
export const browsers = { redact: createEpisodeBrowser(client), curate: createEpisodeBrowser(client) } as const;

export const useWorkspace = <T>(select: (state: WorkspaceState) => T): T => useStore(workspace.store, select);
export const useView = <T>(select: (state: ViewState) => T): T => useStore(view, select);
export const useBrowser = <T>(browser: EpisodeBrowser, select: (state: EpisodeBrowserState) => T): T =>
  useStore(browser.store, select);

export const usePlayer = <T>(select: (state: ScenarioPlayerState) => T): T => useStore(player.store, select);

export const goTo = (step: StepId) => view.setState({ step });

/** Starts the worker before it is needed, so that its files are here when the network is gone. */
export const startAhead = (): void => void client.prepare();

/** Reads one source's episodes. */
export const showEpisodesOf = (source: number) => {
  browsers.curate.replaceFilter({ source });
  goTo('curate');
};

/** Reads the episodes that have all of the tags. */
export const showTagged = (tags: readonly string[]) => {
  browsers.curate.replaceFilter({ tags });
  goTo('curate');
};
