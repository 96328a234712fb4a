export interface BuildSummary {
  readonly fileName: string;
  /** Bytes of the zip; of all files together where none was made. */
  readonly bytes: number;
  readonly files: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly rows: number;
    readonly sha256: string;
  }[];
  readonly gates: { readonly minExamples: boolean; readonly redaction: boolean };
  /** What the final scan of the written bytes still found; the download is blocked until fixed or accepted. */
  readonly residual: readonly {
    readonly path: string;
    readonly line: number;
    readonly type: string;
    readonly count: number;
    /** The episode of that line; null where a line is none. */
    readonly ordinal: number | null;
    /** Names the value without naming it. */
    readonly mark: string;
    /** The person let it through. */
    readonly accepted: boolean;
  }[];
  /** Possible names in the rows written about which nobody said anything. */
  readonly namesUndecided: number;
  readonly blocked: boolean;
}

export interface PresetView {
  readonly id: string;
  readonly label: string;
  /** First kept row in this trainer's shape, indented; '' without rows. */
  readonly example: string;
  readonly config: string;
  readonly losses: readonly string[];
}
