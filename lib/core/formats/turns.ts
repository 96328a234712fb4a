import type { ToolCall } from '../types.ts';
import type { DamageCode, DamageCounts } from './damage.ts';
import type { Draft } from './draft.ts';

/** An assistant message with the results of its calls, in call order. */
export interface Step {
  readonly assistant: Draft;
  readonly results: readonly Draft[];
  /** A call was removed, so the message is not what the model wrote. */
  readonly altered: boolean;
}

export interface Turn {
  readonly users: readonly Draft[];
  readonly steps: readonly Step[];
  /** What was found wrong with it as a whole; damage inside messages is theirs. */
  readonly codes: readonly DamageCode[];
}

/** User-side messages with the steps that answer them. What fits nowhere is counted. */
export function splitTurns(drafts: readonly Draft[], damage: DamageCounts): readonly Turn[] {
  const turns: { users: Draft[]; steps: Step[]; codes: DamageCode[] }[] = [];
  for (const item of pairResults(drafts, damage)) {
    const turn = turns.at(-1);
    if ('lost' in item) turn?.codes.push(item.lost);
    else if (!('assistant' in item)) {
      if (turn && turn.steps.length === 0) turn.users.push(item);
      else turns.push({ users: [item], steps: [], codes: [] });
    } else if (turn) turn.steps.push(item);
    else if (!item.assistant.kept) damage.add('leading_answer');
  }
  return turns;
}

/** A user message, an assistant message with its own results, or the place of a result that was left out. */
type Item = Draft | Step | { readonly lost: DamageCode };

/** Results moved behind the nearest preceding message that holds their call: ids repeat in later turns. */
function pairResults(drafts: readonly Draft[], damage: DamageCounts): Item[] {
  const results = new Map<Draft, Map<string, Draft>>();
  const callers = new Map<string, Draft>();
  const lost = new Map<Draft, DamageCode>();
  for (const draft of drafts) {
    for (const call of draft.toolCalls ?? []) callers.set(call.id, draft);
    if (draft.role === 'assistant') results.set(draft, new Map());
    if (draft.role !== 'tool') continue;
    const caller = callers.get(draft.toolCallId ?? '');
    const answered = caller && results.get(caller);
    if (!answered) {
      if (!draft.kept) damage.add('orphan_result');
      lost.set(draft, 'orphan_result');
    } else if (answered.has(draft.toolCallId ?? '')) {
      damage.add('duplicate_result');
      lost.set(draft, 'duplicate_result');
    } else answered.set(draft.toolCallId ?? '', draft);
  }
  return drafts.flatMap((draft): Item[] => {
    const code = lost.get(draft);
    if (code) return [{ lost: code }];
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

export const draftsOf = (turn: Turn): Draft[] => [
  ...turn.users,
  ...turn.steps.flatMap((step) => [step.assistant, ...step.results]),
];

export const isKept = (turn: Turn): boolean => draftsOf(turn).every((draft) => draft.kept);
