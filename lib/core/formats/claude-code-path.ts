import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';

/** A line of a Claude Code session file that others can hang on, whether it holds a message or not. */
export interface ClaudeLine {
  readonly line: number;
  readonly raw: JsonObject;
  readonly id: string;
  /** `''` at a root; a line that names none hangs on the one before it. */
  readonly parent: string;
  readonly content: readonly JsonValue[];
}

export function readClaudeLine(raw: JsonObject, line: number, before: string): ClaudeLine {
  const message = isJsonObject(raw.message) ? raw.message : {};
  const { content } = message;
  const parent = asString(raw.parentUuid) ?? asString(raw.logicalParentUuid) ?? ('parentUuid' in raw ? '' : before);
  return {
    line,
    raw,
    id: asString(raw.uuid) ?? `line-${line}`,
    parent,
    content: Array.isArray(content)
      ? (content as readonly JsonValue[])
      : typeof content === 'string'
        ? [{ type: 'text', text: content }]
        : [],
  };
}

/**
 * Lines from the last message back to the root, in file order. One answer is written as several lines, and parallel results
 * hang on different ones of them: the rest of an answer and all results of its calls belong to the path as well. A line whose
 * parent is lost goes on from the message before it.
 */
export function mainPath(lines: readonly ClaudeLine[]): ClaudeLine[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const before = new Map<ClaudeLine, ClaudeLine | undefined>();
  let last: ClaudeLine | undefined;
  for (const line of lines) {
    before.set(line, last);
    if (isMessage(line)) last = line;
  }
  const taken = new Set<ClaudeLine>();
  for (let line = last; line && !taken.has(line); ) {
    taken.add(line);
    line = line.parent === '' ? undefined : (byId.get(line.parent) ?? before.get(line));
  }
  const answers = new Set([...taken].map(answerId).filter((id) => id !== ''));
  for (const line of lines) if (answers.has(answerId(line))) taken.add(line);
  const calls = new Set([...taken].flatMap(({ content }) => content.flatMap((block) => idOf(block, 'tool_use', 'id'))));
  for (const line of lines)
    if (line.content.some((block) => idOf(block, 'tool_result', 'tool_use_id').some((id) => calls.has(id))))
      taken.add(line);
  return lines.filter((line) => taken.has(line));
}

const isMessage = ({ raw }: ClaudeLine): boolean => raw.type === 'user' || raw.type === 'assistant';

/** Id that the lines of one answer share; `''` for any other line. */
export const answerId = ({ raw }: ClaudeLine): string =>
  raw.type === 'assistant' && isJsonObject(raw.message) ? (asString(raw.message.id) ?? '') : '';

const idOf = (block: JsonValue, type: string, key: string): string[] =>
  isJsonObject(block) && block.type === type && typeof block[key] === 'string' ? [block[key]] : [];
