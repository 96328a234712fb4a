import type { JsonObject, JsonValue } from '../../types.ts';
import type { Row, RowMessage } from '../row.ts';
import { faultOf, thinkText } from './chat.ts';
import { LOSSES } from './losses.ts';
import type { Preset, PresetRow } from './preset.ts';

export const llamaFactory: Preset = {
  id: 'llama-factory',
  label: 'LLaMA-Factory (ShareGPT)',
  files: { train: 'train.jsonl', validation: 'validation.jsonl' },
  loadable: false,
  row: conversationRow,
  config: (paths) => {
    const entry = (file: string): JsonObject => ({
      file_name: file,
      formatting: 'sharegpt',
      columns: { messages: 'conversations', system: 'system', tools: 'tools' },
    });
    const entries: JsonObject = {
      ...(paths.train ? { openclaw: entry('train.jsonl') } : {}),
      ...(paths.validation ? { openclaw_validation: entry('validation.jsonl') } : {}),
    };
    return { file: 'dataset_info.json', text: `${JSON.stringify(entries, null, 2)}\n` };
  },
  losses: [LOSSES.textBesideCall, LOSSES.weights],
};

type Turn = { readonly from: 'human' | 'gpt' | 'function_call' | 'observation'; readonly value: string };

/** Strict alternation: human or observation, then gpt or function_call. A row that breaks it would be skipped in silence. */
function conversationRow(row: Row): PresetRow {
  const drop = faultOf(row);
  if (drop) return { drop };
  const conversations = turnsOf(row.messages);
  const alternates = conversations.every(({ from }, index) => isModel(from) === (index % 2 === 1));
  if (!alternates || conversations.length % 2 === 1) return { drop: 'alternation' };
  const system = row.messages.find(({ role }) => role === 'system')?.content ?? '';
  return { value: { conversations, system, tools: row.tools === '[]' ? '' : row.tools } };
}

const isModel = (from: Turn['from']): boolean => from === 'gpt' || from === 'function_call';

function turnsOf(messages: readonly RowMessage[]): readonly Turn[] {
  const turns: Turn[] = [];
  let order: readonly string[] = [];
  messages.forEach((message, index) => {
    if (message.role === 'system') return;
    if (message.role === 'tool') {
      if (messages[index - 1]?.role !== 'tool') turns.push(observation(messages, index, order));
      return;
    }
    order = message.tool_calls.map(({ id }) => id);
    const turn = message.role === 'user' ? human(message) : modelTurn(message);
    const last = turns.at(-1);
    // Neighbours of one side become one turn; text in front of a call has no place in it (counted as a loss).
    if (last?.from === turn.from && turn.from !== 'function_call')
      turns[turns.length - 1] = { from: turn.from, value: `${last.value}\n\n${turn.value}` };
    else turns.push(turn);
  });
  return turns;
}

const human = ({ content }: RowMessage): Turn => ({ from: 'human', value: content });

function modelTurn(message: RowMessage): Turn {
  if (message.tool_calls.length === 0) return { from: 'gpt', value: thinkText(message) + message.content };
  const calls = message.tool_calls.map(({ function: { name, arguments: text } }) => ({
    name,
    arguments: JSON.parse(text) as JsonValue,
  }));
  return { from: 'function_call', value: thinkText(message) + JSON.stringify(calls) };
}

/** One observation for all results of a message, in the order of its calls. */
function observation(messages: readonly RowMessage[], from: number, order: readonly string[]): Turn {
  const end = messages.findIndex(({ role }, index) => index > from && role !== 'tool');
  const results = messages.slice(from, end === -1 ? messages.length : end);
  const place = ({ tool_call_id }: RowMessage) => order.indexOf(tool_call_id);
  return {
    from: 'observation',
    value: [...results]
      .sort((a, b) => place(a) - place(b))
      .map(({ content }) => content)
      .join('\n'),
  };
}
