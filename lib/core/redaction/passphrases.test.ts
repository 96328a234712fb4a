import { describe, expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { createRedactor } from './index.ts';

const redactor = createRedactor(DEFAULT_RECIPE.redaction);
const found = (text: string) => redactor.find(text, []).map(({ start, end }) => text.slice(start, end));
const WORDS = ['velvet', 'copper', 'jungle', 'whistle'];
const words = WORDS.join(' ');

describe('a password of plain words', () => {
  test.each([
    ['is said', (phrase: string) => `the wifi password is ${phrase}, the guest net has none`],
    ['is quoted', (phrase: string) => `The passphrase the user gave is "${phrase}", but it failed`],
    ['is said in German', (phrase: string) => `Das Masterpasswort vom Tresor ist ${phrase} (mit Leerzeichen)`],
    ['ends the text', (phrase: string) => `pw: ${phrase}`],
  ])('%s', (_, place) => {
    expect(found(place(words))).toEqual([words]);
  });

  test('goes with the next one to try', () => {
    const other = ['silver', 'lemon', 'tiger', 'garlic'].join(' ');
    expect(found(`pw is ${words}, and if that fails try ${other}.`)).toEqual([words, other]);
  });

  test('is joined by hyphens', () => {
    const joined = WORDS.join('-');
    expect(found(`restic repo passphrase → ${joined}`)).toEqual([joined]);
    const numbered = `${['Button', 'Fiddle', 'Birch'].join('-')}-70`;
    expect(found(`what's the passphrase again?\n${numbered}\nthanks`)).toEqual([numbered]);
  });

  test.each([
    'the password is wrong, please check it again',
    'the password is stored in the vault of the team',
    'a passphrase is asked for when the key is used',
    'password: must have eight characters or more',
    'label: "password again"',
    'The password is too short to be accepted here.',
    'passphrase → see end-of-life-policy.md',
  ])('is no sentence: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('a token in a dump of bytes takes all of its rows along, and another dump stays', () => {
  const token = ['ghp', '_', 'dBXjHTNTk6tujZzoXowaeZla368jqiRLh5Oe'].join('');
  const dump = (text: string) =>
    (text.match(/.{1,16}/gs) ?? [])
      .map((row, at) => {
        const hex = [...row].map((sign) => sign.charCodeAt(0).toString(16).padStart(2, '0')).join('');
        return `${(at * 16).toString(16).padStart(8, '0')}: ${(hex.match(/.{1,4}/g) ?? []).join(' ').padEnd(39)}  ${row}`;
      })
      .join('\n');
  const text = `$ xxd .token\n${dump(token)}\ndone`;
  const rest = redactor.find(text, []).reduceRight((all, { start, end }) => all.slice(0, start) + all.slice(end), text);
  expect(rest).not.toMatch(/6768|ghp_|Oe/);
  expect(rest).toContain('00000010: ');
  expect(found(dump('The quick brown fox jumps over the lazy dog, twice.'))).toEqual([]);
});
