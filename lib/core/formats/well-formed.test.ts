import { describe, expect, test } from 'vitest';
import { DEFAULT_READING } from '../recipe.ts';
import { DamageCounts } from './damage.ts';
import { type Draft, plainText } from './draft.ts';
import { answer, call, result, user } from './testing/any-drafts.ts';
import { wellFormed } from './well-formed.ts';

function run(drafts: readonly Draft[], continues = false) {
  const damage = new DamageCounts();
  const { messages } = wellFormed(drafts, { continues, reading: DEFAULT_READING }, damage);
  const shape = messages
    .map(({ role, weight, toolCallId }) => role.slice(0, 1) + (role === 'tool' ? `:${toolCallId}` : weight))
    .join(' ');
  return { shape, messages, damage: damage.toRecord() };
}

test('neighbouring user messages become one, parted by a blank line', () => {
  const { messages } = run([user('one'), user('two'), answer()]);
  expect(plainText(messages[0]?.content ?? [])).toBe('one\n\ntwo');
});

describe('results', () => {
  test('out of order they are put in the order of the calls', () => {
    expect(run([user(), call('a', 'b'), result('b'), result('a'), answer()]).shape).toBe('u0 a1 t:a t:b a1');
  });
  test('late ones move behind their call', () => {
    expect(run([user(), call('a'), user('meanwhile'), result('a'), answer()]).shape).toBe('u0 a1 t:a u0 a1');
  });
  test('an id used again belongs to the nearest message before and gets a name of its own', () => {
    const { shape, messages } = run([user(), call('a'), result('a', 'one'), call('a'), result('a', 'two'), answer()]);
    expect(shape).toBe('u0 a1 t:a a1 t:a_2 a1');
    expect(messages.filter(({ role }) => role === 'tool').map(({ content }) => plainText(content))).toEqual([
      'one',
      'two',
    ]);
  });
  test('orphans and seconds are left out and counted', () => {
    const { shape, damage } = run([user(), call('a'), result('a'), result('a'), result('z'), answer()]);
    expect(shape).toBe('u0 a1 t:a a1');
    expect(damage).toEqual({ duplicate_result: 1, orphan_result: 1 });
  });
  test('a call that was never answered is removed from its message, which is not trained on', () => {
    const { shape, messages, damage } = run([user(), call('a', 'b'), result('a'), answer()]);
    expect(shape).toBe('u0 a0 t:a a1');
    expect(messages[1]?.toolCalls?.map(({ id }) => id)).toEqual(['a']);
    expect(damage).toEqual({ unanswered_call: 1, masked_answer: 1 });
  });
});

describe('turns', () => {
  test('a failed one goes as a whole', () => {
    const { shape, damage } = run([
      user(),
      answer(),
      user(),
      call('a'),
      result('a'),
      answer({ end: 'failed' }),
      user(),
      answer(),
    ]);
    expect(shape).toBe('u0 a1 u0 a1');
    expect(damage).toEqual({ failed_turn: 1 });
  });
  test('a failed try before a good answer goes alone', () => {
    expect(run([user(), answer({ end: 'failed', content: [] }), answer()])).toMatchObject({
      shape: 'u0 a1',
      damage: { failed_attempt: 1 },
    });
  });
  test('stopped, unanswered and pending ones go', () => {
    expect(run([user(), answer(), user(), answer({ end: 'aborted' })]).damage).toEqual({ aborted_turn: 1 });
    expect(run([user(), answer(), user()]).damage).toEqual({ unanswered_turn: 1 });
    expect(run([user(), answer(), user(), call('a')])).toMatchObject({
      shape: 'u0 a1',
      damage: { unanswered_turn: 1 },
    });
    expect(run([user(), answer(), user(), call('a'), result('a')])).toMatchObject({
      shape: 'u0 a1',
      damage: { unanswered_turn: 1 },
    });
  });
  test('one that goes on after a compaction is no failure', () => {
    expect(run([user(), answer(), user(), call('a'), result('a')], true).damage).toEqual({ continued_turn: 1 });
  });
  test('a person who speaks while tools run does not break the turn', () => {
    expect(run([user(), call('a'), result('a'), user('stop'), answer()]).shape).toBe('u0 a1 t:a u0 a1');
  });
  test('a cut answer stays as context', () => {
    expect(run([user(), answer({ end: 'cut' })])).toMatchObject({ shape: 'u0 a0', damage: { cut_answer: 1 } });
  });
  test('messages of the model before any user are left out', () => {
    expect(run([answer(), call('a'), result('a'), user(), answer()])).toMatchObject({
      shape: 'u0 a1',
      damage: { leading_answer: 2 },
    });
  });
});

test('a damaged answer is not trained on, hidden reasoning alone does not bar it', () => {
  expect(run([user(), answer({ damage: ['cut_text'] })]).shape).toBe('u0 a0');
  expect(run([user(), answer({ damage: ['hidden_reasoning'] })]).shape).toBe('u0 a1');
});

test('kept messages are context and their damage is not counted again', () => {
  const kept = [user(), answer({ damage: ['cut_text'] })].map((message) => ({ ...message, kept: true }));
  expect(run([...kept, user(), answer()])).toMatchObject({ shape: 'u0 a0 u0 a1', damage: {} });
});
