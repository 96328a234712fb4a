'use client';

import { useStore } from 'zustand';
import { createDatasetClient } from '../../workers/client.ts';
import type {
  BuildSummary,
  DamageRow,
  EpisodeView,
  FindingPlace,
  MatchCount,
  MatchQuery,
} from '../../workers/protocol.ts';
import type { Recipe } from '../core/recipe.ts';
import { createPlayedShelf } from '../storage/played-shelf.ts';
import { createVault } from '../storage/vault.ts';
import { createDamageWatch, type DamageWatchState } from './damage-watch.ts';
import { createEpisodeBrowser, type EpisodeBrowser, type EpisodeBrowserState } from './episode-browser.ts';
import { createFindingWalk } from './finding-walk.ts';
import { createMatchCounts, queryKey } from './match-counts.ts';
import type { Pages, PagesState } from './pages.ts';
import { createPlayedOffers, type PlayedOffer } from './played-offers.ts';
import type { Edit } from './recipe-edits.ts';
import { isDecided } from './redaction-edits.ts';
import { createScanReview, decisionsOf, type ScanDecisions } from './scan-decisions.ts';
import { createScenarioPlayer, type ScenarioPlayerState } from './scenario-player.ts';
import { createSessionBrowser, type SessionBrowserState } from './session-browser.ts';
import { tabOfDamage } from './session-words.ts';
import { createView, type RedactTab, type StepId, type ViewState } from './view.ts';
import { createWorkspace } from './workspace.ts';
import { recipeOf, type WorkspaceState } from './workspace-state.ts';

/** One page, one workspace. The worker starts with the first call, so that prerendering starts none. */
const client = createDatasetClient();
export const vault = createVault();

export const workspace = createWorkspace(client);
export const view = createView();
export const player = createScenarioPlayer(client);
export const playedOffers = createPlayedOffers(createPlayedShelf(), workspace);
/** Redact and Curate each keep their own filter and place. */
export const browsers = { redact: createEpisodeBrowser(client), curate: createEpisodeBrowser(client) } as const;

/** The finding that is looked at in Redact. */
export const walk = createFindingWalk();

/** Which finding a recipe came of, for as long as the history has that recipe. */
const decidedAt = new WeakMap<Recipe, FindingPlace>();

/** Decides about a finding and goes on to what is undecided yet. */
export const decideAt = (episode: EpisodeView, place: FindingPlace, edit: Edit) => {
  workspace.edit(edit);
  const recipe = recipeOf(workspace.store.getState());
  decidedAt.set(recipe, place);
  walk.goOn(episode, (other) => !isDecided(other, recipe.redaction));
};

/** Undoes or does again, and shows the finding that it was about to who is walking through findings. */
const travel = (move: () => void, isPlaceOf: 'left' | 'reached') => {
  const present = () => recipeOf(workspace.store.getState());
  const left = present();
  move();
  const place = decidedAt.get(isPlaceOf === 'left' ? left : present());
  const { step, redactTab } = view.getState();
  if (left === present() || !place || step !== 'redact' || redactTab !== 'episodes') return;
  walk.goBackTo(place);
  const { rows, view: episode } = browsers.redact.store.getState();
  const [at] = [...rows].find(([, { id }]) => id === place.episodeId) ?? [];
  if (episode?.row.id !== place.episodeId && at !== undefined) browsers.redact.select(at);
};
export const undo = () => travel(workspace.undo, 'left');
export const redo = () => travel(workspace.redo, 'reached');

/** What was said about the findings of the last build. */
export const scanReview = createScanReview();

/** The sessions of the source that is looked into. */
export const sessionBrowser = createSessionBrowser(client);
export const damageWatch = createDamageWatch(client);

/** Single questions; the answers are for the drop as it is. */
export const questions = {
  examples: client.examples,
  placeholderValue: client.placeholderValue,
  names: client.names,
  residualText: client.residualText,
  selfTest: client.selfTest,
  episodes: client.episodes,
  episodeText: client.episodeText,
  conversation: client.conversation,
  timelineText: client.timelineText,
} as const;
export const matchCounts = createMatchCounts(client);
workspace.store.subscribe((now, before) => {
  if (now.revision !== before.revision) matchCounts.forget();
});

export const useCount = (query: MatchQuery): MatchCount | null =>
  useStore(matchCounts.store, (counts) => counts.get(queryKey(query))) ?? null;

export const useWorkspace = <T>(select: (state: WorkspaceState) => T): T => useStore(workspace.store, select);
export const useView = <T>(select: (state: ViewState) => T): T => useStore(view, select);
export const useBrowser = <T>(browser: EpisodeBrowser, select: (state: EpisodeBrowserState) => T): T =>
  useStore(browser.store, select);

export const useScanDecisions = (built: BuildSummary): ScanDecisions =>
  useStore(scanReview.store, (state) => decisionsOf(state, built));

export const useFindingWalk = () => useStore(walk.store);
export const useSessions = <T>(select: (state: SessionBrowserState) => T): T => useStore(sessionBrowser.store, select);
export const usePages = <Row, T>(pages: Pages<Row>, select: (state: PagesState<Row>) => T): T =>
  useStore(pages.store, select);
export const useDamage = <T>(select: (state: DamageWatchState) => T): T => useStore(damageWatch.store, select);

export const usePlayedOffers = (): readonly PlayedOffer[] => useStore(playedOffers.store);
export const usePlayer = <T>(select: (state: ScenarioPlayerState) => T): T => useStore(player.store, select);

export const goTo = (step: StepId) => view.setState({ step });

interface ReviewPlace {
  readonly message: number;
  /** Of a finding there: its type, or its text. */
  readonly type?: string;
  readonly text?: string;
}

/** Opens one episode in Redact, whatever the list showed before; at a finding in the message, or the message where there is none. */
export const reviewEpisode = (ordinal: number, at?: ReviewPlace) => {
  walk.close();
  browsers.redact.replaceFilter({});
  browsers.redact.store.setState({ selected: ordinal });
  openRedact('episodes');
  if (!at) return;
  const stop = browsers.redact.store.subscribe(({ view: episode, selected }) => {
    if (selected !== ordinal) return stop();
    if (episode?.row.ordinal !== ordinal) return;
    stop();
    const found = episode.findings.findIndex(
      ({ message, mark, text }) => message === at.message && (mark.type === at.type || text === at.text),
    );
    if (found >= 0) walk.look(episode, found);
    else walk.lookAtMessage(episode, at.message);
  });
};

export const openRedact = (redactTab: RedactTab) => view.setState({ step: 'redact', redactTab });

/** Starts the worker before it is needed, so that its files are here when the network is gone. */
export const startAhead = (): void => void client.prepare();

/** Reports on one source, or on everything read. */
export const reportOn = (source: { readonly index: number; readonly path: string } | null) => {
  sessionBrowser.choose(null);
  damageWatch.look(source && { index: source.index, path: source.path });
  view.setState({ step: 'sources', sourcesTab: 'damage' });
};

/** Opens a session where its damage of a kind is to be seen. */
export const showDamageIn = (code: string, { source, sessionId }: NonNullable<DamageRow['example']>) => {
  const row = workspace.store.getState().summary?.sources.find(({ index }) => index === source);
  if (row) sessionBrowser.openDamage({ index: row.index, path: row.path }, sessionId, tabOfDamage(code));
};

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
