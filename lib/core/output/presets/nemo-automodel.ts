import { chatRow, FOR_TEMPLATES, toolsAsList } from './chat.ts';
import { LOSSES } from './losses.ts';
import type { Preset } from './preset.ts';

export const nemoAutomodel: Preset = {
  id: 'nemo-automodel',
  label: 'NeMo Automodel',
  files: { train: 'train.jsonl', validation: 'validation.jsonl' },
  loadable: false,
  row: (row) =>
    chatRow(row, (messages) => ({ messages, ...toolsAsList(row) }), { ...FOR_TEMPLATES, arguments: 'text' }),
  config: (paths) => ({
    file: 'dataset.yaml',
    text: `# Part of a NeMo Automodel recipe.
dataset:
  _target_: nemo_automodel.components.datasets.llm.chat_dataset.ChatDataset
  path_or_dataset_id: ${(paths.train ?? []).join(',')}
${
  paths.validation
    ? `validation_dataset:
  _target_: nemo_automodel.components.datasets.llm.chat_dataset.ChatDataset
  path_or_dataset_id: ${paths.validation.join(',')}
`
    : ''
}`,
  }),
  losses: [LOSSES.weights],
};
