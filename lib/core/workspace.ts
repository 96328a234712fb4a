import { openDrop, readEpisodes } from './formats/index.ts';
import { DEFAULT_LIMITS, type Drop, type ReadContext } from './formats/source.ts';
import { generatorById } from './generate/catalog.ts';
import type { Host } from './host.ts';
import { type Row, renderRow, serialiseRow } from './output/row.ts';
import { decide } from './passes/decide.ts';
import { pack } from './passes/pack.ts';
import { createPairs } from './passes/pairs.ts';
import { sameRedaction } from './passes/same-redaction.ts';
import { scanDrop, scanGenerator } from './passes/scan.ts';
import { readEpisode, type Segment } from './passes/segment.ts';
import { settle } from './passes/settle.ts';
import type { Member, State } from './passes/state.ts';
import { type Built, writeDataset } from './passes/write.ts';
import {
  DEFAULT_RECIPE,
  type GeneratorChoice,
  type Recipe,
  type RedactionChoice,
  readRecipe,
  requireKey,
} from './recipe.ts';
import { createRedactor } from './redaction/index.ts';
import { createReviewedRedactor } from './redaction/reviewed.ts';
import { runSelfTest } from './redaction/self-test/run.ts';
import type { Scratch } from './scratch.ts';
import { createPropagator, type Propagator } from './stages/redact.ts';
import type { Episode, Finding, Progress, SourceFile } from './types.ts';
import type { BuildSummary, PresetView } from './views/build-views.ts';
import { type OpenConversation, openConversation } from './views/conversation.ts';
import type { ConversationPage, EpisodeBlocks } from './views/conversation-views.ts';
import { countMatches } from './views/count-matches.ts';
import { damageReport } from './views/damage-report.ts';
import type { DamageReport } from './views/damage-views.ts';
import { pageOf } from './views/episode-page.ts';
import type { EpisodePage, EpisodeQuery, EpisodeView, FindingPlace } from './views/episode-views.ts';
import { findingExamples } from './views/finding-examples.ts';
import { type InspectedSession, inspectSession } from './views/inspect-session.ts';
import { type Listed, listEpisodes } from './views/list-episodes.ts';
import { nameList } from './views/name-list.ts';
import { type OpenEpisode, openEpisode } from './views/open-episode.ts';
import { type ExamplePair, presetViews } from './views/preset-examples.ts';
import { residualText } from './views/residual-text.ts';
import type {
  FindingExample,
  MatchCount,
  MatchQuery,
  NameList,
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
export interface Workspace extends SessionInspection {
  /** Returns the number of files held. */
  addFiles(files: readonly SourceFile[]): number;
  /** By the path of a source or file; a folder takes its files along. Returns the number of files held. */
  removeFiles(path: string): number;
  /** Throws a RangeError when the recipe says something impossible. */
  run(recipe: unknown, signal: AbortSignal): AsyncGenerator<Progress, Summary>;
  episodes(query: EpisodeQuery): EpisodePage;
  episode(ordinal: number): Promise<EpisodeView>;
  episodeFindings(ordinal: number, page: Page): Promise<readonly FindingPlace[]>;
  /** The messages of an episode, before and after; long texts as excerpts. */
  episodeBlocks(ordinal: number, page: Page): Promise<EpisodeBlocks>;
  episodeText(query: TextPieceQuery): Promise<TextPiece>;
  /** An episode in pages, as it will be written. */
  conversation(ordinal: number, page: Page): Promise<ConversationPage>;
  /** What is wrong with everything read, or with one source of it. */
  damage(source: number | null): DamageReport;
  presets(): Promise<readonly PresetView[]>;
  /** Places where values of a type were replaced, as they read now. */
  examples(type: string, limit: number, signal: AbortSignal): Promise<readonly FindingExample[]>;
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

interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** What was asked for last, held by what it is. */
interface Opened<T> {
  readonly key: string;
  readonly value: T;
}

interface Scanned {
  readonly key: string;
  /** What it was redacted with. */
  readonly redaction: RedactionChoice;
  readonly segment: Segment;
}

const EMPTY_DROP: Drop = { sources: [], skipped: [] };

/** Redact and Curate each have one open. */
const KEPT_OPEN = 2;

export function createWorkspace(host: Host): Workspace {
  let files: SourceFile[] = [];
  let filesVersion = 0;
  let drop: { readonly key: string; readonly drop: Drop } | undefined;
  let scanned: readonly Scanned[] = [];
  let state: State | undefined;
  let listed: readonly Listed[] = [];
  let built: Built | undefined;
  let packed: Scratch | undefined;
  let inspected: Opened<InspectedSession> | undefined;
  let conversing: Opened<OpenConversation> | undefined;
  /** By ordinal, the last one asked for at the end. */
  const episodes = new Map<number, Promise<OpenEpisode>>();

  const current = (): State => {
    if (!state) throw new Error('nothing was read yet');
    return state;
  };

  async function* read(recipe: Recipe, signal: AbortSignal): AsyncGenerator<Progress, readonly Segment[]> {
    const wanted: { key: string; scan: () => AsyncGenerator<Progress, Segment> }[] = [];
    if (files.length > 0) {
      const key = String(filesVersion);
      if (drop?.key !== key) drop = { key, drop: yield* open(files, host, signal) };
      const opened = drop.drop;
      wanted.push({
        key: `drop ${key} ${placeholderKey(recipe)} ${JSON.stringify(recipe.reading)}`,
        scan: () => readDrop(opened, recipe, signal),
      });
    } else drop = undefined;
    for (const choice of recipe.generators)
      wanted.push({
        key: `generator ${placeholderKey(recipe)} ${JSON.stringify(choice)}`,
        scan: () => make(choice, recipe, signal),
      });
    await forget((item) => !wanted.some(({ key }) => key === item.key));
    const old = new Set<Scanned>();
    for (const item of scanned)
      if (!(await sameRedaction(item.segment, item.redaction, recipe.redaction, host, signal))) old.add(item);
    await forget((item) => old.has(item));
    for (const { key, scan } of wanted) {
      if (scanned.some((item) => item.key === key)) continue;
      scanned = [...scanned, { key, redaction: recipe.redaction, segment: yield* scan() }];
    }
    return wanted.map(({ key }) => scanned.find((item) => item.key === key) as Scanned).map((item) => item.segment);
  }

  async function* readDrop(opened: Drop, recipe: Recipe, signal: AbortSignal): AsyncGenerator<Progress, Segment> {
    const segment = yield* scanDrop(opened, recipe.reading, recipe, host, signal);
    return { ...segment, entries: yield* settle(segment, recipe, host, signal) };
  }

  function make(choice: GeneratorChoice, recipe: Recipe, signal: AbortSignal): AsyncGenerator<Progress, Segment> {
    const generator = generatorById(choice.generator);
    if (!generator) throw new RangeError(`there is no generator ${JSON.stringify(choice.generator)}`);
    return scanGenerator(generator, choice, recipe, host, signal);
  }

  async function forget(which: (item: Scanned) => boolean): Promise<void> {
    const gone = scanned.filter(which);
    scanned = scanned.filter((item) => !which(item));
    for (const { segment } of gone) await segment.scratch.close();
  }

  /** The session that was asked for last stays open; what it holds depends on the drop and on what is redacted. */
  async function inspect(source: number, sessionId: string, signal: AbortSignal): Promise<InspectedSession> {
    const { drop: opened, segments, redactor, recipe } = current();
    const key = `${source} ${sessionId}`;
    if (inspected?.key === key) return inspected.value;
    inspected = undefined;
    const real = segments.find(({ origin }) => origin === 'real');
    const redaction = { redactor, propagator: real ? propagatorOf(real) : null };
    const found = opened.sources[source];
    const session =
      found &&
      (await inspectSession(found, sessionId, opened, {
        ...readContext(host, signal),
        reading: recipe.reading,
        redaction,
      }));
    if (!session) throw new RangeError('there is no such session');
    inspected = { key, value: session };
    return session;
  }

  async function converse(ordinal: number): Promise<OpenConversation> {
    const key = String(ordinal);
    if (conversing?.key === key) return conversing.value;
    const member = current().members[ordinal];
    if (!member) throw new RangeError(`there is no episode ${ordinal}`);
    const value = openConversation(await readEpisode(member.segment.scratch, member.entry.place));
    conversing = { key, value };
    return value;
  }

  async function readSides(ordinal: number): Promise<OpenEpisode> {
    const now = current();
    const member = now.members[ordinal];
    const item = listed[ordinal];
    if (!member || !item) throw new RangeError(`there is no episode ${ordinal}`);
    const after = await readEpisode(member.segment.scratch, member.entry.place);
    const before = await original(now, member, after, host);
    const exported = serialiseRow(previewRow(now, ordinal, after));
    return openEpisode({ row: item.row, before, after, exported }, now.redactor, propagatorOf(member.segment));
  }

  function opened(ordinal: number): Promise<OpenEpisode> {
    const episode = episodes.get(ordinal) ?? readSides(ordinal);
    episodes.delete(ordinal);
    episodes.set(ordinal, episode);
    episode.catch(() => episodes.delete(ordinal));
    for (const other of [...episodes.keys()].slice(0, -KEPT_OPEN)) episodes.delete(other);
    return episode;
  }

  async function discard(): Promise<void> {
    inspected = undefined;
    conversing = undefined;
    episodes.clear();
    await built?.close();
    await packed?.close();
    built = undefined;
    packed = undefined;
  }

  return {
    addFiles: (added) => {
      files = [...files, ...added];
      filesVersion += 1;
      return files.length;
    },
    removeFiles: (path) => {
      files = files.filter((file) => file.path !== path && !file.path.startsWith(`${path}/`));
      filesVersion += 1;
      return files.length;
    },
    run: async function* (input, signal) {
      const recipe = readRecipe(input);
      requireKey(recipe);
      const redactor = await createReviewedRedactor(recipe);
      const segments = yield* read(recipe, signal);
      const members = segments.flatMap((segment) => segment.entries.map((entry) => ({ entry, segment })));
      const decisions = decide(segments, recipe);
      state = { recipe, redactor, drop: drop?.drop ?? EMPTY_DROP, segments, members, decisions };
      listed = listEpisodes(state);
      await discard();
      return summarise(state);
    },
    episodes: (query) => pageOf(listed, query),
    episode: async (ordinal) => (await opened(ordinal)).view,
    episodeFindings: async (ordinal, page) => (await opened(ordinal)).findings(page),
    episodeBlocks: async (ordinal, page) => (await opened(ordinal)).blocks(page),
    episodeText: async (query) => (await opened(query.ordinal)).text(query),
    conversation: async (ordinal, page) => (await converse(ordinal)).page(page),
    damage: (source) => damageReport(current(), source),
    examples: (type, limit, signal) => findingExamples(current(), type, limit, host, signal),
    countMatches: (query, signal) => countMatches(current(), query, host, signal),
    names: (limit, signal) => nameList(current(), limit, host, signal),
    selfTest: (seed) => runSelfTest(createRedactor(DEFAULT_RECIPE.redaction), seed),
    sessions: (source, page) => {
      const { drop: opened, segments } = current();
      return sessionList(
        opened,
        segments.find(({ origin }) => origin === 'real'),
        source,
        page,
      );
    },
    session: async (source, id, signal) => (await inspect(source, id, signal)).overview,
    timeline: async (source, id, query, signal) => (await inspect(source, id, signal)).page(query),
    timelineText: async (source, id, query, signal) => (await inspect(source, id, signal)).text(query),
    presets: async () => {
      const now = current();
      const ordinal = now.decisions.fates.findIndex(({ dropped }) => dropped === null);
      const member = now.members[ordinal];
      if (!member) return presetViews(null, null);
      const episode = await readEpisode(member.segment.scratch, member.entry.place);
      return presetViews(previewRow(now, ordinal, episode), await examplePair(now));
    },
    scenarios: scenarioRows,
    previewScenario: async (query) =>
      previewScenario(query, state?.redactor ?? (await createReviewedRedactor(DEFAULT_RECIPE))),
    build: async function* (signal) {
      await discard();
      built = yield* writeDataset(current(), host, signal);
      return built.summary;
    },
    residualText: async (index, signal) => {
      if (!built) throw new Error('nothing was built yet');
      return residualText(built, index, current().redactor, signal);
    },
    pack: async function* (signal) {
      if (!built) throw new Error('nothing was built yet');
      packed ??= yield* pack(built, host, signal);
      return packed.blob();
    },
    built: () => {
      if (!built) throw new Error('nothing was built yet');
      return built;
    },
    close: async () => {
      await discard();
      await forget(() => true);
    },
  };
}

const placeholderKey = ({ redaction, key }: Recipe): string => (redaction.placeholders === 'keyed' ? key : '');

const propagators = new WeakMap<Segment, Propagator>();

/** Only what was read is settled over all of the drop; kept for as long as the segment stands. */
function propagatorOf(segment: Segment): Propagator | null {
  if (segment.origin !== 'real') return null;
  const known = propagators.get(segment) ?? createPropagator(segment.values);
  propagators.set(segment, known);
  return known;
}

/** The row as it would be written; the keyed hashes need the whole drop, so a build alone can know them. */
function previewRow({ members, decisions }: State, ordinal: number, episode: Episode): Row {
  const entry = members[ordinal]?.entry;
  const fate = decisions.fates[ordinal];
  return renderRow(episode, {
    id: entry?.fingerprint.rowId ?? '',
    sessionId: 's_…',
    groupId: 'g_…',
    provenance: fate?.split ? { split: fate.split } : {},
    redactions: entry?.rules ?? {},
  });
}

/** The first kept row that has a wrong half. */
async function examplePair(state: State): Promise<ExamplePair | null> {
  const pairs = createPairs(state);
  for (const [ordinal, { entry, segment }] of state.members.entries()) {
    if (segment.origin === 'real' || state.decisions.fates[ordinal]?.dropped !== null) continue;
    const wrong = await pairs.wrongHalf(ordinal);
    if ('missing' in wrong) continue;
    return { row: previewRow(state, ordinal, await readEpisode(segment.scratch, entry.place)), wrong };
  }
  return null;
}

async function* open(files: readonly SourceFile[], host: Host, signal: AbortSignal): AsyncGenerator<Progress, Drop> {
  yield { stage: 'unpack', done: 0, total: files.length, unit: 'files' };
  async function* each(): AsyncGenerator<SourceFile> {
    yield* files;
  }
  const drop = await openDrop(each(), readContext(host, signal));
  yield { stage: 'unpack', done: files.length, total: files.length, unit: 'files' };
  return drop;
}

function readContext({ readSqliteWasm }: Host, signal: AbortSignal): ReadContext {
  const ignore = (_: Finding) => undefined;
  return { signal, limits: DEFAULT_LIMITS, readSqliteWasm, report: ignore, progress: () => undefined };
}

/** The episode as its file has it, read once more: the workspace keeps no text that was not redacted. */
async function original(state: State, { entry, segment }: Member, after: Episode, host: Host): Promise<Episode> {
  if (segment.origin !== 'real') return after;
  const source = state.drop.sources[entry.source];
  if (!source) return after;
  const ctx = { ...readContext(host, new AbortController().signal), reading: state.recipe.reading };
  for await (const parsed of readEpisodes(source, state.drop, ctx))
    if (parsed.type === 'episode' && parsed.episode.id === entry.id) return parsed.episode;
  return after;
}
