import { expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { createRedactor } from './index.ts';
import { redactText } from './redact-text.ts';
import { isPhrase } from './values.ts';

const redactor = createRedactor(DEFAULT_RECIPE.redaction);
const WORDS = ['marteau', 'burin', 'chouette'];
const words = WORDS.join(' ');

test.each([
  ['by the name of a phrase', `LUKS_PASSPHRASE='Sju ${words}, 2 lam!'`, `Sju ${words}, 2 lam!`],
  ['by that name and no capital', JSON.stringify({ wifi: { passphrase: words } }), words],
  ['by a number at the end', `JWT_SECRET=la vieille ${words} dort 41\nPORT=80`, `la vieille ${words} dort 41`],
  ['by a number at the end, quoted', `password: "${words} 33"`, `${words} 33`],
])('a password of several words is known %s', (_, text, secret) => {
  expect(redactText(redactor, text).text).not.toContain(secret);
});

test.each([
  ['Choose three random words', true],
  ['must be at least 8', true],
  ['mindestens 8 Zeichen', false],
  ['three plain words', false],
  ['enter the new one', true],
])('a sentence about one is none: %s', (text, named) => {
  expect(isPhrase(text, named)).toBe(false);
});
