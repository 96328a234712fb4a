import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayMix, sayShortfall, saySimilarity, wholePercents } from './mix-words.ts';

test('whole per cents always sum to 100', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }), (values) => {
      const sum = values.reduce((total, value) => total + value, 0);
      const percents = wholePercents(values).reduce((total, value) => total + value, 0);
      expect(percents).toBe(sum === 0 ? 0 : 100);
    }),
  );
});

test('the mix is said in a fixed order', () => {
  expect(sayMix({ adversarial: 10, real: 60, synthetic: 30 })).toBe('60 / 30 / 10');
});

test('a shortfall names the origins that are off', () => {
  const asked = { real: 0.6, synthetic: 0.3, adversarial: 0.1 };
  expect(sayShortfall({ asked, got: { real: 60, synthetic: 30, adversarial: 10 } })).toMatch(/met/);
  expect(sayShortfall({ asked, got: { real: 90, synthetic: 0, adversarial: 10 } })).toMatch(/real and synthetic/);
  expect(sayShortfall({ asked: null, got: { real: 1, synthetic: 0, adversarial: 0 } })).toMatch(/kept/);
});

test('similarity is judged, not only printed', () => {
  expect(saySimilarity(null)).toMatch(/no validation rows/);
  expect(saySimilarity(0.2)).toMatch(/^Well apart/);
  expect(saySimilarity(0.9)).toMatch(/^Too close/);
});
