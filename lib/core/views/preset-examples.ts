import type { PresetPaths, WrongHalf } from '../output/presets/preset.ts';
import { PRESETS } from '../output/presets/presets.ts';
import type { Row } from '../output/row.ts';
import type { PresetView } from './build-views.ts';

const EXAMPLE_PATHS: PresetPaths = {
  train: ['train-00000-of-00001.jsonl'],
  validation: ['validation-00000-of-00001.jsonl'],
};

export interface ExamplePair {
  readonly row: Row;
  readonly wrong: WrongHalf;
}

/** Every trainer shape with one row in it; the row is left out where the trainer cannot take it. */
export function presetViews(example: Row | null, pair: ExamplePair | null): readonly PresetView[] {
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
