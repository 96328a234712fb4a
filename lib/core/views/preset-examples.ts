import type { PresetPaths, WrongHalf } from '../output/presets/preset.ts';
import { PRESETS } from '../output/presets/presets.ts';
import type { Row } from '../output/row.ts';
import { createPairs } from '../passes/pairs.ts';
import { readEpisode } from '../passes/segment.ts';
import type { State } from '../passes/state.ts';
import type { PresetView } from './build-views.ts';
import { previewRow } from './preview-row.ts';

const EXAMPLE_PATHS: PresetPaths = {
  train: ['train-00000-of-00001.jsonl'],
  validation: ['validation-00000-of-00001.jsonl'],
};

interface ExamplePair {
  readonly row: Row;
  readonly wrong: WrongHalf;
}

/** Every trainer shape with the first kept row in it; the row is left out where the trainer cannot take it. */
export async function presetExamples(state: State): Promise<readonly PresetView[]> {
  const example = await firstRow(state);
  const pair = example && (await firstPair(state));
  return PRESETS.map((preset) => {
    const shaped = preset.pair ? pair && preset.pair(pair.row, pair.wrong)[0] : example && preset.row(example);
    return {
      id: preset.id,
      label: preset.label,
      example: shaped && 'value' in shaped ? JSON.stringify(shaped.value, null, 2) : '',
      config: preset.config(EXAMPLE_PATHS).text,
      losses: preset.losses.map(({ text }) => text),
    };
  });
}

async function firstRow(state: State): Promise<Row | null> {
  const ordinal = state.decisions.fates.findIndex(({ dropped }) => dropped === null);
  const member = state.members[ordinal];
  if (!member) return null;
  return previewRow(state, ordinal, await readEpisode(member.segment.scratch, member.entry.place));
}

/** The first kept row that has a wrong half. */
async function firstPair(state: State): Promise<ExamplePair | null> {
  const pairs = createPairs(state);
  for (const [ordinal, { entry, segment }] of state.members.entries()) {
    if (segment.origin === 'real' || state.decisions.fates[ordinal]?.dropped !== null) continue;
    const wrong = await pairs.wrongHalf(ordinal);
    if ('missing' in wrong) continue;
    return { row: previewRow(state, ordinal, await readEpisode(segment.scratch, entry.place)), wrong };
  }
  return null;
}
