import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptsOf } from './excerpts.ts';

test('stretches cover the text once, in order, and every mark is shown whole', () => {
  const places = fc.array(fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 60 })), { maxLength: 12 });
  fc.assert(
    fc.property(fc.integer({ min: 6001, max: 20_100 }), places, (length, drawn) => {
      const marks: { start: number; end: number }[] = [];
      for (const [start, size] of drawn.sort((a, b) => a[0] - b[0]))
        if (start >= (marks.at(-1)?.end ?? 0) && start + size <= length) marks.push({ start, end: start + size });
      const stretches = excerptsOf(length, marks);
      let at = 0;
      for (const { start, end } of stretches) {
        expect(start).toBe(at);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(at).toBe(length);
      for (const mark of marks)
        expect(stretches.some(({ start, end, shown }) => shown && start <= mark.start && mark.end <= end)).toBe(true);
    }),
  );
});

test('the middle of an unmarked text is left out', () => {
  expect(excerptsOf(10_000, [])).toEqual([
    { start: 0, end: 480, shown: true },
    { start: 480, end: 10_000, shown: false },
  ]);
});
