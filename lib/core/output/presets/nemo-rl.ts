import { SPLITS, type Split } from '../../types.ts';
import { chatRow, FOR_TEMPLATES, toolsAsList } from './chat.ts';
import { LOSSES } from './losses.ts';
import type { Preset } from './preset.ts';

export const nemoRl: Preset = {
  id: 'nemo-rl',
  label: 'NeMo RL (SFT)',
  files: { train: 'train.jsonl', validation: 'validation.jsonl' },
  loadable: false,
  row: (row) => chatRow(row, (messages) => ({ messages, ...toolsAsList(row) }), FOR_TEMPLATES),
  config: (paths) => ({
    file: 'data.yaml',
    text: `# Part of a NeMo RL configuration. Without use_preserving_dataset arguments are padded with nulls and trained on.
data:
${SPLITS.flatMap((split) => (paths[split] ?? []).map((path) => section(split, path))).join('')}`,
  }),
  losses: [LOSSES.weights],
};

const section = (split: Split, path: string): string => `  ${split}:
    dataset_name: openai_format
    data_path: ${path}
    chat_key: messages
    tool_key: tools
    use_preserving_dataset: true
`;
