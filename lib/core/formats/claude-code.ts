import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { answerId, type ClaudeLine, mainPath, readClaudeLine } from './claude-code-path.ts';
import { splitResults } from './foreign-results.ts';
import { heldRows } from './held-rows.ts';
import type { Row } from './json-rows.ts';
import { type Entry, readEntry } from './openclaw-entry.ts';
import type { Session } from './session.ts';

/** A message of a Claude Code session file, or of what its command line streams. */
export const isClaudeCodeLine = (value: JsonObject): boolean =>
  (value.type === 'user' || value.type === 'assistant') &&
  isJsonObject(value.message) &&
  (value.message.role === undefined || value.message.role === value.type) &&
  sessionIdOf(value) !== undefined;

/** Lines that can stand before the first message: they tell the format, not the conversation. */
export const isClaudeCodeSideLine = (value: JsonObject): boolean =>
  (value.type === 'summary' && typeof value.leafUuid === 'string') ||
  (value.type === 'file-history-snapshot' && 'snapshot' in value) ||
  (sessionIdOf(value) !== undefined && typeof value.type === 'string' && SIDE_TYPES.has(value.type));

const SIDE_TYPES: ReadonlySet<string> = new Set([
  ...['system', 'progress', 'attachment', 'queue-operation', 'custom-title', 'ai-title', 'last-prompt'],
  ...['permission-mode', 'agent-name', 'agent-setting', 'mode', 'result'],
]);

const sessionIdOf = (value: JsonObject): string | undefined => asString(value.sessionId) ?? asString(value.session_id);

/** The conversation of a Claude Code session file, and one session for each sub-agent that wrote into it. */
export async function readClaudeCode(
  rows: AsyncIterable<Row>,
  fallbackId: string,
  sessionBytes: number,
): Promise<Session[]> {
  const threads = new Map<string, Map<string, ClaudeLine>>([['', new Map()]]);
  const rootOf = new Map<string, string>();
  const titles = new Map<string, string>();
  let sessionId = '';
  let version = '';
  let before = '';
  for await (const { value, line } of heldRows(rows, sessionBytes)) {
    if (!isJsonObject(value)) continue;
    const type = asString(value.type) ?? '';
    const title = asString(value.customTitle) ?? asString(value.aiTitle);
    if (title !== undefined) titles.set(type, title);
    if (typeof value.uuid !== 'string' && !isClaudeCodeLine(value)) continue;
    sessionId ||= sessionIdOf(value) ?? '';
    version = asString(value.version) ?? version;
    const read = readClaudeLine(value, line, before);
    const root = threadOf(value) ?? (value.isSidechain === true ? (rootOf.get(read.parent) ?? read.id) : '');
    rootOf.set(read.id, root);
    if (root === '') before = read.id;
    const thread = threads.get(root) ?? new Map<string, ClaudeLine>();
    threads.set(root, thread);
    // A line that was written twice, as when a session is taken up again, is one.
    if (!thread.has(read.id)) thread.set(read.id, read);
  }
  const id = sessionId || fallbackId;
  return [...threads]
    .filter(([, lines]) => lines.size > 0)
    .map(([root, lines]) => ({
      id: root === '' ? id : `${id}/${root}`,
      parent: root === '' ? '' : id,
      harness: 'claude-code',
      parser: `claude-code/${version}`,
      path: entriesOf(mainPath([...lines.values()])),
      captures: [],
      runs: [],
      damage: [],
      warnings: [],
      about: {
        title: root === '' ? (titles.get('custom-title') ?? titles.get('ai-title') ?? '') : '',
        tags: root === '' ? [] : ['automated:subagent'],
        outcome: 'unknown',
      },
    }));
}

/** Sub-agent that wrote a line, where the line says so. */
const threadOf = (value: JsonObject): string | undefined =>
  value.isSidechain === true ? asString(value.agentId) : asString(value.parent_tool_use_id);

const INTERRUPTED: ReadonlySet<string> = new Set([
  '[Request interrupted by user]',
  '[Request interrupted by user for tool use]',
]);

interface Answer {
  readonly entry: Entry;
  readonly blocks: JsonObject[];
  readonly message: { role: string; content: readonly JsonObject[]; model: JsonValue; stopReason: JsonValue };
}

function entriesOf(lines: readonly ClaudeLine[]): Entry[] {
  const answers = new Map<string, Answer>();
  const entries: Entry[] = [];
  let last: Answer | undefined;
  for (const line of lines) {
    const { raw } = line;
    if (raw.type === 'system' && raw.subtype === 'compact_boundary') entries.push(entry(line, { type: 'reset' }));
    else if (raw.type === 'attachment') entries.push(...queuedPrompt(line));
    else if (raw.type === 'user') {
      const [first] = line.content;
      const isMark = isJsonObject(first) && line.content.length === 1 && INTERRUPTED.has(asString(first.text) ?? '');
      if (isMark && last && entries.at(-1) === last.entry) last.message.stopReason = 'aborted';
      // A summary is shown in the transcript only, and sent to the model all the same.
      else if (!isMark && (raw.isCompactSummary === true || raw.isVisibleInTranscriptOnly !== true))
        entries.push(...splitResults(line.content).map((message) => entry(line, { type: 'message', message })));
    } else if (raw.type === 'assistant') {
      const before = answers.size;
      last = addAnswer(line, answers);
      if (last && answers.size > before) entries.push(last.entry);
    }
  }
  return entries;
}

/** One answer is written as several lines; the last that knows tells how it ended. */
function addAnswer(line: ClaudeLine, answers: Map<string, Answer>): Answer | undefined {
  const { raw } = line;
  const said = isJsonObject(raw.message) ? raw.message : {};
  const isSynthetic = said.model === '<synthetic>';
  if (isSynthetic && raw.isApiErrorMessage !== true) return undefined;
  const blocks = line.content.filter(isJsonObject);
  const known = answers.get(answerId(line));
  if (known) {
    known.blocks.push(...blocks);
    if (said.stop_reason) known.message.stopReason = said.stop_reason;
    return known;
  }
  const stopReason = isSynthetic ? 'error' : (said.stop_reason ?? 'stop');
  const message = { role: 'assistant', content: blocks, model: said.model ?? '', stopReason };
  const answer = { entry: entry(line, { type: 'message', message }), blocks, message };
  answers.set(answerId(line) || line.id, answer);
  return answer;
}

/** What a person typed while the agent was at work is told as an attachment. */
function queuedPrompt(line: ClaudeLine): Entry[] {
  const attachment = isJsonObject(line.raw.attachment) ? line.raw.attachment : {};
  const { type, prompt } = attachment;
  if (type !== 'queued_command' || !(typeof prompt === 'string' || Array.isArray(prompt))) return [];
  return [entry(line, { type: 'message', message: { role: 'user', content: prompt } })];
}

const entry = (line: ClaudeLine, fields: JsonObject): Entry =>
  readEntry({ ...fields, id: line.id, timestamp: line.raw.timestamp ?? null }, line.line);
