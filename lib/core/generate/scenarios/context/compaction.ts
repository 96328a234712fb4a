import type { Message } from '../../../types.ts';
import { textMessage } from '../../text-message.ts';
import { type End, scenario } from '../scenario.ts';
import { type Asked, setSession, TURNS, WORDS } from './session.ts';

const SESSION = 'context/session';
/** Turns before the context is compacted. */
const COMPACTED_TURNS = 5;

const common = {
  family: 'compaction',
  session: SESSION,
  tools: ['read', 'edit', 'write', 'exec'],
  words: WORDS,
  set: setSession,
} as const;

const check = async ({ sum, old }: { sum: string; old: string }, { file, answers }: End, { status }: Asked) => ({
  'the status file holds the true sum': (await file(status)) === `sum: ${sum}\n`,
  'the old value is remembered': answers.at(-1)?.includes(old) ?? false,
});

/** The session up to the compaction. */
export const compactedSession = scenario({
  ...common,
  id: 'context/before-compaction',
  skills: ['long-session'],
  turns: TURNS.slice(0, COMPACTED_TURNS),
  check: async ({ sum }, { file }, { status }) => ({
    'the status file holds the true sum': (await file(status)) === `sum: ${sum}\n`,
  }),
});

/** Its twin: the conversation as text, and the summary of it. */
export const compactSummary = scenario({
  ...common,
  id: 'context/compact-summary',
  skills: ['summary'],
  turns: TURNS,
  finish: (messages, asked, notes) => ({
    kind: 'compact-summary',
    messages: [
      textMessage('system', SUMMARISER),
      textMessage(
        'user',
        `<conversation>\n${serialise(beforeCompaction(messages))}\n</conversation>\n\n${INSTRUCTION}`,
      ),
      textMessage('assistant', summarise(asked, notes)),
    ],
  }),
  check,
});

/** The session after it: the summary in place of what was said, and the next request. */
export const afterCompaction = scenario({
  ...common,
  id: 'context/after-compaction',
  skills: ['long-session', 'summary'],
  turns: TURNS,
  finish: (messages, asked, notes) => ({
    messages: [
      ...messages.slice(0, 1),
      textMessage(
        'user',
        `The conversation history before this point was compacted into the following summary:\n\n<summary>\n${summarise(asked, notes)}\n</summary>`,
      ),
      ...messages.slice(1 + beforeCompaction(messages).length),
    ],
  }),
  check,
});

function beforeCompaction(messages: readonly Message[]): readonly Message[] {
  const starts = messages.flatMap(({ role }, at) => (role === 'user' ? [at] : []));
  return messages.slice(1, starts[COMPACTED_TURNS]);
}

const SUMMARISER =
  'You condense a conversation between a person and their agent. The agent will go on from your text alone, so keep goals, decisions, exact names, paths and figures. Do not continue the conversation and do not answer its questions.';

const INSTRUCTION =
  'Write the summary as Markdown with the headings Goal, Constraints & Preferences, Progress (Done, In Progress, Blocked), Key Decisions, Next Steps and Critical Context. Keep it short and exact.';

const summarise = ({ a, b, item, count, status }: Asked, notes: ReadonlyMap<string, string>): string =>
  [
    `## Goal\nGo through the stock tables ${a} and ${b} step by step, as the person asks.`,
    '## Constraints & Preferences\n- One request at a time; short answers with exact figures.',
    `## Progress\n### Done\n- [x] Counted the items of ${a}\n- [x] Changed ${item} in ${a} from ${notes.get('old')} to ${count}\n- [x] Summed ${b}: ${notes.get('sum')}\n- [x] Wrote "sum: ${notes.get('sum')}" to ${status}\n- [x] Found the scarcest item of ${b}: ${notes.get('least')} (${notes.get('left')})\n\n### In Progress\n- (none)\n\n### Blocked\n- (none)`,
    `## Key Decisions\n- **Status file**: the sum goes into ${status} as one line`,
    '## Next Steps\n1. Wait for the next request',
    `## Critical Context\n- Old value of ${item}: ${notes.get('old')}\n- Sum of ${b}: ${notes.get('sum')}`,
  ].join('\n\n');

/** The conversation as a summariser is given it (training-export.md section 11). */
const serialise = (messages: readonly Message[]): string => messages.flatMap(blocksOf).join('\n\n');

function blocksOf({ role, content, reasoning, toolCalls, name }: Message): string[] {
  const text = [reasoning, ...content.map((part) => (part.type === 'text' ? part.text : ''))]
    .filter(Boolean)
    .join('\n');
  if (role === 'user') return [`[User]: ${text}`];
  if (role === 'tool') return [`[Tool result ${name}]: ${text}`];
  const calls = (toolCalls ?? []).map((call) => `${call.name}(${JSON.stringify(call.arguments)})`);
  return [
    ...(text ? [`[Assistant]: ${text}`] : []),
    ...(calls.length > 0 ? [`[Assistant tool calls]: ${calls.join('; ')}`] : []),
  ];
}
