import { expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { createRandom } from '../text/random.ts';
import { createRedactor } from './index.ts';
import { TOKEN_FORMATS, VENDOR_FORMATS } from './token-formats.ts';
import { readShape, sampleOf } from './token-shapes.ts';

const redactor = createRedactor(DEFAULT_RECIPE.redaction);
const SAMPLES = 8;

const rows = (table: string): readonly (readonly [string, readonly string[]])[] =>
  table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...shapes] = line.replace(/ i$/, '').split(' ');
      return [name, shapes.length > 1 && name === 'flyio-access-token' ? [shapes.join(' ')] : shapes];
    });

/** Is every character of the token inside some span? What stands before `^` in a shape stays. */
function isCovered(text: string, token: string, keptLength: number): boolean {
  const start = text.indexOf(token) + keptLength;
  const end = text.indexOf(token) + token.length;
  const spans = redactor.find(text, []);
  let at = start;
  for (const span of spans) if (span.start <= at && span.end > at) at = span.end;
  return at >= end;
}

test.each(rows(TOKEN_FORMATS))('random tokens of the format %s are found wherever they stand', (name, shapes) => {
  const random = createRandom(1, `token ${name}`).next;
  const shape = shapes.join(' ');
  const parts = readShape(shape);
  const marker = parts.findIndex((part) => part.kind === 'start');
  for (let i = 0; i < SAMPLES; i++) {
    const kept = marker < 0 ? '' : sampleOf(parts.slice(0, marker), random);
    // a full stop at the end ends a sentence
    const token = (kept + sampleOf(marker < 0 ? parts : parts.slice(marker), random)).replace(/[.,]+$/, '7');
    for (const text of [
      token,
      `use ${token} now`,
      `x="${token}";`,
      `\`${token}\``,
      `a\n${token}\nb`,
      `(${token})`,
      `<${token}>`,
      `令牌是${token}，请保密`,
      `X-Token: ${token}\r\nAccept: */*`,
      `TOKEN=${token}`,
    ])
      expect({ sample: i, found: isCovered(text, token, kept.length) }).toEqual({ sample: i, found: true });
  }
});

test.each(rows(VENDOR_FORMATS))('random values beside the word %s are found', (words, shapes) => {
  const random = createRandom(1, `vendor ${words}`).next;
  const word = words.split(',')[0] as string;
  for (const shape of shapes) {
    for (let i = 0; i < SAMPLES; i++) {
      const token = sampleOf(readShape(shape), random).replace(/^=/, '7');
      for (const text of [
        `${word}_token = "${token}"`,
        `${word.toUpperCase()}_TOKEN=${token}`,
        `"${word}_token": "${token}"`,
      ])
        expect({ shape, sample: i, found: isCovered(text, token, 0) }).toEqual({ shape, sample: i, found: true });
    }
  }
});
