import { chatRow, toolsAsList } from './chat.ts';
import { LOSSES } from './losses.ts';
import { FOR_SERVICES } from './openai.ts';
import type { Preset } from './preset.ts';
import { withServiceNames } from './service-names.ts';

export const together: Preset = {
  id: 'together',
  label: 'Together',
  files: { train: 'train.jsonl', validation: 'validation.jsonl' },
  loadable: false,
  row: (row) => {
    const named = withServiceNames(row);
    return chatRow(named, (messages) => ({ messages, ...toolsAsList(named) }), FOR_SERVICES);
  },
  config: (paths) => ({
    file: 'upload.sh',
    text: `# The service sees what you upload. Nothing is sent before you run this.
${(paths.train ?? []).map((path) => `together files check ${path} && together files upload ${path}\n`).join('')}`,
  }),
  losses: [LOSSES.reasoning, LOSSES.weights, LOSSES.resultNames, LOSSES.toolNames],
};
