import { violationOf } from '../generate/sim/schema.ts';
import { definitionAmong, type ToolName, toolNamed } from '../generate/sim/tools/toolbox.ts';
import type { JsonObject } from '../types.ts';
import { argumentErrors } from './agent-errors.ts';
import { coerceArguments, parseArguments } from './arguments.ts';
import type { WrittenCall } from './call-joiner.ts';

/** A call as OpenClaw would take it: to be run, or answered by an error. */
export interface ReadCall {
  readonly name: string;
  readonly arguments: JsonObject;
  /** What the model is told instead of a result. */
  readonly error?: string;
  /** For the report. */
  readonly fault?: string;
}

/** OpenClaw takes arguments that are no JSON for none, and says what then fails. */
export function readCall({ name, arguments: text }: WrittenCall, offered: readonly string[]): ReadCall {
  const tool = offered.includes(name) ? toolNamed(name) : undefined;
  const parsed = parseArguments(text);
  if (!tool) {
    const called = name === '' ? 'unknown' : name;
    return {
      name: called,
      arguments: parsed ?? {},
      error: `Tool ${called} not found`,
      fault: `${called} is not offered`,
    };
  }
  const { parameters } = definitionAmong(name as ToolName, offered as readonly ToolName[]);
  const sent = parsed ?? {};
  const args = coerceArguments(sent, parameters);
  const error = argumentErrors(name, parameters, args, sent);
  if (error === undefined) return { name, arguments: args };
  return {
    name,
    arguments: sent,
    error,
    fault: parsed
      ? `${name}: ${violationOf(parameters, args) ?? 'its arguments break the schema'}`
      : `${name}: its arguments are no JSON`,
  };
}
