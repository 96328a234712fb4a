import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, excerptsOf, pieceOf } from './excerpts.ts';
import type { TextMark } from './text-views.ts';

const places = fc.array(fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 60 })), { maxLength: 40 });

test('excerpts come in order, none is met twice, no mark is parted, and the first marks are shown whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 6001, max: 20_100 }), places, (length, drawn) => {
      const marks: { start: number; end: number }[] = [];
      for (const [start, size] of drawn.sort((a, b) => a[0] - b[0]))
        if (start >= (marks.at(-1)?.end ?? 0) && start + size <= length) marks.push({ start, end: start + size });
      const excerpts = excerptsOf(length, marks);
      expect(excerpts[0]?.start).toBe(0);
      for (const [index, { start, end }] of excerpts.entries()) {
        expect(start).toBeGreaterThanOrEqual(excerpts[index - 1]?.end ?? 0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(length);
        for (const mark of marks)
          expect(mark.end <= start || mark.start >= end || (mark.start >= start && mark.end <= end)).toBe(true);
      }
      for (const mark of marks.slice(0, 20))
        expect(excerpts.some(({ start, end }) => start <= mark.start && mark.end <= end)).toBe(true);
    }),
  );
});

test('the middle of an unmarked text is left out', () => {
  expect(excerptsOf(10_000, [])).toEqual([{ start: 0, end: 480 }]);
});

const FROM = { ordinal: 3, message: 1, part: 'content', side: 'before' } as const;
const mark = (start: number, end: number): TextMark => ({
  start,
  end,
  type: 'EMAIL',
  rule: 'r',
  value: 'v',
  standing: 'open',
});

test('a long text crosses as a beginning with the length of the whole, a short one as it is', () => {
  const text = 'a'.repeat(1_000_000);
  const { rest, ...beginning } = cut({ text, marks: [mark(500_000, 500_010)] }, FROM);
  expect(beginning).toEqual({ text: text.slice(0, 480), marks: [] });
  expect(rest).toMatchObject({ length: text.length, from: FROM });
  expect(rest?.pieces.map(({ start, marks }) => [start, marks[0]?.start])).toEqual([[499_760, 500_000]]);
  const short = { text: 'short', marks: [] };
  expect(cut(short, FROM)).toBe(short);
});

test('of a text full of marks no more crosses than of one with a few', () => {
  const marks = Array.from({ length: 40_000 }, (_, index) => mark(index * 25, index * 25 + 10));
  const { text, rest } = cut({ text: 'a'.repeat(1_000_000), marks }, FROM);
  expect(text.length + (rest?.pieces ?? []).reduce((sum, piece) => sum + piece.text.length, 0)).toBeLessThan(20_000);
});

test('a piece that would end in a mark goes on to its end, so half a value never stands uncovered', () => {
  const whole = { text: 'x'.repeat(100), marks: [mark(10, 30), mark(45, 60)] };
  expect(pieceOf(whole, { start: 20, end: 50 })).toMatchObject({ start: 10, marks: [{ start: 10 }, { start: 45 }] });
  expect(pieceOf(whole, { start: 20, end: 50 }).text).toHaveLength(50);
});
