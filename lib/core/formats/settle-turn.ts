import type { DamageCode } from './damage.ts';
import { plainText } from './draft.ts';
import { type Policies, policyFor } from './policies.ts';
import type { Step, Turn } from './turns.ts';

export interface Settled {
  /** Null when it failed as a whole. */
  readonly turn: Turn | null;
  /** Losses that are counted where they are new. */
  readonly codes: readonly DamageCode[];
}

export interface SettleOptions {
  /** The turn goes on in another window: that it is cut is no failure. */
  readonly continues: boolean;
  readonly policies: Policies;
}

/** The turn with its failed tries and unanswered calls taken out. */
export function settle(turn: Turn, { continues, policies }: SettleOptions): Settled {
  const codes: DamageCode[] = [];
  if (turn.users.every(({ content }) => content.length === 0)) return { turn: null, codes: ['empty_message'] };
  const last = turn.steps.at(-1);
  const partial = last && partialAnswer(last, policies);
  if (last && isBroken(last)) codes.push(last.assistant.end === 'failed' ? 'failed_turn' : 'aborted_turn');
  if (last && isBroken(last) && !partial) return { turn: null, codes };
  const steps = turn.steps.flatMap((step): readonly Step[] => {
    if (step === last && partial) return [partial];
    if (isBroken(step)) {
      if (!step.assistant.kept) codes.push('failed_attempt');
      return [];
    }
    const calls = step.assistant.toolCalls ?? [];
    const resultIds = new Set(step.results.map((result) => result.toolCallId));
    const answered = calls.filter((call) => resultIds.has(call.id));
    const lost = calls.length - answered.length;
    if (lost > 0 && step === last) return [step];
    if (!step.assistant.kept) codes.push(...Array.from({ length: lost }, () => 'unanswered_call' as const));
    if (answered.length === 0 && plainText(step.assistant.content).trim() === '') {
      if (!step.assistant.kept && calls.length === 0) codes.push('empty_message');
      return [];
    }
    return [{ assistant: { ...step.assistant, toolCalls: answered }, results: step.results, altered: lost > 0 }];
  });
  const end = steps.at(-1);
  const pending = end && (end.assistant.toolCalls?.length ?? 0) > end.results.length;
  if (!end || pending) return { turn: null, codes: [...codes, continues ? 'continued_turn' : 'unanswered_turn'] };
  return { turn: { ...turn, steps }, codes };
}

const isBroken = ({ assistant }: Step): boolean => assistant.end === 'failed' || assistant.end === 'aborted';

/** The text of a stopped answer, where the person wants it as context. */
function partialAnswer(step: Step, policies: Policies): Step | undefined {
  const { assistant } = step;
  const wanted = assistant.end === 'aborted' && policyFor('aborted_turn', policies) === 'mask';
  if (!wanted || plainText(assistant.content).trim() === '') return undefined;
  return { assistant: { ...assistant, toolCalls: [] }, results: [], altered: true };
}

export const isAnswered = (turn: Turn): boolean => (turn.steps.at(-1)?.assistant.toolCalls?.length ?? 0) === 0;
