import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { type Chat, readChat, textDraft } from './chat-messages.ts';
import { parseJson } from './json-rows.ts';
import type { RowDialect } from './row-dialect.ts';

/** Rows of public chat datasets: ShareGPT, Alpaca, question and response, prompt and completion. */
export const chatRows: RowDialect = {
  kind: 'chat-rows',
  version: '',
  recognises: (row) => SHAPES.some((shape) => shape.fits(row)),
  read: (row, line) => {
    const shape = SHAPES.find(({ fits }) => fits(row));
    const chat = shape?.read(row, line);
    if (!shape || !chat || chat.drafts.length === 0) return null;
    return {
      kind: 'task',
      sessionId: '',
      parser: `chat-rows/${shape.name}`,
      harness: asString(row.harness) ?? 'chat',
      origin: 'real',
      outcome: 'unknown',
      tags: [],
      model: asString(row.model),
      timeMs: undefined,
      system: chat.system,
      drafts: chat.drafts,
      tools: readTools(row.tools),
    };
  },
};

interface Shape {
  readonly name: string;
  fits(row: JsonObject): boolean;
  read(row: JsonObject, line: number): Chat;
}

const isText = (value: JsonValue | undefined): value is string => typeof value === 'string';
const listOf = (value: JsonValue | undefined): readonly JsonValue[] => (Array.isArray(value) ? value : []);
const turn = (system: JsonValue | undefined, user: string, answer: string, line: number): Chat => ({
  system: asString(system),
  drafts: [textDraft('user', user, line), textDraft('assistant', answer, line)],
});

const SHAPES: readonly Shape[] = [
  {
    name: 'sharegpt',
    fits: (row) =>
      listOf(row.conversations).some((item) => isJsonObject(item) && isText(item.from) && isText(item.value)),
    read: (row, line) => {
      const chat = readChat(shareGptMessages(listOf(row.conversations)), line);
      return { ...chat, system: chat.system ?? asString(row.system) };
    },
  },
  {
    name: 'conversations',
    fits: (row) =>
      listOf(row.conversations).some((item) => isJsonObject(item) && isText(item.role) && 'content' in item),
    read: (row, line) => readChat(listOf(row.conversations), line),
  },
  {
    name: 'alpaca',
    fits: (row) => isText(row.instruction) && isText(row.output),
    read: (row, line) => {
      const input = asString(row.input) ?? '';
      const asked = `${asString(row.instruction)}${input === '' ? '' : `\n\n${input}`}`;
      const history = listOf(row.history).flatMap((pair) => {
        const [user, answer] = listOf(pair);
        return isText(user) && isText(answer) ? turn(undefined, user, answer, line).drafts : [];
      });
      const chat = turn(row.system, asked, asString(row.output) ?? '', line);
      return { ...chat, drafts: [...history, ...chat.drafts] };
    },
  },
  {
    name: 'question-response',
    fits: (row) => isText(row.question) && (isText(row.response) || isText(row.answer)),
    read: (row, line) =>
      turn(row.system_prompt, asString(row.question) ?? '', asString(row.response) ?? asString(row.answer) ?? '', line),
  },
  {
    name: 'prompt-completion',
    fits: (row) => isText(row.prompt) && (isText(row.completion) || isText(row.chosen) || isText(row.response)),
    read: (row, line) => {
      const answer = asString(row.completion) ?? asString(row.chosen) ?? asString(row.response) ?? '';
      return turn(row.system, asString(row.prompt) ?? '', answer, line);
    },
  },
  {
    name: 'prompt-completion-messages',
    fits: (row) => Array.isArray(row.prompt) && (Array.isArray(row.completion) || Array.isArray(row.chosen)),
    read: (row, line) => readChat([...listOf(row.prompt), ...listOf(row.completion ?? row.chosen)], line),
  },
];

const ROLES: ReadonlyMap<string, string> = new Map([
  ['human', 'user'],
  ['user', 'user'],
  ['gpt', 'assistant'],
  ['chatgpt', 'assistant'],
  ['assistant', 'assistant'],
  ['model', 'assistant'],
  ['system', 'system'],
  ['function_call', 'function_call'],
  ['tool_call', 'function_call'],
  ['observation', 'tool'],
  ['tool', 'tool'],
  ['tool_response', 'tool'],
]);
const ARGUMENT_DEPTH = 100;

/** Calls and results of this shape have no ids: a result answers the call before it. */
function shareGptMessages(turns: readonly JsonValue[]): JsonObject[] {
  let calls = 0;
  return turns.filter(isJsonObject).flatMap((item): JsonObject[] => {
    const role = ROLES.get(asString(item.from)?.toLowerCase() ?? '');
    const value = asString(item.value) ?? '';
    if (role === undefined) return [];
    if (role === 'tool') return [{ role, content: value, tool_call_id: `call_${calls}` }];
    if (role !== 'function_call') return [{ role, content: value }];
    const call = parseJson(value, ARGUMENT_DEPTH);
    const name = isJsonObject(call) ? (asString(call.name) ?? '') : '';
    const args = isJsonObject(call) ? (call.arguments ?? call.parameters ?? {}) : value;
    calls++;
    const toolCall = { id: `call_${calls}`, type: 'function', function: { name, arguments: args } };
    return [{ role: 'assistant', content: '', tool_calls: [toolCall] }];
  });
}

/** A list, or the JSON text of one. */
export function readTools(tools: JsonValue | undefined): readonly JsonValue[] {
  const value = typeof tools === 'string' ? parseJson(tools, ARGUMENT_DEPTH) : tools;
  return listOf(value);
}
