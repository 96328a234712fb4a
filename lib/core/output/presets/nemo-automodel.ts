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
${section('dataset', paths.train)}${section('validation_dataset', paths.validation)}`,
  }),
  losses: [LOSSES.weights],
};

const section = (name: string, paths: readonly string[] = []): string =>
  paths
    .map(
      (path) => `${name}:
  _target_: nemo_automodel.components.datasets.llm.ChatDataset
  path_or_dataset_id: ${path}
  split: train
`,
    )
    .join('');
