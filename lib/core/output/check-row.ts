import { isJsonObject, tryParseJson } from '../text/json.ts';
import { type JsonObject, type JsonValue, ORIGINS, OUTCOMES, ROLES } from '../types.ts';
import { ROW_SCHEMA } from './row.ts';

export const ROW_KEYS = [
  'schema',
  'id',
  'harness',
  'origin',
  'session_id',
  'group_id',
  'messages',
  'tools',
  'parallel_tool_calls',
  'outcome',
  'n_messages',
  'n_tool_calls',
  'n_chars',
  'tags',
  'provenance',
  'redactions',
] as const;

const MESSAGE_KEYS = ['role', 'content', 'reasoning_content', 'name', 'tool_call_id', 'tool_calls', 'weight'];
const CALL_KEYS = ['id', 'type', 'function'];
const FUNCTION_KEYS = ['name', 'arguments'];
/** Keys whose text is JSON: half a surrogate pair hides there behind an escape. */
const JSON_COLUMNS = new Set(['tools', 'provenance', 'redactions', 'arguments']);

/** Top-level keys by which `datasets` takes a file for agent traces and then demands another package (outputs.md section 2). */
export const TRACE_KEY_SETS = [
  ['type', 'message'],
  ['type', 'payload'],
  ['id', 'source', 'model', 'system_prompt', 'messages'],
] as const;

export const looksLikeTrace = (row: object): boolean =>
  TRACE_KEY_SETS.some((keys) => keys.every((key) => Object.hasOwn(row, key)));

const MAX_INT32 = 2 ** 31 - 1;
/** Levels of nesting, those inside JSON text included. */
const MAX_DEPTH = 500;

/** Codes of all that is wrong with a row, sorted, each once; never a piece of its text. */
export function checkRow(value: unknown): readonly string[] {
  if (!isJsonObject(value)) return ['not_an_object'];
  if (isTooDeep(value)) return ['too_deep'];
  const faults = new Set<string>();
  if (!sameKeys(value, ROW_KEYS)) faults.add('row_keys');
  if (looksLikeTrace(value)) faults.add('trace_keys');
  if (value.schema !== ROW_SCHEMA) faults.add('schema');
  if (!/^oc_[a-z2-7]{26}$/.test(text(value.id))) faults.add('id');
  if (!(ORIGINS as readonly unknown[]).includes(value.origin)) faults.add('origin');
  if (!(OUTCOMES as readonly string[]).includes(text(value.outcome))) faults.add('outcome');
  for (const key of ['harness', 'session_id', 'group_id'] as const)
    if (typeof value[key] !== 'string') faults.add('row_types');
  if (!isList(value.tags) || !value.tags.every((tag) => typeof tag === 'string')) faults.add('tags');
  if (!isJsonObject(tryParseJson(text(value.provenance)))) faults.add('provenance');
  if (!isCounts(tryParseJson(text(value.redactions)))) faults.add('redactions');
  if (!isToolList(tryParseJson(text(value.tools)))) faults.add('tools');
  if (isList(value.messages) && value.messages.every(isJsonObject)) {
    checkMessages(value.messages, faults);
    checkTotals(value, value.messages, faults);
  } else faults.add('messages');
  if (holdsNull(value)) faults.add('null');
  if (holdsLoneSurrogate(value)) faults.add('lone_surrogate');
  return [...faults].sort();
}

function checkMessages(messages: readonly JsonObject[], faults: Set<string>): void {
  const first = messages[0]?.role === 'system' ? 1 : 0;
  if (messages[first]?.role !== 'user') faults.add('no_user_first');
  if (messages.at(-1)?.role !== 'assistant') faults.add('no_assistant_last');
  let open = new Set<string>();
  messages.forEach((message, index) => {
    const role = text(message.role);
    if (!sameKeys(message, MESSAGE_KEYS)) faults.add('message_keys');
    if (!(ROLES as readonly string[]).includes(role)) faults.add('role');
    if (role === 'system' && index > 0) faults.add('system_not_first');
    for (const key of ['content', 'reasoning_content', 'name', 'tool_call_id'] as const)
      if (typeof message[key] !== 'string') faults.add('message_types');
    if (message.weight !== 0 && message.weight !== 1) faults.add('weight');
    if (role !== 'assistant' && message.weight !== 0) faults.add('weight');
    if (role === 'assistant' && /^\s*<think>[\s\S]*<\/think>/.test(text(message.content)))
      faults.add('reasoning_in_content');
    if (role !== 'assistant' && message.reasoning_content !== '') faults.add('reasoning_role');
    if (role === 'tool') {
      if (!open.delete(text(message.tool_call_id))) faults.add('orphan_result');
    } else {
      if (message.tool_call_id !== '' || message.name !== '') faults.add('result_keys');
      if (open.size > 0) faults.add('unanswered_call');
      open = new Set();
    }
    if (role === 'assistant') open = checkCalls(message.tool_calls, faults);
    else if (!isList(message.tool_calls) || message.tool_calls.length > 0) faults.add('calls_role');
  });
  if (open.size > 0) faults.add('unanswered_call');
}

function checkCalls(calls: JsonValue | undefined, faults: Set<string>): Set<string> {
  const ids = new Set<string>();
  if (!isList(calls)) {
    faults.add('calls');
    return ids;
  }
  for (const call of calls) {
    if (!isJsonObject(call) || !isJsonObject(call.function)) {
      faults.add('calls');
      continue;
    }
    if (!sameKeys(call, CALL_KEYS) || !sameKeys(call.function, FUNCTION_KEYS) || call.type !== 'function')
      faults.add('call_keys');
    if (text(call.id) === '' || ids.has(text(call.id))) faults.add('call_id');
    if (text(call.function.name) === '') faults.add('call_name');
    if (!isJsonObject(tryParseJson(text(call.function.arguments)))) faults.add('args_not_object');
    ids.add(text(call.id));
  }
  return ids;
}

function checkTotals(row: JsonObject, messages: readonly JsonObject[], faults: Set<string>): void {
  let calls = 0;
  let chars = 0;
  let parallel = false;
  for (const message of messages) {
    const own = isList(message.tool_calls) ? message.tool_calls : [];
    calls += own.length;
    parallel ||= own.length > 1;
    chars += text(message.content).length + text(message.reasoning_content).length;
    for (const call of own)
      if (isJsonObject(call) && isJsonObject(call.function)) chars += text(call.function.arguments).length;
  }
  if (row.n_messages !== messages.length || row.n_tool_calls !== calls || row.n_chars !== chars) faults.add('counts');
  if (chars > MAX_INT32) faults.add('too_large');
  if (row.parallel_tool_calls !== parallel) faults.add('parallel_tool_calls');
}

const text = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');

const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);

const sameKeys = (value: JsonObject, keys: readonly string[]): boolean => {
  const own = Object.keys(value);
  return own.length === keys.length && own.every((key, index) => key === keys[index]);
};

const isCounts = (value: JsonValue | undefined): boolean =>
  isJsonObject(value) && Object.values(value).every((count) => Number.isSafeInteger(count) && (count as number) >= 0);

const isToolList = (value: JsonValue | undefined): boolean =>
  isList(value) &&
  value.every(
    (tool) =>
      isJsonObject(tool) &&
      tool.type === 'function' &&
      isJsonObject(tool.function) &&
      sameKeys(tool.function, ['name', 'description', 'parameters']) &&
      isJsonObject(tool.function.parameters),
  );

function holdsNull(value: JsonValue): boolean {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  return Object.values(value).some(holdsNull);
}

const isLone = (value: string): boolean => /[\ud800-\udfff]/.test(value) && /\p{Surrogate}/u.test(value);

function holdsLoneSurrogate(value: JsonValue): boolean {
  if (typeof value === 'string') return isLone(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, item]) =>
      isLone(key) ||
      holdsLoneSurrogate(item) ||
      (JSON_COLUMNS.has(key) && holdsLoneSurrogate(tryParseJson(text(item)) ?? null)),
  );
}

/** Walked level by level: a text of brackets must not exhaust the stack. */
function isTooDeep(value: JsonValue): boolean {
  let level: readonly JsonValue[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((item) =>
      typeof item !== 'object' || item === null
        ? []
        : Object.entries(item).flatMap(([key, inner]) =>
            JSON_COLUMNS.has(key) && typeof inner === 'string' ? [tryParseJson(inner) ?? null] : [inner],
          ),
    );
  }
  return false;
}
