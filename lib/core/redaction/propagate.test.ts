import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMeeting } from './meeting.ts';
import { createPropagator } from './propagate.ts';
import { createSpellingOrder } from './spelling-order.ts';

const propagatorOf = (types: ReadonlyMap<string, string>) =>
  createPropagator({ types, placeholdersOf: () => new Map<string, string>() });

const pieces = fc.array(fc.constantFrom('dana.', 'bro', 'w', 'ab', 'a', '.', '-', ' '), { maxLength: 12 });

test('of spellings that begin alike the longest that is allowed is found, as one look after the other finds it', () => {
  const spelling = fc.record({ text: pieces.map((all) => all.join('')), allowed: fc.boolean() });
  const isAllowed = ({ allowed }: { allowed: boolean }) => allowed;
  fc.assert(
    fc.property(fc.array(spelling, { maxLength: 30 }), pieces, (spellings, words) => {
      const text = words.join('');
      const order = createSpellingOrder(spellings);
      for (let start = 0; start <= text.length; start++) {
        const plain = spellings
          .filter((one) => one.allowed && text.startsWith(one.text, start))
          .sort((a, b) => b.text.length - a.text.length)[0];
        expect(order.longestAt(text, start, isAllowed)).toBe(plain);
      }
    }),
  );
});

test('a range meets others as one comparison after the other says', () => {
  const range = fc
    .tuple(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 9 }))
    .map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(range), range, (ranges, one) => {
      const plain = ranges.some(({ start, end }) => start < one.end && one.start < end);
      expect(createMeeting(ranges)(one)).toBe(plain);
    }),
  );
});

test('what is found of values that overlap is the longest first, and nothing inside a placeholder', () => {
  const values = fc.array(
    pieces.map((all) => all.join('')).filter((value) => value.length >= 8),
    { maxLength: 8 },
  );
  const places = fc.array(
    fc.oneof(
      pieces.map((all) => all.join('')),
      fc.constantFrom('<EMAIL_1>', '[redacted]'),
    ),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(values, places, (known, words) => {
      const text = [...words, ...known, ...words].join(' ');
      const found = propagatorOf(new Map(known.map((value) => [value, 'EMAIL']))).find(text);
      for (const [at, span] of found.entries()) {
        expect(span.start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0);
        expect(text.slice(span.start, span.end)).not.toMatch(/EMAIL_1|redacted/);
      }
      const left = found.reduceRight(
        (rest, { start, end }) => `${rest.slice(0, start)}<EMAIL_1>${rest.slice(end)}`,
        text,
      );
      for (const value of known)
        if (!/^[A-Za-z]+$/.test(value) && !/[<[]/.test(value)) expect(left.includes(value)).toBe(false);
    }),
  );
});

test('values that begin alike cost one look each, not one a value', () => {
  const mail = (at: number) => `dana.brown.${String(at).padStart(5, '0')}@meridian-labs.org`;
  const timed = (count: number) => {
    const mails = Array.from({ length: count }, (_, at) => mail(at));
    const propagator = propagatorOf(new Map(mails.map((value) => [value, 'EMAIL'])));
    const text = mails.join('\n');
    const start = performance.now();
    expect(propagator.find(text)).toHaveLength(count);
    return performance.now() - start;
  };
  timed(500);
  const [few, many] = [Math.min(timed(1000), timed(1000)), timed(16_000)];
  expect(many / few).toBeLessThan(80);
});
