import type { ToolDefinition } from '../../../types.ts';
import { agentsWait } from './agents-wait.ts';
import { cron } from './cron.ts';
import { dynamicTrim } from './dynamic-trim.ts';
import { edit } from './edit.ts';
import { exec, execBesideProcess } from './exec.ts';
import { ls } from './ls.ts';
import { memoryGet } from './memory-get.ts';
import { memorySearch } from './memory-search.ts';
import { message } from './message.ts';
import { processTool } from './process.ts';
import { read } from './read.ts';
import { sessionsSpawn } from './sessions-spawn.ts';
import type { Tool } from './tool.ts';
import { webFetch } from './web-fetch.ts';
import { webSearch } from './web-search.ts';
import { write } from './write.ts';

export const TOOLBOX = {
  agents_wait: agentsWait,
  cron,
  'dynamic-trim': dynamicTrim,
  edit,
  exec,
  ls,
  memory_get: memoryGet,
  memory_search: memorySearch,
  message,
  process: processTool,
  read,
  sessions_spawn: sessionsSpawn,
  web_fetch: webFetch,
  web_search: webSearch,
  write,
} as const satisfies Readonly<Record<string, Tool>>;

export type ToolName = keyof typeof TOOLBOX;

/** What a tool is offered as, in the company of the others. */
export const definitionAmong = (name: ToolName, offered: readonly ToolName[]): ToolDefinition =>
  name === 'exec' && offered.includes('process') ? execBesideProcess : TOOLBOX[name].definition;

export const toolNamed = (name: string): Tool | undefined =>
  Object.hasOwn(TOOLBOX, name) ? TOOLBOX[name as ToolName] : undefined;
