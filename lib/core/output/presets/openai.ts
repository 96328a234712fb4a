import type { JsonObject } from '../../types.ts';
import type { Row, RowMessage } from '../row.ts';
import { type ChatChoices, chatRow, toolsAsList } from './chat.ts';
import { LOSSES } from './losses.ts';
import type { Preset } from './preset.ts';
import { withServiceNames } from './service-names.ts';

/** Hosted services refuse keys that they do not know. */
export const FOR_SERVICES: ChatChoices = {
  arguments: 'text',
  reasoning: false,
  resultName: false,
  emptyContent: 'absent',
};

export const modelWeight = ({ role, weight }: RowMessage): JsonObject => (role === 'assistant' ? { weight } : {});

export const openai: Preset = {
  id: 'openai',
  label: 'OpenAI fine-tuning',
  files: { train: 'train.jsonl', validation: 'validation.jsonl' },
  loadable: false,
  row: (row) => {
    const named = withServiceNames(row);
    return chatRow(named, (messages) => ({ messages, ...toolsAsList(named), ...parallelCalls(named) }), {
      ...FOR_SERVICES,
      more: modelWeight,
    });
  },
  config: (paths) => ({
    file: 'upload.sh',
    text: `# The service sees what you upload. Nothing is sent before you run this.
openai api files.create -f ${(paths.train ?? []).join(' ')} -p fine-tune
${paths.validation ? `openai api files.create -f ${paths.validation.join(' ')} -p fine-tune\n` : ''}# then create a fine-tuning job with the file ids
`,
  }),
  losses: [LOSSES.reasoning, LOSSES.resultNames, LOSSES.toolNames],
};

/** The service takes the key only beside tools. */
const parallelCalls = ({ tools, parallel_tool_calls }: Row): JsonObject =>
  tools === '[]' ? {} : { parallel_tool_calls };
