import { expect, test } from 'vitest';
import { createNumbering } from './numbering.ts';

const VALUE = `${'q7Rt'}${'Vw21xK'}`;

test('a value has one placeholder, whatever it is called the second time', () => {
  const numbering = createNumbering({});
  expect(numbering.placeholder('TOKEN', VALUE)).toBe('<TOKEN_1>');
  expect(numbering.placeholder('PASSWORD', VALUE)).toBe('<TOKEN_1>');
  expect(numbering.placeholder('PASSWORD', `${VALUE}!`)).toBe('<PASSWORD_1>');
});

test('a short number may be a code here and something else there', () => {
  const numbering = createNumbering({});
  expect(numbering.placeholder('CODE', '123456')).toBe('<CODE_1>');
  expect(numbering.placeholder('PHONE', '123456')).toBe('<PHONE_1>');
});

test('a credential never takes the stand-in of personal data', () => {
  const numbering = createNumbering({ surrogates: true });
  expect(numbering.placeholder('EMAIL', 'maja@kestrel.io')).toBe('user1@example.com');
  expect(numbering.placeholder('PASSWORD', 'maja@kestrel.io')).toBe('<PASSWORD_1>');
});
