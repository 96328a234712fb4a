import { chatRow, FOR_TEMPLATES, toolsAsText } from './chat.ts';
import { LOSSES } from './losses.ts';
import type { Preset } from './preset.ts';

export const trlSft: Preset = {
  id: 'trl-sft',
  label: 'TRL (SFTTrainer), Unsloth',
  files: { train: '*.jsonl', validation: '*.jsonl' },
  loadable: true,
  row: (row) => chatRow(row, (messages) => ({ messages, ...toolsAsText(row) }), FOR_TEMPLATES),
  config: (paths) => ({
    file: 'train.py',
    text: `# Needs datasets>=4.7.0 and trl: older loaders merge the keys of all tool arguments.
from datasets import load_dataset
from trl import SFTConfig, SFTTrainer

data = load_dataset("json", data_files=${JSON.stringify(paths)})
trainer = SFTTrainer(
    model="Qwen/Qwen3-4B",
    train_dataset=data["train"],
    eval_dataset=data.get("validation"),
    args=SFTConfig(output_dir="out", assistant_only_loss=True, max_length=8192),
)
trainer.train()
`,
  }),
  losses: [LOSSES.weights],
};
