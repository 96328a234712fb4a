import type { Row } from '../row.ts';
import type { PresetLoss } from './preset.ts';

const assistants = ({ messages }: Row) => messages.filter(({ role }) => role === 'assistant');

/** What more than one target cannot carry. */
export const LOSSES = {
  reasoning: {
    code: 'reasoning',
    text: 'Thinking is left out.',
    occurs: (row) => row.messages.some(({ reasoning_content }) => reasoning_content !== ''),
  },
  weights: {
    code: 'weights',
    text: 'Messages that are context only are trained on like the others.',
    occurs: (row) => assistants(row).some(({ weight }) => weight === 0),
  },
  earlierTurns: {
    code: 'earlier_turns',
    text: 'Only the last message of the model is trained on.',
    occurs: (row) => assistants(row).filter(({ weight }) => weight === 1).length > 1,
  },
  textBesideCall: {
    code: 'text_beside_call',
    text: 'Text that the model wrote beside a tool call is left out.',
    occurs: (row) => assistants(row).some(({ content, tool_calls }) => tool_calls.length > 0 && content.trim() !== ''),
  },
  resultNames: {
    code: 'result_names',
    text: 'Tool results do not name their tool.',
    occurs: (row) => row.messages.some(({ role }) => role === 'tool'),
  },
  toolNames: {
    code: 'tool_names',
    text: 'Tool names that the service does not take are rewritten.',
    occurs: (row) =>
      assistants(row).some(({ tool_calls }) => tool_calls.some((call) => !SERVICE_NAME.test(call.function.name))),
  },
  callIds: {
    code: 'call_ids',
    text: 'Call ids are replaced by ids of nine characters.',
    occurs: (row) => row.n_tool_calls > 0,
  },
} as const satisfies Record<string, PresetLoss>;

export const SERVICE_NAME = /^[A-Za-z0-9_-]{1,64}$/;
