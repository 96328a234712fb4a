import { CHANNELS, RISKS, SENSIBLE } from '../generate/attacks/taxonomy.ts';
import { generatorById } from '../generate/catalog.ts';
import type { State } from '../passes/state.ts';
import type { FamilyRow, GenerationView, RiskGrid } from './generation-views.ts';

type Counts = { -readonly [Key in keyof FamilyRow]: FamilyRow[Key] };

/** What the generators of a recipe were asked for, and what became of it. */
export function generationOf(state: State): GenerationView {
  return { families: familyRows(state), grid: riskGrid(state) };
}

function familyRows({ recipe, members, decisions }: State): readonly FamilyRow[] {
  const rows = new Map<string, Counts>();
  const rowOf = (origin: FamilyRow['origin'], family: string): Counts => {
    const key = `${origin}\n${family}`;
    const row = rows.get(key) ?? noneOf(origin, family);
    rows.set(key, row);
    return row;
  };
  for (const choice of recipe.generators) {
    const generator = generatorById(choice.generator);
    for (const family of generator?.families(choice) ?? []) if (generator) rowOf(generator.origin, family).asked += 1;
  }
  for (const [ordinal, { entry }] of members.entries()) {
    const { origin, tags } = entry.fingerprint;
    if (origin === 'real') continue;
    const row = rowOf(origin, labelOf(tags, 'family') ?? '');
    const dropped = decisions.fates[ordinal]?.dropped;
    row.verified += 1;
    if (!dropped) row.kept += 1;
    else if (dropped.reason === 'near_duplicate') row.nearDuplicates += 1;
    else row.leftOut += 1;
  }
  return [...rows.values()]
    .map((row) => ({ ...row, dropped: row.asked - row.verified }))
    .sort((a, b) => (a.origin === b.origin ? (a.family < b.family ? -1 : 1) : a.origin < b.origin ? 1 : -1));
}

const noneOf = (origin: FamilyRow['origin'], family: string): Counts => ({
  origin,
  family,
  asked: 0,
  verified: 0,
  dropped: 0,
  nearDuplicates: 0,
  leftOut: 0,
  kept: 0,
});

function riskGrid({ members, decisions }: State): RiskGrid | null {
  const counts = new Map<string, { made: number; kept: number }>();
  for (const [ordinal, { entry }] of members.entries()) {
    const { origin, tags } = entry.fingerprint;
    // A harmless twin is no attack, though it looks like one.
    if (origin !== 'adversarial' || !tags.includes('attack')) continue;
    const key = `${labelOf(tags, 'risk')}/${labelOf(tags, 'channel')}`;
    const count = counts.get(key) ?? { made: 0, kept: 0 };
    counts.set(key, count);
    count.made += 1;
    if (decisions.fates[ordinal]?.dropped === null) count.kept += 1;
  }
  if (counts.size === 0) return null;
  const cells = RISKS.flatMap((risk) =>
    CHANNELS.flatMap((channel) => {
      const count = counts.get(`${risk}/${channel}`);
      if (!count && !SENSIBLE[risk].includes(channel)) return [];
      return [
        { risk, channel, tags: ['attack', `risk:${risk}`, `channel:${channel}`], ...(count ?? { made: 0, kept: 0 }) },
      ];
    }),
  );
  return { risks: RISKS, channels: CHANNELS, cells };
}

const labelOf = (tags: readonly string[], axis: string): string | undefined =>
  tags.find((tag) => tag.startsWith(`${axis}:`))?.slice(axis.length + 1);
