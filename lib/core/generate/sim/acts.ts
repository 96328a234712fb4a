import type { JsonObject } from '../../types.ts';
import type { Act, Call, Observation } from './policy.ts';

/** Steps of a policy: `const listing = yield* exec('ls')`. */
export type Step = Generator<Act, Observation, readonly Observation[]>;
export type Steps = Generator<Act, readonly Observation[], readonly Observation[]>;

const one = (name: string, args: JsonObject): Call => ({ tool: name, args });

export function* use(tool: string, args: JsonObject, why?: string): Step {
  const [observation] = yield { calls: [one(tool, args)], ...(why ? { why } : {}) };
  if (!observation) throw new Error(`no observation from ${tool}`);
  return observation;
}

/** A slip: kept out of what is learnt. */
export function* slip(tool: string, args: JsonObject, why?: string): Step {
  const [observation] = yield { calls: [one(tool, args)], slip: true, ...(why ? { why } : {}) };
  if (!observation) throw new Error(`no observation from ${tool}`);
  return observation;
}

export function* together(calls: readonly Call[], why?: string): Steps {
  return yield { calls, ...(why ? { why } : {}) };
}

export const calls = {
  exec: (command: string, title?: string): Call => one('exec', { ...(title ? { title } : {}), command }),
  read: (path: string, page: { offset?: number; limit?: number } = {}): Call => one('read', { path, ...page }),
  fetch: (url: string): Call => one('web_fetch', { url }),
  recall: (query: string): Call => one('memory_search', { query }),
} as const;

/** The title says what the command is for; a thought is due where something has to be made of what was seen. */
export const exec = (command: string, title?: string, thought?: string): Step =>
  use('exec', { ...(title ? { title } : {}), command }, thought);

export const read = (path: string, why?: string, page: { offset?: number; limit?: number } = {}): Step =>
  use('read', { path, ...page }, why);

export const write = (path: string, content: string, why?: string): Step => use('write', { path, content }, why);

export const edit = (path: string, oldText: string, newText: string, why?: string): Step =>
  use('edit', { path, edits: [{ oldText, newText }] }, why);

export const fetchPage = (url: string, why?: string): Step => use('web_fetch', { url, extractMode: 'markdown' }, why);

export const recall = (query: string, why?: string): Step => use('memory_search', { query }, why);

export const send = (channel: string, target: string, message: string, why?: string): Step =>
  use('message', { action: 'send', channel, target, message }, why);
