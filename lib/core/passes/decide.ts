import type { Recipe } from '../recipe.ts';
import type { Decision } from '../stages/decision.ts';
import { type Deduped, dedupe } from '../stages/dedupe.ts';
import { gate } from '../stages/gate.ts';
import { type Mixed, mix } from '../stages/mix.ts';
import { type Divided, split } from '../stages/split.ts';
import { sumCounts, totalOf } from '../text/counts.ts';
import type { Split, StageCount } from '../types.ts';
import type { Segment } from './segment.ts';

/** What becomes of one episode. */
export interface Fate {
  /** Null for a row that is written. */
  readonly dropped: { readonly stage: string; readonly reason: string } | null;
  readonly split: Split | null;
  /** Index of its duplicate cluster. */
  readonly cluster: number | null;
  /** Raw key of its split group; only a keyed hash of it is exported. */
  readonly groupKey: string;
}

export interface Decisions {
  /** The funnel, in order; its counts chain. */
  readonly stages: readonly StageCount[];
  /** By ordinal. */
  readonly fates: readonly Fate[];
  readonly clusters: Deduped['clusters'];
  readonly mixed: Mixed;
  readonly divided: Divided;
}

/** The global step: over fingerprints only, so it answers at once when a choice changes. */
export function decide(segments: readonly Segment[], recipe: Recipe): Decisions {
  const all = segments.flatMap((segment) => segment.entries.map((entry) => entry.fingerprint));
  const gated = gate(all, recipe.gate, recipe.review);
  const deduped = dedupe(all, gated.kept, recipe.dedupe, recipe.review);
  const mixed = mix(all, deduped.kept, recipe.mix, recipe.review, recipe.seed);
  const divided = split(
    { all, rows: mixed.kept, clusterOf: deduped.clusterOf, threshold: recipe.dedupe.threshold },
    recipe.split,
    recipe.seed,
  );
  const globals: readonly Decision[] = [gated, deduped, mixed];
  return {
    stages: [...readingStages(segments), ...globals.map(({ count }) => count), divided.count],
    fates: all.map((fingerprint, ordinal): Fate => {
      const decision = globals.find(({ dropped }) => dropped.has(ordinal));
      const cluster = deduped.clusterOf[ordinal] ?? -1;
      return {
        dropped: decision ? { stage: decision.count.name, reason: decision.dropped.get(ordinal) ?? '' } : null,
        split: divided.splitOf(ordinal),
        cluster: cluster < 0 ? null : cluster,
        groupKey: divided.groups[divided.groupOf[ordinal] ?? -1]?.key ?? fingerprint.groupKey,
      };
    }),
    clusters: deduped.clusters,
    mixed,
    divided,
  };
}

const READING_VERSION = 1;

/** Parse, generate and redact: what pass 1 counted, told as stages. */
function readingStages(segments: readonly Segment[]): readonly StageCount[] {
  const real = segments.filter(({ origin }) => origin === 'real');
  const generated = segments.filter(({ origin }) => origin !== 'real');
  const size = (list: readonly Segment[]) => list.reduce((sum, { entries }) => sum + entries.length, 0);
  const lost = (list: readonly Segment[]) =>
    sumCounts(list.flatMap((segment) => segment.lost.map(({ reason }) => ({ [reason]: 1 }))));
  const parsed = stage('parse', size(real) + totalOf(lost(real)), {}, lost(real));
  const added = sumCounts(
    generated.map(({ origin, entries, lost: failed }) => ({ [origin]: entries.length + failed.length })),
  );
  const mixedIn = stage('generate', parsed.out, added, lost(generated));
  return [parsed, mixedIn, stage('redact', mixedIn.out, {}, {})];
}

function stage(
  name: string,
  input: number,
  added: Readonly<Record<string, number>>,
  dropped: Readonly<Record<string, number>>,
): StageCount {
  return { name, version: READING_VERSION, in: input, added, dropped, out: input + totalOf(added) - totalOf(dropped) };
}
