import { chatRow, FOR_TEMPLATES, toolsAsList } from './chat.ts';
import { LOSSES } from './losses.ts';
import type { Preset } from './preset.ts';

export const mlx: Preset = {
  id: 'mlx',
  label: 'MLX-LM',
  files: { train: 'train.jsonl', validation: 'valid.jsonl' },
  loadable: false,
  row: (row) => chatRow(row, (messages) => ({ messages, ...toolsAsList(row) }), FOR_TEMPLATES),
  config: () => ({
    file: 'lora.yaml',
    text: `# mlx_lm.lora --config lora.yaml
model: mlx-community/Qwen3-4B-4bit
train: true
data: .
mask_prompt: false   # true trains on the last message only
max_seq_length: 8192
`,
  }),
  losses: [LOSSES.weights],
};
