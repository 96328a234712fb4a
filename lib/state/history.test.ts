import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type History, record, redo, startHistory, undo } from './history.ts';

const type = (text: string): History<string> =>
  [...text].reduce((history, letter) => record(history, `type ${letter}`, history.present + letter), startHistory(''));

test('undo goes back one change and names it for redo', () => {
  const history = undo(type('ab'));
  expect(history.present).toBe('a');
  expect(history.future[0]?.label).toBe('type b');
  expect(redo(history)).toEqual(type('ab'));
});

test('a new change after undo drops the undone ones', () => {
  const history = record(undo(type('ab')), 'type c', 'ac');
  expect(history.future).toEqual([]);
  expect(undo(history).present).toBe('a');
});

test('undo and redo at the ends change nothing', () => {
  const fresh = startHistory('x');
  expect(undo(fresh)).toBe(fresh);
  expect(redo(fresh)).toBe(fresh);
});

test('recording the present value again is no step', () => {
  const history = type('a');
  expect(record(history, 'nothing', history.present)).toBe(history);
});

test('the oldest steps are forgotten, the present is not', () => {
  const history = type('x'.repeat(250));
  expect(history.past.length).toBe(200);
  expect(history.present.length).toBe(250);
});

test('any walk back and forth returns to where it was', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 60 }), fc.nat(60), (values, steps) => {
      const end = values.reduce<History<number | null>>(
        (history, value) => record(history, 'set', value),
        startHistory<number | null>(null),
      );
      const count = Math.min(steps, end.past.length);
      let walked = end;
      for (let i = 0; i < count; i++) walked = undo(walked);
      for (let i = 0; i < count; i++) walked = redo(walked);
      expect(walked).toEqual(end);
    }),
  );
});
