import type { JsonObject } from '../../types.ts';
import type { Row } from '../row.ts';
import { SERVICE_NAME } from './losses.ts';

const LONGEST = 64;

/** The row with tool names that hosted services take; two names never become one. Mostly the same row. */
export function withServiceNames(row: Row): Row {
  const tools = JSON.parse(row.tools) as { type: string; function: JsonObject & { name: string } }[];
  const names = new Set([
    ...tools.map((tool) => tool.function.name),
    ...row.messages.flatMap(({ tool_calls }) => tool_calls.map((call) => call.function.name)),
  ]);
  if ([...names].every((name) => SERVICE_NAME.test(name))) return row;
  const taken = new Set([...names].filter((name) => SERVICE_NAME.test(name)));
  const renamed = new Map<string, string>();
  for (const name of names) renamed.set(name, SERVICE_NAME.test(name) ? name : freeName(name, taken));
  const nameOf = (name: string) => renamed.get(name) ?? name;
  return {
    ...row,
    tools: JSON.stringify(
      tools.map((tool) => ({ ...tool, function: { ...tool.function, name: nameOf(tool.function.name) } })),
    ),
    messages: row.messages.map((message) => ({
      ...message,
      name: nameOf(message.name),
      tool_calls: message.tool_calls.map((call) => ({
        ...call,
        function: { ...call.function, name: nameOf(call.function.name) },
      })),
    })),
  };
}

function freeName(name: string, taken: Set<string>): string {
  const plain = name.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, LONGEST) || 'tool';
  let free = plain;
  for (let n = 2; taken.has(free); n++) free = `${plain.slice(0, LONGEST - 5)}_${n}`;
  taken.add(free);
  return free;
}
