/** What crosses between page and worker. Types only: no code of the engine travels with them. */
import type { Recipe } from '../lib/core/recipe.ts';
import type { ScenarioPreview, ScenarioQuery, ScenarioRow } from '../lib/core/views/scenario-views.ts';
import type {
  BuildSummary,
  EpisodePage,
  EpisodeQuery,
  EpisodeView,
  FindingExample,
  MatchCount,
  MatchQuery,
  NameList,
  PresetView,
  Progress,
  SelfTestReport,
  Summary,
} from '../lib/core/views/views.ts';

export type { CheckView, ScenarioPreview, ScenarioQuery, ScenarioRow } from '../lib/core/views/scenario-views.ts';
export type {
  Bar,
  BuildSummary,
  EpisodePage,
  EpisodeQuery,
  EpisodeRow,
  EpisodeView,
  FamilyRow,
  FindingExample,
  GenerationView,
  MarkedText,
  MatchCount,
  MatchQuery,
  MessageView,
  NameList,
  NameRow,
  PresetView,
  Progress,
  RiskCell,
  RiskGrid,
  SelfTestLine,
  SelfTestReport,
  SourceRow,
  SplitSummary,
  Summary,
  TextMark,
  ToolCallView,
  TypeCount,
} from '../lib/core/views/views.ts';

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
  episode(ordinal: number): Promise<Result<EpisodeView>>;
  presets(): Promise<Result<readonly PresetView[]>>;
  /** These four read what was redacted; a newer call of the same kind cancels the one before. */
  examples(type: string, limit: number): Promise<Result<readonly FindingExample[]>>;
  countMatches(query: MatchQuery): Promise<Result<MatchCount>>;
  names(limit: number): Promise<Result<NameList>>;
  selfTest(seed: number): Promise<Result<SelfTestReport>>;
  /** What the generators can play. */
  scenarios(): Promise<Result<readonly ScenarioRow[]>>;
  previewScenario(query: ScenarioQuery): Promise<Result<ScenarioPreview>>;
  build(onProgress: (progress: Progress) => void): Promise<Result<BuildSummary>>;
  /** The zip of the last build; refused while it is blocked. */
  download(): Promise<Result<Blob>>;
  /** Stops what runs within a few tens of milliseconds; that call then fails with code `cancelled`. */
  cancel(): Promise<void>;
}
