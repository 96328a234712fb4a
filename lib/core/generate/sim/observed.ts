import type { JsonObject, JsonValue } from '../../types.ts';
import type { Observation } from './policy.ts';

/** Reading what came back. A policy that cannot read what it expected throws, and its episode is dropped and counted. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

export const linesOf = ({ text }: Observation): string[] =>
  text.split('\n').filter((line) => line !== '' && !line.startsWith('(Command exited'));

export function lineOf(observation: Observation, index = 0): string {
  const line = linesOf(observation).at(index);
  if (line === undefined) throw new Unreadable(`no line ${index} in the result of ${observation.tool}`);
  return line;
}

/** The groups of a pattern; all must have matched. */
export function match(text: string, pattern: RegExp): string[] {
  const found = pattern.exec(text);
  if (!found) throw new Unreadable(`no ${pattern.source} in a result`);
  return found.slice(1).map((group) => group ?? '');
}

export function jsonOf({ text, tool }: Observation): JsonObject {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    throw new Unreadable(`the result of ${tool} is not JSON`);
  }
}

/** A member by its path, as in `results.0.path`. */
export function member(value: JsonValue | undefined, path: string): string {
  let at: JsonValue | undefined = value;
  for (const name of path.split('.'))
    at = typeof at === 'object' && at !== null ? (at as Readonly<Record<string, JsonValue>>)[name] : undefined;
  if (typeof at !== 'string' && typeof at !== 'number') throw new Unreadable(`no ${path} in a result`);
  return String(at);
}

export const failedWith = (observation: Observation): boolean =>
  observation.isError || /\(Command exited with code \d+\)$/.test(observation.text);
