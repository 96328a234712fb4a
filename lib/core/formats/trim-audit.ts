/** What an agent did to its own results, counted (dynamic-trim.md section 8). */
export const NO_TRIMS = {
  /** Results that stand shortened in the file. */
  results: 0,
  /** Of these, a rewritten call names it; or none does. */
  confirmed: 0,
  unexplained: 0,
  /** Calls that asked to shorten a result which still stands whole. */
  pending: 0,
  /** Calls whose arguments were rewritten on disk. */
  calls: 0,
  /** UTF-16 units of the shortened results as they stand. */
  chars: 0,
  /** Results put back from another copy. */
  restored: 0,
  /** Messages of the model that were written with a result in view which is still short. */
  affected: 0,
};
export type TrimAudit = Readonly<typeof NO_TRIMS>;

const KEYS = Object.keys(NO_TRIMS) as readonly (keyof TrimAudit)[];

export function sumTrims(audits: Iterable<Partial<TrimAudit> | undefined>): TrimAudit {
  const sum = { ...NO_TRIMS };
  for (const audit of audits) for (const key of KEYS) sum[key] += audit?.[key] ?? 0;
  return sum;
}

/** Nothing to tell when there was no trim. */
export const toldTrims = (audit: TrimAudit): { readonly trims?: TrimAudit } =>
  KEYS.some((key) => audit[key] > 0) ? { trims: audit } : {};

/** A message with what trims mean for it; `kept` ones were counted in the window where they were new. */
export interface Trimmed {
  readonly kept: boolean;
  readonly trims?: Partial<TrimAudit>;
}

/** Of the messages that are new, so that the windows of a session add up. */
export const auditTrims = (drafts: readonly Trimmed[]): TrimAudit =>
  sumTrims(drafts.map(({ kept, trims }) => (kept ? undefined : trims)));
