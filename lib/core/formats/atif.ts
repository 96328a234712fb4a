import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { type Chat, readChat } from './chat-messages.ts';
import { readTime } from './openclaw-entry.ts';
import type { RowDialect } from './row-dialect.ts';

/** A trajectory in the Agent Trajectory Interchange Format; steps copied from another trajectory are context only. */
export const atif: RowDialect = {
  kind: 'atif',
  version: '',
  recognises: (row) => Array.isArray(row.steps) && isAtif(row),
  read: (row, line) => {
    const agent = isJsonObject(row.agent) ? row.agent : {};
    const steps = (Array.isArray(row.steps) ? (row.steps as readonly JsonValue[]) : []).filter(isJsonObject);
    const start = steps.findIndex(({ source }) => source !== 'system');
    const read = steps.map((step, at) => readStep(step, at < start, line));
    const drafts = read.flatMap(({ drafts }) => drafts);
    if (drafts.length === 0) return null;
    const system = read.flatMap(({ system }) => (system === undefined ? [] : [system])).join('\n\n');
    return {
      kind: 'task',
      sessionId: asString(row.session_id) ?? asString(row.trajectory_id) ?? '',
      parser: `atif/${(asString(row.schema_version) ?? '').replace(/^ATIF-v/i, '')}`,
      harness: asString(agent.name) || 'atif',
      origin: 'real',
      outcome: 'unknown',
      tags: [],
      model: asString(agent.model_name),
      timeMs: readTime(steps[0]?.timestamp),
      system: system === '' ? undefined : system,
      drafts,
      tools: Array.isArray(agent.tool_definitions) ? (agent.tool_definitions as readonly JsonValue[]) : [],
    };
  },
};

const isAtif = (row: JsonObject): boolean =>
  /^ATIF-v/i.test(asString(row.schema_version) ?? '') ||
  (isJsonObject(row.agent) && typeof row.session_id === 'string');

const ROLES: ReadonlyMap<JsonValue | undefined, string> = new Map([
  ['user', 'user'],
  ['agent', 'assistant'],
  ['system', 'system'],
]);

/** What the system says before anybody speaks is its prompt; later it is one more thing that the agent is shown. */
function readStep(step: JsonObject, opens: boolean, line: number): Chat {
  const role = ROLES.get(step.source);
  if (role === undefined) return { system: undefined, drafts: [] };
  const calls = (Array.isArray(step.tool_calls) ? (step.tool_calls as readonly JsonValue[]) : []).filter(isJsonObject);
  const message: JsonObject = {
    role: role === 'system' && !opens ? 'user' : role,
    content: step.message ?? '',
    ...(typeof step.reasoning_content === 'string' ? { reasoning_content: step.reasoning_content } : {}),
    ...(typeof step.model_name === 'string' ? { model: step.model_name } : {}),
    tool_calls: calls.map((call) => ({
      id: call.tool_call_id ?? '',
      function: { name: call.function_name ?? '', arguments: call.arguments ?? {} },
    })),
    ...(readTime(step.timestamp) === undefined ? {} : { timestamp: step.timestamp as JsonValue }),
    // A step of the agent that no model was asked for is not the model's.
    ...(step.llm_call_count === 0 ? { weight: 0 } : {}),
  };
  const { system, drafts } = readChat([message, ...results(step, calls)], line);
  const copied = step.is_copied_context === true;
  return { system, drafts: copied ? drafts.map((draft) => ({ ...draft, kept: true, damage: [] })) : drafts };
}

/**
 * Results name their call; one without a name answers the only call of its step. An agent that acts in its text, and calls
 * nothing, is told what came of it as if a person said so.
 */
function results(step: JsonObject, calls: readonly JsonObject[]): JsonObject[] {
  const observation = isJsonObject(step.observation) ? step.observation : {};
  const list = (Array.isArray(observation.results) ? (observation.results as readonly JsonValue[]) : []).filter(
    isJsonObject,
  );
  if (calls.length === 0) return list.map(({ content }) => ({ role: 'user', content: content ?? '' }));
  return list.map((result) => ({
    role: 'tool',
    content: result.content ?? '',
    tool_call_id: result.source_call_id ?? (calls.length === 1 ? (calls[0]?.tool_call_id ?? '') : ''),
  }));
}
