import type { TrimAudit } from '../formats/trim-audit.ts';
import type { ReadingChoice } from '../recipe.ts';

/** What a build knows of results that their agent shortened (dynamic-trim.md section 8). */
export interface TrimRecord {
  /** Sum over everything read, rows or not. */
  readonly audit: TrimAudit;
  /** Rows written with a message that was made with more in view than the row shows. */
  readonly rowsAffected: number;
  /** Rows written that train on a call which shortens a result. */
  readonly hygieneRows: number;
}

export interface ManifestTrims {
  readonly policy: ReadingChoice['trims'];
  readonly call_policy: ReadingChoice['trimCalls'];
  readonly results: number;
  readonly confirmed: number;
  readonly unexplained: number;
  readonly pending: number;
  readonly rewritten_calls: number;
  readonly chars: number;
  readonly restored: number;
  readonly affected_messages: number;
  readonly affected_rows: number;
  /** Of the rows written, 0 to 1. */
  readonly affected_share: number;
  readonly context_hygiene_rows: number;
}

export function manifestTrims(
  { audit, rowsAffected, hygieneRows }: TrimRecord,
  { trims, trimCalls }: ReadingChoice,
  rows: number,
): ManifestTrims {
  return {
    policy: trims,
    call_policy: trimCalls,
    results: audit.results,
    confirmed: audit.confirmed,
    unexplained: audit.unexplained,
    pending: audit.pending,
    rewritten_calls: audit.calls,
    chars: audit.chars,
    restored: audit.restored,
    affected_messages: audit.affected,
    affected_rows: rowsAffected,
    affected_share: rows === 0 ? 0 : Math.round((rowsAffected / rows) * 1e6) / 1e6,
    context_hygiene_rows: hygieneRows,
  };
}

/** For the card; nothing where no agent ever shortened a result. */
export function trimText(trims: ManifestTrims): readonly string[] {
  if (trims.results + trims.rewritten_calls + trims.pending === 0) return [];
  return [
    '## Shortened results',
    `Agents had shortened ${trims.results} of their own tool results on disk (${trims.confirmed} explained by a call, ${trims.unexplained} not; ${trims.pending} more were asked for and never happened). ${trims.restored} were put back from another copy. ${trims.affected_messages} messages of the model were written with more in view than is left; ${trims.affected_rows} of the rows here hold such a message (${(trims.affected_share * 100).toFixed(1)} %). Policy: \`${trims.policy}\` for results, \`${trims.call_policy}\` for the calls. ${trims.context_hygiene_rows} rows teach when and how to shorten what is in view (tag \`context-hygiene\`).`,
  ];
}
