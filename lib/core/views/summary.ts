import { DAMAGE, DROPS } from '../formats/damage.ts';
import type { State } from '../passes/state.ts';
import { STAGE_DROPS } from '../stages/gate.ts';
import { addCounts, sumCounts } from '../text/counts.ts';
import { estimateTokens } from '../text/tokens.ts';
import { ORIGINS, type Origin } from '../types.ts';
import { callBars, tokenBars } from './charts.ts';
import { generationOf } from './generation.ts';
import { sourceRows } from './source-rows.ts';
import type { Summary, TypeCount } from './summary-views.ts';

export function summarise(state: State): Summary {
  const { decisions, drop, members, segments, recipe } = state;
  const kept = members.filter((_, ordinal) => decisions.fates[ordinal]?.dropped === null);
  const types = typeCounts(state);
  return {
    sources: sourceRows(segments),
    skipped: drop.skipped,
    stages: decisions.stages,
    redaction: {
      types,
      replacements: types.reduce((sum, { count }) => sum + count, 0),
      episodes: members.filter(({ entry }) => Object.keys(entry.types).length > 0).length,
    },
    sessions: new Set(members.flatMap(({ entry, segment }) => (segment.origin === 'real' ? [entry.sessionId] : [])))
      .size,
    episodes: members.length,
    kept: kept.length,
    mix: { asked: recipe.mix.ratios, got: shares(kept.map(({ entry }) => entry.fingerprint.origin)) },
    generation: generationOf(state),
    split: decisions.divided.splits,
    worstSimilarity: decisions.divided.leakage.worstSimilarity,
    clusters: decisions.clusters.length,
    tokens: kept.reduce((sum, { entry }) => sum + estimateTokens(entry.fingerprint.chars), 0),
    charts: {
      tokens: tokenBars(members.map(({ entry }) => estimateTokens(entry.fingerprint.chars))),
      toolCalls: callBars(members.map(({ entry }) => entry.fingerprint.toolCalls)),
    },
    damage: sumCounts(members.map(({ entry }) => entry.damage)),
    meanings: { ...DAMAGE, ...DROPS, ...STAGE_DROPS },
  };
}

function typeCounts({ members }: State): readonly TypeCount[] {
  const counts = new Map<string, number>();
  const episodes = new Map<string, number>();
  for (const { entry } of members) {
    addCounts(counts, entry.types);
    addCounts(episodes, Object.fromEntries(Object.keys(entry.types).map((type) => [type, 1])));
  }
  return [...counts]
    .map(([type, count]) => ({ type, count, episodes: episodes.get(type) ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}

/** Share of each origin, 0 to 1. */
function shares(origins: readonly Origin[]): Record<Origin, number> {
  const share = (origin: Origin) =>
    origins.length === 0 ? 0 : origins.filter((other) => other === origin).length / origins.length;
  return Object.fromEntries(ORIGINS.map((origin) => [origin, share(origin)])) as Record<Origin, number>;
}
