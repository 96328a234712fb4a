import type { Host } from './host.ts';
import { decide } from './passes/decide.ts';
import { createIntake, type Intake } from './passes/intake.ts';
import { pack } from './passes/pack.ts';
import type { State } from './passes/state.ts';
import { type Built, writeDataset } from './passes/write.ts';
import { readRecipe, requireKey } from './read-recipe.ts';
import { DEFAULT_RECIPE } from './recipe.ts';
import { createRedactor } from './redaction/index.ts';
import { createReviewedRedactor } from './redaction/reviewed.ts';
import { runSelfTest } from './redaction/self-test/run.ts';
import type { Scratch } from './scratch.ts';
import type { PageQuery, Progress } from './types.ts';
import type { BuildSummary, PresetView } from './views/build-views.ts';
import type { ConversationPage, EpisodeBlocks } from './views/conversation-views.ts';
import { countMatches } from './views/count-matches.ts';
import { damageReport } from './views/damage-report.ts';
import type { DamageReport } from './views/damage-views.ts';
import { pageOf } from './views/episode-page.ts';
import type { EpisodePage, EpisodeQuery, EpisodeView, FindingPlace } from './views/episode-views.ts';
import { findingExamples } from './views/finding-examples.ts';
import { type Listed, listEpisodes } from './views/list-episodes.ts';
import { nameList } from './views/name-list.ts';
import { createOpened, type Opened } from './views/opened.ts';
import { presetExamples } from './views/preset-examples.ts';
import { residualText } from './views/residual-text.ts';
import type {
  FindingExample,
  MatchCount,
  MatchQuery,
  NameList,
  PlaceholderQuery,
  ResidualText,
  SelfTestReport,
} from './views/review-views.ts';
import { previewScenario, scenarioRows } from './views/scenario-preview.ts';
import type { ScenarioPreview, ScenarioQuery, ScenarioRow } from './views/scenario-views.ts';
import { sessionList } from './views/session-list.ts';
import type { SessionInspection } from './views/session-views.ts';
import { summarise } from './views/summary.ts';
import type { Summary } from './views/summary-views.ts';
import type { TextPiece, TextPieceQuery } from './views/text-views.ts';

/**
 * A drop, its generators and a recipe, kept up to date: what depends on a change runs again, the rest stands.
 * The page's worker holds one for as long as it lives, the command line makes one a call.
 */
export interface Workspace extends Pick<Intake, 'addFiles' | 'removeFiles'>, SessionInspection {
  /** Throws a RangeError when the recipe says something impossible. */
  run(recipe: unknown, signal: AbortSignal): AsyncGenerator<Progress, Summary>;
  episodes(query: EpisodeQuery): EpisodePage;
  episode(ordinal: number): Promise<EpisodeView>;
  episodeFindings(ordinal: number, page: PageQuery): Promise<readonly FindingPlace[]>;
  /** The messages of an episode, before and after; long texts as excerpts. */
  episodeBlocks(ordinal: number, page: PageQuery): Promise<EpisodeBlocks>;
  episodeText(query: TextPieceQuery): Promise<TextPiece>;
  /** An episode in pages, as it will be written. */
  conversation(ordinal: number, page: PageQuery): Promise<ConversationPage>;
  /** What is wrong with everything read, or with one source of it. */
  damage(source: number | null): DamageReport;
  presets(): Promise<readonly PresetView[]>;
  /** Places where values of a type were replaced, as they read now. */
  examples(type: string, limit: number, signal: AbortSignal): Promise<readonly FindingExample[]>;
  /** What stood where a placeholder stands; throws where that cannot be told. */
  placeholderValue(query: PlaceholderQuery): Promise<string>;
  countMatches(query: MatchQuery, signal: AbortSignal): Promise<MatchCount>;
  /** What may be persons' names, addresses and dates of birth; nothing of it is replaced before the person says so. */
  names(limit: number, signal: AbortSignal): Promise<NameList>;
  /** Needs no run before: the rules as they come, over cases made for the purpose. */
  selfTest(seed: number): SelfTestReport;
  scenarios(): readonly ScenarioRow[];
  /** Needs no run before: it shows what a generator would make. */
  previewScenario(query: ScenarioQuery): Promise<ScenarioPreview>;
  build(signal: AbortSignal): AsyncGenerator<Progress, BuildSummary>;
  /** What stands where the final scan of the last build found something. */
  residualText(index: number, signal: AbortSignal): Promise<ResidualText>;
  /** Zips the last build; its blob stays readable until the next build. */
  pack(signal: AbortSignal): AsyncGenerator<Progress, Blob>;
  /** The last build; throws when there is none. */
  built(): Built;
  close(): Promise<void>;
}

/** What is up to date with the recipe of the last run. */
interface Current {
  readonly state: State;
  readonly listed: readonly Listed[];
  readonly opened: Opened;
}

export function createWorkspace(host: Host): Workspace {
  const intake = createIntake(host);
  let now: Current | undefined;
  let built: Built | undefined;
  let packed: Scratch | undefined;

  const current = (): Current => {
    if (!now) throw new Error('nothing was read yet');
    return now;
  };
  const lastBuild = (): Built => {
    if (!built) throw new Error('nothing was built yet');
    return built;
  };
  /** What is replaced while it is looked at fails the look, or not: it is of no interest any more. */
  async function look<T>(answer: (seen: Current) => Promise<T>): Promise<T> {
    const seen = current();
    try {
      return await answer(seen);
    } catch (error) {
      throw now === seen ? error : new DOMException('something newer is there', 'AbortError');
    }
  }
  const episode = (ordinal: number) => look(({ opened }) => opened.episode(ordinal));
  const session = (source: number, id: string, signal: AbortSignal) =>
    look(({ opened }) => opened.session(source, id, signal));

  async function discard(): Promise<void> {
    now?.opened.clear();
    await built?.close();
    await packed?.close();
    built = undefined;
    packed = undefined;
  }

  return {
    addFiles: intake.addFiles,
    removeFiles: intake.removeFiles,
    run: async function* (input, signal) {
      const recipe = readRecipe(input);
      requireKey(recipe);
      const redactor = await createReviewedRedactor(recipe);
      const { drop, segments } = yield* intake.update(recipe, signal);
      const members = segments.flatMap((segment) => segment.entries.map((entry) => ({ entry, segment })));
      const state: State = { recipe, redactor, drop, segments, members, decisions: decide(segments, recipe) };
      const listed = listEpisodes(state);
      now = { state, listed, opened: createOpened(state, listed, host) };
      await intake.release();
      await discard();
      return summarise(state);
    },
    episodes: (query) => pageOf(now?.listed ?? [], query),
    episode: async (ordinal) => (await episode(ordinal)).view,
    episodeFindings: async (ordinal, page) => (await episode(ordinal)).findings(page),
    episodeBlocks: async (ordinal, page) => (await episode(ordinal)).blocks(page),
    episodeText: async (query) => (await episode(query.ordinal)).text(query),
    conversation: async (ordinal, page) => (await look(({ opened }) => opened.conversation(ordinal))).page(page),
    damage: (source) => damageReport(current().state, source),
    examples: (type, limit, signal) => look(({ state }) => findingExamples(state, type, limit, host, signal)),
    placeholderValue: async ({ ordinal, ...query }) => {
      const value = (await episode(ordinal)).valueOf(query);
      if (value === null) throw new RangeError('which value stood here cannot be told: open the episode');
      return value;
    },
    countMatches: (query, signal) => look(({ state }) => countMatches(state, query, host, signal)),
    names: (limit, signal) => look(({ state }) => nameList(state, limit, host, signal)),
    selfTest: (seed) => runSelfTest(createRedactor(DEFAULT_RECIPE.redaction), seed),
    sessions: (source, page) => {
      const { drop, segments } = current().state;
      const real = segments.find(({ origin }) => origin === 'real');
      return sessionList(drop, real, source, page);
    },
    session: async (source, id, signal) => (await session(source, id, signal)).overview,
    timeline: async (source, id, query, signal) => (await session(source, id, signal)).page(query),
    timelineText: async (source, id, query, signal) => (await session(source, id, signal)).text(query),
    presets: () => look(({ state }) => presetExamples(state)),
    scenarios: scenarioRows,
    previewScenario: async (query) =>
      previewScenario(query, now?.state.redactor ?? (await createReviewedRedactor(DEFAULT_RECIPE))),
    build: async function* (signal) {
      await discard();
      built = yield* writeDataset(current().state, host, signal);
      return built.summary;
    },
    residualText: async (index, signal) => residualText(lastBuild(), index, current().state.redactor, signal),
    pack: async function* (signal) {
      packed ??= yield* pack(lastBuild(), host, signal);
      return packed.blob();
    },
    built: lastBuild,
    close: async () => {
      await discard();
      await intake.close();
    },
  };
}
