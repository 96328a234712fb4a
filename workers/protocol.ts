/** What crosses between page and worker. Types only: no code of the engine travels with them. */
import type { Recipe } from '../lib/core/recipe.ts';
import type { PageQuery, Progress } from '../lib/core/types.ts';
import type { BuildSummary, PresetView } from '../lib/core/views/build-views.ts';
import type { ConversationPage, EpisodeBlocks } from '../lib/core/views/conversation-views.ts';
import type { DamageReport } from '../lib/core/views/damage-views.ts';
import type { EpisodePage, EpisodeQuery, EpisodeView, FindingPlace } from '../lib/core/views/episode-views.ts';
import type {
  FindingExample,
  MatchCount,
  MatchQuery,
  NameList,
  PlaceholderQuery,
  ResidualText,
  SelfTestReport,
} from '../lib/core/views/review-views.ts';
import type { ScenarioPreview, ScenarioQuery, ScenarioRow } from '../lib/core/views/scenario-views.ts';
import type {
  SessionListPage,
  SessionOverview,
  TimelinePage,
  TimelineQuery,
  TimelineTextQuery,
} from '../lib/core/views/session-views.ts';
import type { Summary } from '../lib/core/views/summary-views.ts';
import type { TextPiece, TextPieceQuery } from '../lib/core/views/text-views.ts';

export type { PageQuery, Progress } from '../lib/core/types.ts';
export type { BuildSummary, PresetView } from '../lib/core/views/build-views.ts';
export type { EpisodeBlock, MessageView, ToolCallView } from '../lib/core/views/conversation-views.ts';
export type { DamageReport, DamageRow, TrimAudit } from '../lib/core/views/damage-views.ts';
export type { EpisodeQuery, EpisodeRow, EpisodeView, FindingPlace } from '../lib/core/views/episode-views.ts';
export type { FamilyRow, RiskCell, RiskGrid } from '../lib/core/views/generation-views.ts';
export type {
  FindingExample,
  MatchCount,
  MatchQuery,
  NameRow,
  SelfTestLine,
  SelfTestReport,
} from '../lib/core/views/review-views.ts';
export type { CheckView, ScenarioPreview, ScenarioQuery, ScenarioRow } from '../lib/core/views/scenario-views.ts';
export type {
  RunView,
  SessionListRow,
  SessionOverview,
  TimelineEntry,
  TimelineKind,
  TimelineQuery,
} from '../lib/core/views/session-views.ts';
export type { SourceRow, Summary } from '../lib/core/views/summary-views.ts';
export type { MarkedText, TextMark, TextPiece, TextPieceQuery, TextRest } from '../lib/core/views/text-views.ts';

/** Results cross as data: an error class would lose its fields on the way. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

export interface DroppedFile {
  /** `/`-separated, the dropped folder's own name first. */
  readonly path: string;
  readonly file: File;
}

export interface DatasetApi {
  /** Loads everything that the worker may need later: from then on the page works with the network cable pulled. */
  prepare(): Promise<Result<void>>;
  /** Files are only remembered here; post them in batches of at most 200. */
  addFiles(files: readonly DroppedFile[]): Promise<Result<number>>;
  /** Forgets a source's files by the path shown in its row. */
  removeSource(path: string): Promise<Result<number>>;
  /** Brings everything up to date with files and recipe; re-runs only what depends on what changed. */
  run(recipe: Recipe, onProgress: (progress: Progress) => void): Promise<Result<Summary>>;
  episodes(query: EpisodeQuery): Promise<Result<EpisodePage>>;
  /** Opens an episode; its findings, messages and long texts are then there part by part. */
  episode(ordinal: number): Promise<Result<EpisodeView>>;
  episodeFindings(ordinal: number, query: PageQuery): Promise<Result<readonly FindingPlace[]>>;
  episodeBlocks(ordinal: number, query: PageQuery): Promise<Result<EpisodeBlocks>>;
  episodeText(query: TextPieceQuery): Promise<Result<TextPiece>>;
  /** An episode in pages, as it will be written. */
  conversation(ordinal: number, query: PageQuery): Promise<Result<ConversationPage>>;
  /** What is wrong with everything read, or with the source of that index. */
  damage(source: number | null): Promise<Result<DamageReport>>;
  sessions(source: number, query: PageQuery): Promise<Result<SessionListPage>>;
  /** Opens a session; a newer call cancels the one before. Its timeline is then there page by page. */
  session(source: number, id: string): Promise<Result<SessionOverview>>;
  timeline(source: number, id: string, query: TimelineQuery): Promise<Result<TimelinePage>>;
  timelineText(source: number, id: string, query: TimelineTextQuery): Promise<Result<string>>;
  presets(): Promise<Result<readonly PresetView[]>>;
  /** These four read what was redacted; a newer call of the same kind cancels the one before. */
  examples(type: string, limit: number): Promise<Result<readonly FindingExample[]>>;
  placeholderValue(query: PlaceholderQuery): Promise<Result<string>>;
  countMatches(query: MatchQuery): Promise<Result<MatchCount>>;
  names(limit: number): Promise<Result<NameList>>;
  selfTest(seed: number): Promise<Result<SelfTestReport>>;
  /** What the generators can play. */
  scenarios(): Promise<Result<readonly ScenarioRow[]>>;
  previewScenario(query: ScenarioQuery): Promise<Result<ScenarioPreview>>;
  build(onProgress: (progress: Progress) => void): Promise<Result<BuildSummary>>;
  /** What stands at a place of `BuildSummary.residual`. */
  residualText(index: number): Promise<Result<ResidualText>>;
  /** The zip of the last build; refused while it is blocked. */
  download(): Promise<Result<Blob>>;
  /** Stops what runs within a few tens of milliseconds; that call then fails with code `cancelled`. */
  cancel(): Promise<void>;
}
