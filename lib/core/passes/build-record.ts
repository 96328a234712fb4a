import { CONTEXT_HYGIENE } from '../formats/session-episodes.ts';
import { sumTrims } from '../formats/trim-audit.ts';
import type { BuildRecord, InputRecord } from '../output/manifest.ts';
import type { TrimRecord } from '../output/manifest-trims.ts';
import type { WrittenRows } from '../output/row-files.ts';
import type { ShardPlan } from '../output/shards.ts';
import type { DroppedLine, LedgerLine } from '../output/side-files.ts';
import type { Recipe } from '../recipe.ts';
import type { FoundValues } from '../stages/redact.ts';
import { type Counts, sumCounts } from '../text/counts.ts';
import type { Shard, Split } from '../types.ts';
import { TOOL } from '../version.ts';
import type { ResidualPlace } from './final-scan.ts';
import { type Names, withoutNames } from './names.ts';
import type { Entry } from './segment.ts';
import type { State } from './state.ts';

/** Every episode that is in no shard, and what the readers and generators could make no episode of. */
export function droppedLines({ segments, members, decisions }: State, names: Names): readonly DroppedLine[] {
  const lost = segments.flatMap((segment) =>
    segment.lost.map(({ id, reason }) => ({
      id: names.episode(id),
      stage: segment.origin === 'real' ? 'parse' : 'generate',
      reason,
    })),
  );
  const left = decisions.fates.flatMap(({ dropped }, ordinal) =>
    dropped ? [{ id: names.episode(members[ordinal]?.entry.id ?? ''), ...dropped }] : [],
  );
  return [...lost, ...left];
}

/** Every value that was replaced, once, under its keyed hash. */
export function ledgerLines({ segments }: State, pairValues: FoundValues, names: Names): readonly LedgerLine[] {
  return [...segments.map(({ values }) => values), pairValues].flatMap((values) =>
    [...values.totals()].map(({ rule, type, value, count }) => ({
      rule,
      type,
      count,
      placeholder: `<${type}>`,
      hash: names.value(type, value),
    })),
  );
}

/** What a build knows of itself behind its rows. */
export interface Written {
  readonly rows: WrittenRows;
  /** What was replaced in wrong halves; they are no rows, but they are in the zip. */
  readonly pairValues: FoundValues;
  readonly sideFiles: readonly Shard[];
  readonly plans: readonly ShardPlan[];
  /** SHA-256 by source index. */
  readonly digests: readonly string[];
  readonly recipeSha256: string;
  readonly residual: readonly ResidualPlace[];
  readonly namesUndecided: number;
}

export function buildRecord(
  state: State,
  { rows, pairValues, sideFiles, plans, digests, recipeSha256, residual, namesUndecided }: Written,
): BuildRecord {
  const { recipe, members, decisions } = state;
  const entriesOf = (some: readonly ShardPlan[]) =>
    some.flatMap((plan) => plan.ordinals.flatMap((ordinal) => members[ordinal]?.entry ?? []));
  const written = (split: Split) =>
    entriesOf(plans.filter((plan) => plan.split === split)).map(({ fingerprint }) => fingerprint);
  const entries = members.map(({ entry }) => entry);
  const inPairs = [...pairValues.totals()];
  return {
    recipe: { ...recipe, builtMs: builtMsOf(state) },
    recipeSha256,
    tool: TOOL,
    inputs: inputRecords(state, digests),
    stages: decisions.stages,
    mixed: decisions.mixed,
    divided: decisions.divided,
    rows: { train: written('train'), validation: written('validation') },
    redaction: {
      episodes: entries.filter(({ rules }) => Object.keys(rules).length > 0).length,
      byRule: sumCounts([
        ...entries.map(({ rules }) => rules),
        ...inPairs.map(({ rule, count }) => ({ [rule]: count })),
      ]),
      byType: sumCounts([
        ...entries.map(({ types }) => types),
        ...inPairs.map(({ type, count }) => ({ [type]: count })),
      ]),
    },
    damage: sumCounts(entries.map(({ damage }) => damage)),
    trims: trimRecord(state, entriesOf(plans)),
    residual: { accepted: isAccepted(residual, recipe), byType: residualTypes(residual) },
    namesUndecided,
    files: [...rows.files, ...sideFiles],
    presets: rows.presets,
  };
}

function trimRecord({ segments }: State, rows: readonly Entry[]): TrimRecord {
  const read = segments.flatMap(({ entries, lost }) => [...entries, ...lost]);
  return {
    audit: sumTrims(read.map(({ trims }) => trims)),
    rowsAffected: rows.filter(({ trims }) => (trims?.affected ?? 0) > 0).length,
    hygieneRows: rows.filter(({ fingerprint }) => fingerprint.tags.includes(CONTEXT_HYGIENE)).length,
  };
}

/** When the dataset calls itself built: as chosen, else the time of its newest message. */
export const builtMsOf = ({ recipe, members }: State): number =>
  recipe.builtMs || members.reduce((latest, { entry }) => Math.max(latest, entry.createdMs), 0);

/** Nothing is left that the person has not let through, one by one or all at once. */
export const isAccepted = (
  residual: readonly Pick<ResidualPlace, 'mark'>[],
  { output }: Pick<Recipe, 'output'>,
): boolean =>
  output.acceptFindings ||
  (residual.length > 0 && residual.every(({ mark }) => output.acceptedFindings.includes(mark)));

export const residualTypes = (residual: readonly ResidualPlace[]): Counts =>
  sumCounts(residual.map(({ type, count }) => ({ [type]: count })));

function inputRecords({ segments, redactor }: State, digests: readonly string[]): readonly InputRecord[] {
  return segments.flatMap((segment) => {
    const episodes = new Map<number, number>();
    for (const { source } of segment.entries) episodes.set(source, (episodes.get(source) ?? 0) + 1);
    return segment.sources.map((source) => ({
      name: withoutNames(source.path, redactor),
      sha256: segment.origin === 'real' ? (digests[source.index] ?? '') : '',
      bytes: source.size,
      format: source.version === '' ? source.kind : `${source.kind}/${source.version}`,
      origin: segment.origin,
      episodes: episodes.get(source.index) ?? 0,
    }));
  });
}
