import { expect, test } from 'vitest';
import type { MatchCount, MatchQuery, Result } from '../../workers/protocol.ts';
import { createMatchCounts, queryKey } from './match-counts.ts';

const word = (text: string): MatchQuery => ({ kind: 'word', text });
const count = (occurrences: number): Result<MatchCount> => ({
  ok: true,
  value: { occurrences, episodes: 1, replaced: 0, share: 0, problem: '' },
});

function worker() {
  const asked: string[] = [];
  const answers: ((result: Result<MatchCount>) => void)[] = [];
  const countMatches = ({ text }: MatchQuery) => {
    asked.push(text);
    return new Promise<Result<MatchCount>>((resolve) => answers.push(resolve));
  };
  const answer = async (occurrences: number) => {
    answers.shift()?.(count(occurrences));
    await Promise.resolve().then(() => undefined);
  };
  return { counts: createMatchCounts({ countMatches }), asked, answer };
}

test('one question at a time, the newest first, and none twice', async () => {
  const { counts, asked, answer } = worker();
  for (const text of ['a', 'b', 'c']) counts.ask(word(text));
  counts.withdraw(word('b'));
  await answer(1);
  await answer(3);
  expect(asked).toEqual(['a', 'c']);
  expect(counts.store.getState().get(queryKey(word('c')))?.occurrences).toBe(3);
  counts.ask(word('c'));
  expect(asked).toEqual(['a', 'c']);
});

test('an answer about the drop as it was is thrown away', async () => {
  const { counts, asked, answer } = worker();
  counts.ask(word('a'));
  counts.forget();
  counts.ask(word('a'));
  await answer(1);
  expect(counts.store.getState().size).toBe(0);
  await answer(2);
  expect(asked).toEqual(['a', 'a']);
  expect(counts.store.getState().get(queryKey(word('a')))?.occurrences).toBe(2);
});
