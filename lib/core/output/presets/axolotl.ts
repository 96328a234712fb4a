import type { Split } from '../../types.ts';
import { chatRow, FOR_TEMPLATES, toolsAsText } from './chat.ts';
import type { Preset, PresetPaths } from './preset.ts';

export const axolotl: Preset = {
  id: 'axolotl',
  label: 'Axolotl',
  files: { train: 'train.jsonl', validation: 'validation.jsonl' },
  loadable: false,
  row: (row) =>
    chatRow(row, (messages) => ({ messages, ...toolsAsText(row) }), {
      ...FOR_TEMPLATES,
      arguments: 'text',
      more: ({ weight }) => ({ train: weight === 1 }),
    }),
  config: (paths) => ({
    file: 'dataset.yaml',
    text: `# Part of an Axolotl configuration. Arguments stay text: Axolotl decodes them and strips nulls from objects only.
${section('datasets', paths, 'train')}${section('test_datasets', paths, 'validation')}`,
  }),
  losses: [],
};

const section = (name: string, paths: PresetPaths, split: Split): string =>
  (paths[split] ?? [])
    .map(
      (path, index) => `${index === 0 ? `${name}:\n` : ''}  - path: ${path}
    ds_type: json
    split: train
    type: chat_template
    field_messages: messages
    field_tools: tools
    message_field_training: train
    roles_to_train: []
    train_on_eos: turn
`,
    )
    .join('');
