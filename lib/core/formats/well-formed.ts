import type { Message, ToolCall } from '../types.ts';
import type { DamageCounts } from './damage.ts';
import { type Draft, joinTexts, plainText, text } from './draft.ts';

export interface Conversation {
  /** Without the system message. */
  readonly messages: readonly Message[];
  /** Drafts that the messages were made of, kept ones included: for times, tags, models. */
  readonly drafts: readonly Draft[];
}

/** An assistant message with the results of its calls, in call order. */
interface Step {
  readonly assistant: Draft;
  readonly results: readonly Draft[];
  /** A call was removed, so the message is not what the model wrote. */
  readonly altered: boolean;
}

interface Turn {
  readonly users: readonly Draft[];
  readonly steps: readonly Step[];
}

export interface WellFormedOptions {
  /** The conversation goes on in another window: a cut last turn is no failure. */
  readonly continues: boolean;
}

/**
 * A conversation that every trainer accepts: turns of user-side messages followed by assistant and tool messages, each call
 * answered once and right behind its message, ids unique, a final answer at the end. Everything left out is counted.
 */
export function wellFormed(drafts: readonly Draft[], options: WellFormedOptions, damage: DamageCounts): Conversation {
  for (const draft of drafts) if (!draft.kept) damage.addAll(draft.damage);
  const turns = splitTurns(pairResults(drafts, damage), damage);
  const good: Turn[] = [];
  for (const turn of turns) {
    const settled = settle(turn, damage, options.continues && turn === turns.at(-1));
    if (settled) good.push(settled);
  }
  while (good.length > 0 && !isAnswered(good.at(-1) as Turn)) {
    const turn = good.pop() as Turn;
    if (!isKept(turn)) damage.add(options.continues ? 'continued_turn' : 'unanswered_turn');
  }
  return { messages: render(good, damage), drafts: good.flatMap(draftsOf) };
}

/** A user message, or an assistant message with its own results. */
type Item = Draft | Step;
const isStep = (item: Item): item is Step => 'assistant' in item;

/** Results moved behind the nearest preceding message that holds their call: ids repeat in later turns. */
function pairResults(drafts: readonly Draft[], damage: DamageCounts): Item[] {
  const results = new Map<Draft, Map<string, Draft>>();
  const callers = new Map<string, Draft>();
  for (const draft of drafts) {
    for (const call of draft.toolCalls ?? []) callers.set(call.id, draft);
    if (draft.role === 'assistant') results.set(draft, new Map());
    if (draft.role !== 'tool') continue;
    const caller = callers.get(draft.toolCallId ?? '');
    const answered = caller && results.get(caller);
    if (!answered) {
      if (!draft.kept) damage.add('orphan_result');
    } else if (answered.has(draft.toolCallId ?? '')) damage.add('duplicate_result');
    else answered.set(draft.toolCallId ?? '', draft);
  }
  return drafts.flatMap((draft): Item[] => {
    if (draft.role === 'tool') return [];
    if (draft.role === 'user') return [draft];
    const answered = results.get(draft) ?? new Map<string, Draft>();
    const calls = uniqueCalls(draft.toolCalls ?? []);
    const ordered = calls.map((call) => answered.get(call.id)).filter((result) => result !== undefined);
    return [{ assistant: { ...draft, toolCalls: calls }, results: ordered, altered: false }];
  });
}

/** Two calls of one message under one id cannot be told apart: the first stays. */
function uniqueCalls(calls: readonly ToolCall[]): ToolCall[] {
  const seen = new Set<string>();
  return calls.filter((call) => !seen.has(call.id) && seen.add(call.id));
}

function splitTurns(items: readonly Item[], damage: DamageCounts): Turn[] {
  const turns: { users: Draft[]; steps: Step[] }[] = [];
  for (const item of items) {
    const turn = turns.at(-1);
    if (!isStep(item)) {
      if (turn && turn.steps.length === 0) turn.users.push(item);
      else turns.push({ users: [item], steps: [] });
    } else if (turn) turn.steps.push(item);
    else if (!item.assistant.kept) damage.add('leading_answer');
  }
  return turns;
}

/** The turn with its failed tries and unanswered calls taken out; null when it failed as a whole. */
function settle(turn: Turn, damage: DamageCounts, continues: boolean): Turn | null {
  const last = turn.steps.at(-1);
  if (last?.assistant.end === 'failed' || last?.assistant.end === 'aborted') {
    if (!isKept(turn)) damage.add(last.assistant.end === 'failed' ? 'failed_turn' : 'aborted_turn');
    return null;
  }
  const steps = turn.steps.flatMap((step, at): Step[] => {
    const isLast = at === turn.steps.length - 1;
    if (step.assistant.end === 'failed' || step.assistant.end === 'aborted') {
      if (!step.assistant.kept) damage.add('failed_attempt');
      return [];
    }
    const calls = step.assistant.toolCalls ?? [];
    const resultIds = new Set(step.results.map((result) => result.toolCallId));
    const answered = calls.filter((call) => resultIds.has(call.id));
    if (answered.length < calls.length && isLast) return [step];
    if (!step.assistant.kept) damage.add('unanswered_call', calls.length - answered.length);
    const assistant = { ...step.assistant, toolCalls: answered };
    if (answered.length === 0 && plainText(assistant.content).trim() === '') {
      if (!step.assistant.kept && calls.length === 0) damage.add('empty_message');
      return [];
    }
    return [{ assistant, results: step.results, altered: answered.length < calls.length }];
  });
  const end = steps.at(-1);
  if (end && (end.assistant.toolCalls?.length ?? 0) > end.results.length) {
    if (!isKept(turn)) damage.add(continues ? 'continued_turn' : 'unanswered_turn');
    return null;
  }
  if (steps.length > 0) return { users: turn.users, steps };
  if (!isKept(turn)) damage.add(continues ? 'continued_turn' : 'unanswered_turn');
  return null;
}

const isAnswered = (turn: Turn): boolean => (turn.steps.at(-1)?.assistant.toolCalls?.length ?? 0) === 0;

const draftsOf = (turn: Turn): Draft[] => [
  ...turn.users,
  ...turn.steps.flatMap((step) => [step.assistant, ...step.results]),
];

const isKept = (turn: Turn): boolean => draftsOf(turn).every((draft) => draft.kept);

function render(turns: readonly Turn[], damage: DamageCounts): Message[] {
  const rename = uniqueIds();
  return turns.flatMap((turn) => [
    userMessage(turn.users),
    ...turn.steps.flatMap((step) => renderStep(step, rename, damage)),
  ]);
}

function userMessage(users: readonly Draft[]): Message {
  const content = users.flatMap((draft, at) => (at === 0 ? draft.content : [text('\n\n'), ...draft.content]));
  return { role: 'user', content: joinTexts(content, ''), weight: 0 };
}

function renderStep(
  { assistant, results, altered }: Step,
  rename: (id: string) => string,
  damage: DamageCounts,
): Message[] {
  const renamed = new Map((assistant.toolCalls ?? []).map((call) => [call.id, { ...call, id: rename(call.id) }]));
  const toolCalls = [...renamed.values()];
  const damaged = altered || assistant.damage.some((code) => code !== 'hidden_reasoning');
  if (!assistant.kept && assistant.end === 'cut') damage.add('cut_answer');
  else if (!assistant.kept && damaged) damage.add('masked_answer');
  const trained = !assistant.kept && !assistant.masked && !damaged && assistant.end === 'done';
  return [
    {
      role: 'assistant',
      content: assistant.content,
      ...(assistant.reasoning === undefined ? {} : { reasoning: assistant.reasoning }),
      ...(toolCalls.length === 0 ? {} : { toolCalls }),
      weight: trained ? 1 : 0,
    },
    ...results.map((result): Message => {
      const call = renamed.get(result.toolCallId ?? '');
      return {
        role: 'tool',
        content: result.content,
        toolCallId: call?.id ?? '',
        name: result.name || (call?.name ?? ''),
        ...(result.isError ? { isError: true } : {}),
        weight: 0,
      };
    }),
  ];
}

/** Gives each id once; one that comes again gets the first free `_2`, `_3` … behind it. */
function uniqueIds(): (id: string) => string {
  const used = new Set<string>();
  return (id) => {
    let unique = id;
    for (let n = 2; used.has(unique); n++) unique = `${id}_${n}`;
    used.add(unique);
    return unique;
  };
}
