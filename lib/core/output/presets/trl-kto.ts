import { toolsAsText } from './chat.ts';
import { preferenceOf } from './preference.ts';
import type { Preset } from './preset.ts';

export const trlKto: Preset = {
  id: 'trl-kto',
  label: 'TRL, labelled halves (KTOTrainer)',
  files: { train: '*.jsonl', validation: '*.jsonl' },
  loadable: true,
  row: () => ({ drop: 'no_pair' }),
  pair: (row, wrong) => {
    const preference = preferenceOf(row, wrong);
    if ('drop' in preference) return [preference];
    const { prompt, chosen, rejected } = preference;
    const tools = toolsAsText(row);
    return [
      { value: { prompt, completion: chosen, label: true, ...tools } },
      { value: { prompt, completion: rejected, label: false, ...tools } },
    ];
  },
  config: (paths) => ({
    file: 'train.py',
    text: `# Needs datasets>=4.7.0 and trl: older loaders merge the keys of all tool arguments.
from datasets import load_dataset
from trl import KTOConfig, KTOTrainer

data = load_dataset("json", data_files=${JSON.stringify(paths)})
trainer = KTOTrainer(
    model="Qwen/Qwen3-4B",
    train_dataset=data["train"],
    eval_dataset=data.get("validation"),
    args=KTOConfig(output_dir="out", max_length=8192),
)
trainer.train()
`,
  }),
  losses: [],
};
