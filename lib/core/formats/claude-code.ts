import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { heldRows } from './held-rows.ts';
import type { Row } from './json-rows.ts';
import { type Entry, readEntry } from './openclaw-entry.ts';
import type { Session } from './session.ts';

interface Line {
  readonly line: number;
  readonly raw: JsonObject;
  readonly id: string;
  readonly parent: string;
  readonly content: readonly JsonValue[];
}

/** A line of a Claude Code session file. Its summary and snapshot lines are none: they hold no message. */
export const isClaudeCodeLine = (value: JsonObject): boolean =>
  (value.type === 'user' || value.type === 'assistant' || value.type === 'system') &&
  typeof value.sessionId === 'string' &&
  typeof value.uuid === 'string' &&
  'parentUuid' in value;

/** The conversation of a Claude Code session file, and one session for each sub-agent that wrote into it. */
export async function readClaudeCode(
  rows: AsyncIterable<Row>,
  fallbackId: string,
  sessionBytes: number,
): Promise<Session[]> {
  const threads = new Map<string, Line[]>();
  const rootOf = new Map<string, string>();
  let sessionId = '';
  let version = '';
  for await (const { value, line } of heldRows(rows, sessionBytes)) {
    if (!isJsonObject(value) || !isClaudeCodeLine(value)) continue;
    sessionId ||= asString(value.sessionId) ?? '';
    version = asString(value.version) ?? version;
    const read = readLine(value, line);
    const root = value.isSidechain === true ? (asString(value.agentId) ?? rootOf.get(read.parent) ?? read.id) : '';
    rootOf.set(read.id, root);
    const thread = threads.get(root);
    if (thread) thread.push(read);
    else threads.set(root, [read]);
  }
  const id = sessionId || fallbackId;
  return [...threads].map(([root, lines]) => ({
    id: root === '' ? id : `${id}/${root}`,
    parent: root === '' ? '' : id,
    harness: 'claude-code',
    parser: `claude-code/${version}`,
    path: entriesOf(mainPath(lines)),
    captures: [],
    runs: [],
    damage: [],
    warnings: [],
    about: { title: '', tags: root === '' ? [] : ['automated:subagent'], outcome: 'unknown' },
  }));
}

function readLine(raw: JsonObject, line: number): Line {
  const message = isJsonObject(raw.message) ? raw.message : {};
  const { content } = message;
  return {
    line,
    raw,
    id: asString(raw.uuid) ?? '',
    parent: asString(raw.parentUuid) ?? asString(raw.logicalParentUuid) ?? '',
    content: Array.isArray(content)
      ? (content as readonly JsonValue[])
      : typeof content === 'string'
        ? [{ type: 'text', text: content }]
        : [],
  };
}

/**
 * Lines from the last one back to the root, in file order. One answer is written as several lines, and parallel results
 * hang on different ones of them: the rest of an answer and all results of its calls belong to the path as well.
 */
function mainPath(lines: readonly Line[]): Line[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const taken = new Set<Line>();
  for (let line = lines.at(-1); line && !taken.has(line); line = byId.get(line.parent)) taken.add(line);
  const answers = new Set([...taken].map(answerId).filter((id) => id !== ''));
  for (const line of lines) if (answers.has(answerId(line))) taken.add(line);
  const calls = new Set([...taken].flatMap(({ content }) => content.flatMap((block) => idOf(block, 'tool_use', 'id'))));
  for (const line of lines)
    if (line.content.some((block) => idOf(block, 'tool_result', 'tool_use_id').some((id) => calls.has(id))))
      taken.add(line);
  return lines.filter((line) => taken.has(line));
}

const answerId = ({ raw }: Line): string =>
  raw.type === 'assistant' && isJsonObject(raw.message) ? (asString(raw.message.id) ?? '') : '';

const idOf = (block: JsonValue, type: string, key: string): string[] =>
  isJsonObject(block) && block.type === type && typeof block[key] === 'string' ? [block[key]] : [];

function entriesOf(lines: readonly Line[]): Entry[] {
  const answers = new Map<string, JsonObject[]>();
  return lines.flatMap((line): Entry[] => {
    const { raw } = line;
    if (raw.type === 'system') return raw.subtype === 'compact_boundary' ? [entry(line, { type: 'reset' })] : [];
    if (raw.isVisibleInTranscriptOnly === true) return [];
    if (raw.type === 'user') return userEntries(line);
    const blocks = line.content.filter(isJsonObject);
    const known = answerId(line) === '' ? undefined : answers.get(answerId(line));
    if (known) {
      known.push(...blocks);
      return [];
    }
    const message = isJsonObject(raw.message) ? raw.message : {};
    const synthetic = message.model === '<synthetic>';
    if (synthetic && raw.isApiErrorMessage !== true) return [];
    const content = [...blocks];
    answers.set(answerId(line) || line.id, content);
    const stopReason = synthetic ? 'error' : (message.stop_reason ?? 'stop');
    return [
      entry(line, { type: 'message', message: { role: 'assistant', content, model: message.model ?? '', stopReason } }),
    ];
  });
}

/** A user line holds what was typed, or results of tools. */
function userEntries(line: Line): Entry[] {
  const results = line.content.filter(isJsonObject).filter((block) => block.type === 'tool_result');
  const rest = line.content.filter((block) => !isJsonObject(block) || block.type !== 'tool_result');
  const messages = results.map(({ tool_use_id, content, is_error }) => ({
    role: 'toolResult',
    toolCallId: tool_use_id ?? '',
    content: content ?? '',
    isError: is_error === true,
  }));
  const typed = rest.length > 0 ? [{ role: 'user', content: rest }] : [];
  return [...messages, ...typed].map((message) => entry(line, { type: 'message', message }));
}

const entry = (line: Line, fields: JsonObject): Entry =>
  readEntry({ ...fields, id: line.id, timestamp: line.raw.timestamp ?? null }, line.line);
