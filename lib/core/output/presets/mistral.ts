import { seedOf } from '../../text/random.ts';
import type { Row } from '../row.ts';
import { chatRow, toolsAsList } from './chat.ts';
import { LOSSES } from './losses.ts';
import { FOR_SERVICES, modelWeight } from './openai.ts';
import type { Preset } from './preset.ts';
import { withServiceNames } from './service-names.ts';

export const mistral: Preset = {
  id: 'mistral',
  label: 'mistral-finetune',
  files: { train: 'train.jsonl', validation: 'validation.jsonl' },
  loadable: false,
  row: (row) => {
    const named = withShortIds(withServiceNames(row));
    return chatRow(named, (messages) => ({ messages, ...toolsAsList(named) }), { ...FOR_SERVICES, more: modelWeight });
  },
  config: (paths) => ({
    file: 'data.yaml',
    text: `# Part of a mistral-finetune configuration.
data:
  instruct_data: "${(paths.train ?? []).join(',')}"
  data: ""
  eval_instruct_data: "${(paths.validation ?? []).join(',')}"
`,
  }),
  losses: [LOSSES.reasoning, LOSSES.resultNames, LOSSES.toolNames, LOSSES.callIds],
};

const ID_LENGTH = 9;
const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Ids of exactly nine letters and digits; a pair stays a pair and two ids never become one. */
function withShortIds(row: Row): Row {
  const short = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id } of row.messages.flatMap(({ tool_calls }) => tool_calls)) {
    if (short.has(id)) continue;
    let candidate = shortId(id);
    for (let n = 2; taken.has(candidate); n++) candidate = shortId(`${id}/${n}`);
    taken.add(candidate);
    short.set(id, candidate);
  }
  const idOf = (id: string) => short.get(id) ?? id;
  return {
    ...row,
    messages: row.messages.map((message) => ({
      ...message,
      tool_call_id: idOf(message.tool_call_id),
      tool_calls: message.tool_calls.map((call) => ({ ...call, id: idOf(call.id) })),
    })),
  };
}

function shortId(id: string): string {
  let value = seedOf(1, id) * 2 ** 21 + (seedOf(2, id) >>> 11);
  let text = '';
  while (text.length < ID_LENGTH) {
    text += BASE_62[value % 62];
    value = Math.floor(value / 62);
  }
  return text;
}
