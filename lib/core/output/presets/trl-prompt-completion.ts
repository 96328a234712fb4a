import type { Row } from '../row.ts';
import { chatMessage, FOR_TEMPLATES, faultOf, toolsAsText } from './chat.ts';
import { LOSSES } from './losses.ts';
import type { Preset, PresetRow } from './preset.ts';

export const trlPromptCompletion: Preset = {
  id: 'trl-prompt-completion',
  label: 'TRL, prompt and completion',
  files: { train: '*.jsonl', validation: '*.jsonl' },
  loadable: true,
  row: promptAndCompletion,
  config: (paths) => ({
    file: 'train.py',
    text: `# Needs datasets>=4.7.0 and trl. The loss is on the completion only; works with every chat template.
from datasets import load_dataset
from trl import SFTConfig, SFTTrainer

data = load_dataset("json", data_files=${JSON.stringify(paths)})
trainer = SFTTrainer(
    model="Qwen/Qwen3-4B",
    train_dataset=data["train"],
    eval_dataset=data.get("validation"),
    args=SFTConfig(output_dir="out", completion_only_loss=True, max_length=8192),
)
trainer.train()
`,
  }),
  losses: [LOSSES.earlierTurns],
};

/** The completion is one message, the last that is trained on: tool results inside it would be trained on too. */
function promptAndCompletion(row: Row): PresetRow {
  const drop = faultOf(row);
  if (drop) return { drop };
  const last = row.messages.findLastIndex(({ weight }) => weight === 1);
  const chat = row.messages.slice(0, last + 1).map((message) => chatMessage(message, FOR_TEMPLATES));
  return { value: { prompt: chat.slice(0, -1), completion: chat.slice(-1), ...toolsAsText(row) } };
}
