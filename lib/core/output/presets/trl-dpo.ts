import { toolsAsText } from './chat.ts';
import { preferenceOf } from './preference.ts';
import type { Preset } from './preset.ts';

export const trlDpo: Preset = {
  id: 'trl-dpo',
  label: 'TRL, preferences (DPOTrainer)',
  files: { train: '*.jsonl', validation: '*.jsonl' },
  loadable: true,
  row: () => ({ drop: 'no_pair' }),
  pair: (row, wrong) => {
    const preference = preferenceOf(row, wrong);
    return ['drop' in preference ? preference : { value: { ...preference, ...toolsAsText(row) } }];
  },
  config: (paths) => ({
    file: 'train.py',
    text: `# Needs datasets>=4.7.0 and trl: older loaders merge the keys of all tool arguments.
from datasets import load_dataset
from trl import DPOConfig, DPOTrainer

data = load_dataset("json", data_files=${JSON.stringify(paths)})
trainer = DPOTrainer(
    model="Qwen/Qwen3-4B",
    train_dataset=data["train"],
    eval_dataset=data.get("validation"),
    args=DPOConfig(output_dir="out", max_length=8192),
)
trainer.train()
`,
  }),
  losses: [],
};
