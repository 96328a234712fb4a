import { type DamageCode, DamageCounts } from './damage.ts';
import { type Draft, plainText } from './draft.ts';
import { type Step, splitTurns, type Turn } from './turns.ts';

/**
 * Where in a context window its course went wrong: place of a message → codes. The same that `wellFormed` counts when it takes
 * such turns apart; here they are only pointed at.
 */
export function turnDamage(drafts: readonly Draft[], closed: boolean): ReadonlyMap<number, readonly DamageCode[]> {
  // Steps hold copies of the messages: the line stands for the place, so that they are known again.
  const turns = splitTurns(
    drafts.map((draft, at) => ({ ...draft, kept: false, line: at })),
    new DamageCounts(),
  );
  const codes = new Map<number, DamageCode[]>();
  const add = (at: number, code: DamageCode) => codes.set(at, [...(codes.get(at) ?? []), code]);
  const used = new Set<number>();
  const answered = new Set<string>();
  for (const turn of turns) {
    for (const { assistant, results } of turn.steps) {
      used.add(assistant.line);
      for (const result of results) {
        used.add(result.line);
        answered.add(result.toolCallId ?? '');
      }
    }
    inTurn(turn, closed && turn === turns.at(-1), add);
  }
  drafts.forEach((draft, at) => {
    if (used.has(at) || draft.role === 'user') return;
    if (draft.role === 'assistant') add(at, 'leading_answer');
    else add(at, answered.has(draft.toolCallId ?? '') ? 'duplicate_result' : 'orphan_result');
  });
  return codes;
}

function inTurn(turn: Turn, continues: boolean, add: (at: number, code: DamageCode) => void): void {
  const last = turn.steps.at(-1);
  const unended = continues ? 'continued_turn' : 'unanswered_turn';
  if (!last) add(turn.users.at(-1)?.line ?? 0, unended);
  for (const step of turn.steps) {
    const code = inStep(step, step === last);
    if (code) add(step.assistant.line, code === 'unanswered_turn' ? unended : code);
  }
}

function inStep({ assistant, results }: Step, isLast: boolean): DamageCode | null {
  const { end, content, toolCalls = [] } = assistant;
  if (end === 'failed' || end === 'aborted') return isLast ? `${end}_turn` : 'failed_attempt';
  if (toolCalls.length > results.length) return isLast ? 'unanswered_turn' : 'unanswered_call';
  if (toolCalls.length === 0 && plainText(content).trim() === '') return 'empty_message';
  return end === 'cut' ? 'cut_answer' : null;
}
