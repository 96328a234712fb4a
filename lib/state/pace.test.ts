import { expect, test } from 'vitest';
import { keepPace, type Pace } from './pace.ts';

const at = (before: Pace | null, ms: number, done: number, total = 100, stage = 'parse') =>
  keepPace(before, { stage, done, total, unit: 'bytes' }, ms);

test('rate and time left come from the stage so far', () => {
  const pace = at(at(null, 0, 0), 2000, 20);
  expect(pace.rate).toBe(10);
  expect(pace.secondsLeft).toBe(8);
});

test('the first moments promise nothing', () => {
  expect(at(at(null, 0, 0), 100, 50)).toMatchObject({ rate: 0, secondsLeft: null });
});

test('without a total there is a rate but no time left', () => {
  expect(at(at(null, 0, 0, 0), 1000, 5, 0)).toMatchObject({ rate: 5, secondsLeft: null });
});

test('a new stage starts its own clock', () => {
  expect(at(at(null, 0, 0), 5000, 3, 100, 'redact')).toMatchObject({ startedMs: 5000, startedAt: 3, rate: 0 });
});

test('a stage that begins again starts its own clock', () => {
  expect(at(at(at(null, 0, 0), 1000, 50), 2000, 10)).toMatchObject({ startedMs: 2000, secondsLeft: null });
});
