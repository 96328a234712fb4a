import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { CHAT_ROLES, type Chat, readChat, textDraft } from './chat-messages.ts';
import { readTags, taggedTools } from './hermes-tags.ts';
import { parseJson } from './json-rows.ts';
import type { RowDialect } from './row-dialect.ts';

/** Rows of public chat datasets: ShareGPT, Alpaca, question and response, prompt and completion, preference pairs. */
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
      tools: toolsOf(row, chat.system),
    };
  },
};

interface Shape {
  readonly name: string;
  fits(row: JsonObject): boolean;
  read(row: JsonObject, line: number): Chat;
}

const isText = (value: JsonValue | undefined): value is string => typeof value === 'string';
const ROW_DEPTH = 100;

/** A list, or the JSON text of one: columns of tables hold texts. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  const list = isText(value) && value.trimStart().startsWith('[') ? parseJson(value, ROW_DEPTH) : value;
  return Array.isArray(list) ? (list as readonly JsonValue[]) : [];
}

/** Tools of a row, wherever it has them. */
export function toolsOf(row: JsonObject, system: string | undefined): readonly JsonValue[] {
  const own = [row.tools, row.functions].map(listOf).find((tools) => tools.length > 0);
  return own ?? taggedTools(system);
}

const chatOf = (messages: readonly JsonValue[], line: number): Chat => readChat(readTags(messages), line);

const pair = (system: JsonValue | undefined, user: string, answer: string, line: number): Chat => ({
  system: asString(system),
  drafts: [textDraft('user', user, line), textDraft('assistant', answer, line)],
});

const LISTS = ['conversations', 'conversation', 'messages'] as const;
const isTurn = (item: JsonValue): boolean => isJsonObject(item) && isText(item.from) && isText(item.value);
const isMessage = (item: JsonValue): boolean => isJsonObject(item) && isText(item.role) && 'content' in item;
const turnsOf = (row: JsonObject): readonly JsonValue[] =>
  LISTS.map((name) => listOf(row[name])).find((list) => list.some(isTurn)) ?? [];

/** A question and an answer under the names of two columns, the better known first. */
const PAIRS: readonly (readonly [name: string, question: string, answer: string])[] = [
  ['alpaca', 'instruction', 'output'],
  ['alpaca', 'instruction', 'response'],
  ['question-response', 'question', 'response'],
  ['question-response', 'question', 'answer'],
  ['question-response', 'query', 'response'],
  ['question-response', 'query', 'answer'],
  ['prompt-completion', 'prompt', 'completion'],
  ['prompt-completion', 'prompt', 'chosen'],
  ['prompt-completion', 'prompt', 'response'],
  ['prompt-completion', 'prompt', 'output'],
  ['prompt-completion', 'problem', 'solution'],
  ['prompt-completion', 'input', 'output'],
];

const SHAPES: readonly Shape[] = [
  {
    name: 'sharegpt',
    fits: (row) => turnsOf(row).length > 0,
    read: (row, line) => {
      const chat = chatOf(shareGptMessages(turnsOf(row)), line);
      return { ...chat, system: chat.system ?? asString(row.system) };
    },
  },
  {
    name: 'conversations',
    fits: (row) => listOf(row.conversations).some(isMessage),
    read: (row, line) => {
      const chat = chatOf(listOf(row.conversations), line);
      return { ...chat, system: chat.system ?? asString(row.system) };
    },
  },
  {
    name: 'prompt-completion-messages',
    fits: (row) =>
      answerOf(row).some(isMessage) &&
      (row.prompt === undefined || isText(row.prompt) || listOf(row.prompt).some(isMessage)),
    read: (row, line) => {
      const answer = answerOf(row);
      // Preference sets tell the whole conversation in the answer, or the answer alone.
      const isWhole = answer.some((item) => isJsonObject(item) && item.role === 'user');
      const asked = isWhole ? [] : listOf(row.prompt);
      const typed = isWhole || asked.length > 0 || !isText(row.prompt) ? [] : [{ role: 'user', content: row.prompt }];
      return chatOf([...asked, ...typed, ...answer], line);
    },
  },
  {
    name: 'prompt-completion-messages',
    fits: (row) => listOf(row.prompt).some(isMessage) && [row.completion, row.chosen, row.response].some(isText),
    read: (row, line) => {
      const content = [row.completion, row.chosen, row.response].find(isText) ?? '';
      return chatOf([...listOf(row.prompt), { role: 'assistant', content }], line);
    },
  },
  ...PAIRS.map(
    ([name, question, answer]): Shape => ({
      name,
      fits: (row) => isText(row[question]) && isText(row[answer]),
      read: (row, line) => {
        const more = [row.input, row.context].filter(
          (_, at) => name === 'alpaca' || (at === 1 && question !== 'input'),
        );
        const asked = [row[question], ...more].filter(isText).filter((text, at) => at === 0 || text !== '');
        const chat = pair(row.system ?? row.system_prompt, asked.join('\n\n'), asString(row[answer]) ?? '', line);
        return { ...chat, drafts: [...historyOf(row, line), ...chat.drafts] };
      },
    }),
  ),
];

const answerOf = (row: JsonObject): readonly JsonValue[] =>
  [row.completion, row.chosen].map(listOf).find((list) => list.length > 0) ?? [];

const historyOf = (row: JsonObject, line: number) =>
  listOf(row.history).flatMap((said) => {
    const [user, answer] = listOf(said);
    return isText(user) && isText(answer) ? pair(undefined, user, answer, line).drafts : [];
  });

/** Turns of ShareGPT as messages; a call is a turn of its own there. */
function shareGptMessages(turns: readonly JsonValue[]): JsonObject[] {
  return turns.filter(isJsonObject).flatMap((item): JsonObject[] => {
    const role = CHAT_ROLES.get(asString(item.from)?.toLowerCase() ?? '');
    const content = asString(item.value) ?? '';
    const weight = item.weight ?? item.loss ?? null;
    if (role !== 'function_call')
      return role === undefined ? [] : [{ role, content, ...(weight === null ? {} : { weight }) }];
    const value = parseJson(content, ROW_DEPTH);
    const calls: readonly JsonValue[] = Array.isArray(value)
      ? value
      : [isJsonObject(value) ? value : { arguments: content }];
    return [{ role: 'assistant', content: '', tool_calls: [...calls] }];
  });
}
