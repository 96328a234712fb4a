import { axolotl } from './axolotl.ts';
import { llamaFactory } from './llama-factory.ts';
import { mistral } from './mistral.ts';
import { mlx } from './mlx.ts';
import { msSwift } from './ms-swift.ts';
import { nemoAutomodel } from './nemo-automodel.ts';
import { nemoRl } from './nemo-rl.ts';
import { openai } from './openai.ts';
import type { Preset } from './preset.ts';
import { together } from './together.ts';
import { trlDpo } from './trl-dpo.ts';
import { trlKto } from './trl-kto.ts';
import { trlPromptCompletion } from './trl-prompt-completion.ts';
import { trlSft } from './trl-sft.ts';

/** Every output shape a person can choose, in the order in which they are offered. */
export const PRESETS: readonly Preset[] = [
  trlSft,
  trlPromptCompletion,
  axolotl,
  llamaFactory,
  msSwift,
  mlx,
  openai,
  together,
  mistral,
  nemoAutomodel,
  nemoRl,
  trlDpo,
  trlKto,
];

export const presetById = (id: string): Preset | undefined => PRESETS.find((preset) => preset.id === id);
