import { expect, test } from 'vitest';
import type { Draft } from './draft.ts';
import { answer, call, result, user } from './testing/any-drafts.ts';
import { turnDamage } from './turn-damage.ts';

const pointed = (drafts: readonly Draft[], closed = false) =>
  Object.fromEntries([
    ...turnDamage(
      drafts.map((draft) => Object.freeze(draft)),
      closed,
    ),
  ]);

test('a whole conversation has nothing to point at', () => {
  expect(pointed([user(), call('a'), result('a'), answer(), user(), answer()])).toEqual({});
});

test('a turn that failed or was stopped is pointed at where it did, a try before the success as a try', () => {
  expect(pointed([user(), answer({ end: 'failed' }), user(), answer()])).toEqual({ 1: ['failed_turn'] });
  expect(pointed([user(), answer({ end: 'failed' }), answer()])).toEqual({ 1: ['failed_attempt'] });
  expect(pointed([user(), answer({ end: 'aborted' })])).toEqual({ 1: ['aborted_turn'] });
  expect(pointed([user(), answer({ end: 'cut' })])).toEqual({ 1: ['cut_answer'] });
});

test('a question without an answer is pointed at, and goes on where the window is closed', () => {
  expect(pointed([user(), answer(), user()])).toEqual({ 2: ['unanswered_turn'] });
  expect(pointed([user(), call('a')])).toEqual({ 1: ['unanswered_turn'] });
  expect(pointed([user(), call('a')], true)).toEqual({ 1: ['continued_turn'] });
  expect(pointed([user(), call('a', 'b'), result('a'), answer()])).toEqual({ 1: ['unanswered_call'] });
});

test('what belongs to nothing is pointed at', () => {
  expect(pointed([answer(), user(), result('x'), answer()])).toEqual({ 0: ['leading_answer'], 2: ['orphan_result'] });
  expect(pointed([user(), call('a'), result('a'), result('a'), answer({ content: [] }), answer()])).toEqual({
    3: ['duplicate_result'],
    4: ['empty_message'],
  });
});
