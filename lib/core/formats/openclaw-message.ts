import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { automatedTags } from './automated.ts';
import { readContent } from './content-blocks.ts';
import type { DamageCode } from './damage.ts';
import { textDamage, valueDamage } from './damage-markers.ts';
import { type Draft, plainText, text } from './draft.ts';
import { trimmedBlocks } from './dynamic-trim.ts';
import { type Entry, readTime } from './openclaw-entry.ts';

const COMPACTION_LEAD = 'The conversation history before this point was compacted into the following summary:';
const BRANCH_LEAD = 'The following is a summary of a branch that this conversation came back from:';
/** Stand-ins that OpenClaw or a provider wrote where a call never got a result. */
const NO_RESULT =
  /^(No result provided|(\[[\w-]+\] )?missing tool result in session history; inserted synthetic error result for transcript repair\.)$/;
/** What releases of mid-2026 wrote in place of an answer that never came. */
const FAILED_ANSWER = '[assistant turn failed before producing content]';

/** How the agent shows a compaction's summary to the model (section 3.6). */
export const compactionText = (summary: string): string => `${COMPACTION_LEAD}\n\n<summary>\n${summary}\n</summary>`;

/** What an entry is to the model, or the reason why it is nothing (openclaw.md sections 3.4 and 3.6). */
export type Converted = Draft | DamageCode | null;

export function convertEntry(entry: Entry): Converted {
  const known = conversions.get(entry);
  if (known !== undefined) return known;
  const converted = convert(entry);
  conversions.set(entry, converted);
  return converted;
}

/** Counts, repairs, windows and timelines all ask; an entry never changes. */
const conversions = new WeakMap<Entry, Converted>();

function convert(entry: Entry): Converted {
  const { raw } = entry;
  const at = { line: entry.line, timeMs: entry.timeMs };
  switch (entry.type) {
    case 'message':
      return isJsonObject(raw.message) ? convertMessage(raw.message, at) : null;
    case 'custom_message':
      return raw.excludeFromContext === true ? null : userSide(readContent(raw.content, '\n').content, [], at);
    case 'branch_summary':
      return summary(raw, BRANCH_LEAD, '</summary>', at);
    case 'compaction':
      return summary(raw, COMPACTION_LEAD, '\n</summary>', at);
    default:
      return null;
  }
}

interface Place {
  readonly line: number;
  readonly timeMs: number | undefined;
}

export function convertMessage(message: JsonObject, place: Place): Converted {
  const at = { line: place.line, timeMs: readTime(message.timestamp) ?? place.timeMs };
  if (message.excludeFromContext === true) return null;
  switch (message.role) {
    case 'user':
      return user(message, at);
    case 'assistant':
      return assistant(message, at);
    case 'toolResult':
    case 'tool':
      return toolResult(message, at);
    case 'custom':
    case 'hookMessage':
      return userSide(readContent(message.content, '\n').content, [], at);
    case 'bashExecution':
      return userSide([text(shellText(message))], [], at);
    case 'compactionSummary':
      return summary(message, COMPACTION_LEAD, '\n</summary>', at);
    case 'branchSummary':
      return summary(message, BRANCH_LEAD, '</summary>', at);
    default:
      return null;
  }
}

function userSide(content: Draft['content'], damage: readonly DamageCode[], at: Place): Draft | null {
  if (content.length === 0) return null;
  return { role: 'user', content, end: 'done', kept: false, damage, tags: [], ...at };
}

/** One that says nothing still begins a turn: what answers it answers nothing else. */
function user(message: JsonObject, at: Place): Draft {
  const { content, damage } = readContent(message.content, '\n');
  const tags = automatedTags(plainText(content), message.provenance);
  return { role: 'user', content, end: 'done', kept: false, damage, tags, ...at };
}

function summary(raw: JsonObject, lead: string, close: string, at: Place): Converted {
  const body = asString(raw.summary) ?? '';
  if (body.trim() === '') return valueDamage(raw.summary ?? null)[0] ?? null;
  const found = textDamage(body);
  return userSide([text(`${lead}\n\n<summary>\n${body}${close}`)], found ? [found] : [], at);
}

function shellText(message: JsonObject): string {
  const output = asString(message.output) ?? '';
  let said = `Ran \`${asString(message.command) ?? ''}\`\n${output === '' ? '(no output)' : `\`\`\`\n${output}\n\`\`\``}`;
  if (message.cancelled === true) said += '\n\n(command cancelled)';
  else if (typeof message.exitCode === 'number' && message.exitCode !== 0)
    said += `\n\nCommand exited with code ${message.exitCode}`;
  const kept = message.truncated === true ? asString(message.fullOutputPath) : undefined;
  return kept === undefined ? said : `${said}\n\n[Output truncated. Full output: ${kept}]`;
}

function assistant(message: JsonObject, at: Place): Converted {
  // Whatever model it names: no model is served under this name, and OpenClaw's own export leaves all of it out.
  if (message.provider === 'openclaw') return 'delivery_mirror';
  const { content: written, reasoning: own, toolCalls, damage } = readContent(message.content, '');
  const { content, thought } = splitThought(written);
  const reasoning = [own, thought].filter((part) => part !== '').join('\n');
  const model = asString(message.model);
  return {
    role: 'assistant',
    content: content.filter((part) => part.type !== 'text' || part.text.trim() !== ''),
    ...(reasoning === '' ? {} : { reasoning }),
    ...(toolCalls.length === 0 ? {} : { toolCalls }),
    end: plainText(content).trim() === FAILED_ANSWER ? 'failed' : endOf(message.stopReason),
    kept: false,
    damage:
      toolCalls.length === 0 && CALLED.test(asString(message.stopReason) ?? '') ? [...damage, 'lost_call'] : damage,
    ...(model === undefined ? {} : { model }),
    tags: [],
    ...at,
  };
}

/** Ends of a message that called something. */
const CALLED = /^(toolUse|tool_use|tool_calls|function_call)$/;
const THOUGHT = /^\s*<think>([\s\S]*?)<\/think>\s*/;

/** Some providers hand thinking out as text in front of the answer. */
function splitThought(content: Draft['content']): { readonly content: Draft['content']; readonly thought: string } {
  const [first, ...rest] = content;
  const found = first?.type === 'text' ? THOUGHT.exec(first.text) : null;
  if (!found || first?.type !== 'text') return { content, thought: '' };
  return { content: [text(first.text.slice(found[0].length)), ...rest], thought: (found[1] ?? '').trim() };
}

/** Providers' own words occur in older files (section 3.4) and in those of other programs. */
const ENDS: ReadonlyMap<unknown, Draft['end']> = new Map([
  ...['error', 'refusal', 'content_filter', 'safety'].map((word) => [word, 'failed'] as const),
  ...['aborted', 'cancelled', 'canceled', 'interrupted'].map((word) => [word, 'aborted'] as const),
  ...['length', 'max_tokens', 'max_output_tokens', 'model_context_window_exceeded'].map(
    (word) => [word, 'cut'] as const,
  ),
]);

const endOf = (stopReason: unknown): Draft['end'] =>
  ENDS.get(typeof stopReason === 'string' ? stopReason.toLowerCase() : stopReason) ?? 'done';

function textBlocks(content: JsonValue | undefined): string[] {
  if (typeof content === 'string') return [content];
  const blocks = Array.isArray(content) ? (content as readonly JsonValue[]) : [];
  return blocks.flatMap((block) => (isJsonObject(block) && typeof block.text === 'string' ? [block.text] : []));
}

function toolResult(message: JsonObject, at: Place): Draft | null {
  const { content, damage } = readContent(message.content, '\n');
  if (NO_RESULT.test(plainText(content).trim())) return null;
  const trimmed = trimmedBlocks(textBlocks(message.content));
  return {
    role: 'tool',
    content,
    ...(trimmed === undefined ? {} : { trimmed }),
    toolCallId: asString(message.toolCallId) ?? asString(message.tool_call_id) ?? asString(message.tool_use_id) ?? '',
    name: asString(message.toolName) ?? asString(message.name) ?? '',
    isError: message.isError === true || message.is_error === true,
    end: 'done',
    kept: false,
    damage,
    tags: [],
    ...at,
  };
}
