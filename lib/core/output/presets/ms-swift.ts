import type { JsonObject, JsonValue } from '../../types.ts';
import type { Row, RowMessage } from '../row.ts';
import { faultOf, thinkText, toolsAsText } from './chat.ts';
import { LOSSES } from './losses.ts';
import type { Preset, PresetRow } from './preset.ts';

export const msSwift: Preset = {
  id: 'ms-swift',
  label: 'ms-swift',
  files: { train: 'train.jsonl', validation: 'validation.jsonl' },
  loadable: false,
  row: swiftRow,
  config: (paths) => ({
    file: 'train.sh',
    text: `# --agent_template: hermes, or the one of your model.
swift sft \\
  --model Qwen/Qwen3-4B \\
  --dataset ${(paths.train ?? []).join(' ')} \\
${paths.validation ? `  --val_dataset ${paths.validation.join(' ')} \\\n` : ''}  --agent_template hermes
`,
  }),
  losses: [LOSSES.resultNames],
};

function swiftRow(row: Row): PresetRow {
  const drop = faultOf(row);
  if (drop) return { drop };
  return { value: { ...toolsAsText(row), messages: inCallOrder(row.messages).flatMap(turnsOf) } };
}

/** Results are matched to calls by place. */
function inCallOrder(messages: readonly RowMessage[]): readonly RowMessage[] {
  let order: readonly string[] = [];
  const groups: RowMessage[][] = [];
  for (const message of messages) {
    if (message.role !== 'tool') order = message.tool_calls.map(({ id }) => id);
    const group = groups.at(-1);
    if (message.role === 'tool' && group?.[0]?.role === 'tool') group.push(message);
    else groups.push([message]);
    const now = order;
    if (message.role === 'tool')
      groups.at(-1)?.sort((a, b) => now.indexOf(a.tool_call_id) - now.indexOf(b.tool_call_id));
  }
  return groups.flat();
}

function turnsOf(message: RowMessage): readonly JsonObject[] {
  const { role, content, tool_calls, weight } = message;
  if (role === 'tool') return [{ role: 'tool_response', content }];
  if (role !== 'assistant') return [{ role, content }];
  const loss = weight === 1;
  const text = thinkText(message) + content;
  const said = text === '' && tool_calls.length > 0 ? [] : [{ role, content: text, loss }];
  const calls = tool_calls.map(({ function: { name, arguments: json } }) => ({
    role: 'tool_call',
    content: JSON.stringify({ name, arguments: JSON.parse(json) as JsonValue }),
    loss,
  }));
  return [...said, ...calls];
}
