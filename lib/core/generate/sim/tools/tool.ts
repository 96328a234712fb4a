import type { JsonObject, JsonValue, ToolDefinition } from '../../../types.ts';
import type { World } from '../world.ts';

export interface ToolResult {
  readonly text: string;
  readonly isError?: boolean;
}

/** Runs a task in a session of its own and gives its report. */
export type Delegate = (label: string, task: string) => Promise<{ status: 'ok' | 'error'; report: string }>;

/** A tool as OpenClaw offers it, acting on a pretend world. Arguments were checked against the schema before. */
export interface Tool {
  readonly definition: ToolDefinition;
  run(args: JsonObject, world: World, delegate: Delegate): Promise<ToolResult>;
}

export const json = (value: JsonValue): ToolResult => ({ text: JSON.stringify(value, null, 2) });

/** OpenClaw's shape of a failed tool. */
export const failure = (tool: string, error: string): ToolResult => ({
  text: JSON.stringify({ status: 'error', tool, error }, null, 2),
  isError: true,
});

export const textArg = (args: JsonObject, name: string): string => {
  const value = args[name];
  return typeof value === 'string' ? value : '';
};

export const numberArg = (args: JsonObject, name: string): number | undefined => {
  const value = args[name];
  return typeof value === 'number' ? value : undefined;
};

const text = (description?: string): JsonObject => ({ type: 'string', ...(description ? { description } : {}) });
const number = (description?: string): JsonObject => ({ type: 'number', ...(description ? { description } : {}) });

/** Short forms for schemas. */
export const field = {
  text,
  number,
  flag: (description?: string): JsonObject => ({ type: 'boolean', ...(description ? { description } : {}) }),
  choice: (values: readonly string[]): JsonObject => ({ type: 'string', enum: values }),
} as const;

export const object = (properties: JsonObject, required: readonly string[] = []): JsonObject => ({
  type: 'object',
  ...(required.length > 0 ? { required } : {}),
  properties,
});
