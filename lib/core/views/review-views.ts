/** What the review of the redaction shows: plain data, small enough to cross a worker boundary. */

/** One replaced place, as it is now: the value itself stands nowhere in it. */
export interface FindingExample {
  readonly ordinal: number;
  readonly title: string;
  /** Index of the message. */
  readonly message: number;
  readonly role: string;
  readonly before: string;
  readonly placeholder: string;
  readonly after: string;
}

/** A placeholder as it reads in a message of an episode. */
export interface PlaceholderQuery {
  readonly ordinal: number;
  readonly message: number;
  readonly placeholder: string;
}

/** A place where the final scan still found something, with what stands there: asked for by a person, kept nowhere. */
export interface ResidualText {
  /** Of the episode whose row it is in; null outside of messages. */
  readonly message: number | null;
  readonly before: string;
  readonly value: string;
  readonly after: string;
}

export interface MatchQuery {
  /** `word` in any case, `pattern` in RE2 syntax, `value` to the letter. */
  readonly kind: 'word' | 'pattern' | 'value';
  readonly text: string;
}

/** How often something stands in the drop, as far as it was redacted by now. */
export interface MatchCount {
  readonly occurrences: number;
  readonly episodes: number;
  /** Places that are replaced already. */
  readonly replaced: number;
  /** Share of all text that it covers, 0 to 1. */
  readonly share: number;
  /** Why there is no count; '' when there is one. */
  readonly problem: string;
}

export interface NameRow {
  /** `PERSON`, `ADDRESS` or `BIRTH_DATE`. */
  readonly type: string;
  readonly text: string;
  /** Names what may stay without naming it. */
  readonly mark: string;
  readonly count: number;
  readonly episodes: number;
  readonly standing: 'open' | 'left';
  /** The first places where it stands. */
  readonly examples: readonly {
    readonly ordinal: number;
    readonly message: number;
    readonly before: string;
    readonly after: string;
  }[];
}

export interface NameList {
  /** Different names without a decision. */
  readonly undecided: number;
  readonly left: number;
  /** The most frequent first, at most as many as were asked for. */
  readonly rows: readonly NameRow[];
  readonly total: number;
}

export interface SelfTestLine {
  readonly name: string;
  readonly cases: number;
  readonly right: number;
}

export interface SelfTestReport {
  readonly seed: number;
  /** Of what has to go: how much of it was found whole. */
  readonly found: readonly SelfTestLine[];
  /** Of what has to stay: how much of it was left as it is. */
  readonly spared: readonly SelfTestLine[];
  /** What no rule looks for. */
  readonly unchecked: readonly string[];
}
