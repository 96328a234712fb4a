import { expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { HEX_UNIT } from './automaton.ts';
import { createCleanLiterals } from './clean-literals.ts';
import { DETECTORS } from './detectors.ts';
import { createRedactor } from './index.ts';
import { findResidual } from './residual.ts';

const redactor = createRedactor(DEFAULT_RECIPE.redaction);

const LENGTH = 30_000;
/** Linear readers need a tenth of it, quadratic ones twice as much. */
const MOST_MILLISECONDS = 1000;

/** What follows a keyword wherever it stands; texts are filled with the two. */
const AFTER = ['', ' ', '="', '= ', ': a ', '("', '.a-', '\n', ' a b c ', '-----', '0 ', '",', '/', '\\', '{'];
/** Fills a text behind one keyword at its beginning. */
const TAIL = ['a', ' ', '0', '"', '\\', 'A.', '= ', '-', '/', 'a,', '\n', '…'];

const filled = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
const milliseconds = (text: string, look = (one: string): unknown => redactor.find(one, [])): number => {
  const before = process.cpuUsage(); // what others do on the machine does not count
  look(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const keywords = [...new Set(DETECTORS.flatMap((detector) => detector.keywords))].map((word) =>
  word.replaceAll('\\d', '7').replaceAll(HEX_UNIT, 'a'),
);

test('no keyword makes a hostile text slow', { timeout: 300_000 }, () => {
  const slow = keywords.flatMap((word, index) => {
    const after = AFTER[index % AFTER.length] as string;
    const tail = TAIL[index % TAIL.length] as string;
    return [filled(word + after), word + filled(tail)]
      .filter((text) => milliseconds(text) > MOST_MILLISECONDS && milliseconds(text) > MOST_MILLISECONDS)
      .map((text) => text.slice(0, 40));
  });
  expect(slow).toEqual([]);
});

test('no pair of signs makes a long text slow', { timeout: 300_000 }, () => {
  const signs = [' ', '=', '"', "'", '\\', '(', '{', '<', ':', '@', '.', '-', '/', '%', ',', '\n', 'a', '0', 'é', '…'];
  const slow = signs
    .flatMap((first) => signs.map((second) => filled(first + second)))
    .filter((text) => milliseconds(text) > MOST_MILLISECONDS && milliseconds(text) > MOST_MILLISECONDS)
    .map((text) => text.slice(0, 4));
  expect(slow).toEqual([]);
});

test('neither findings side by side, nor placeholders, nor JSON that never ends make a text slow', () => {
  const token = ['sk', 'proj', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6'].join('-');
  const inner = ['\\\\', '\\"', '\\u0041', '\\u00e9', '\\n{', 'é'].map((piece) => `{"a":"${filled(piece)}"}`);
  const texts = [
    ...[`token=${token} `, `${token},`, `${token}<TOKEN_1>`, '<TOKEN_1> password=', '[redacted]', '<redacted-'].map(
      filled,
    ),
    ...['[', '{"a":', '"a",', '"\\"', '[{"name":"password","value":'].map(filled),
    ...inner,
    `[${filled('"a",')}"a"]`,
    JSON.stringify(inner),
  ];
  const clean = createCleanLiterals();
  const looks = [
    undefined,
    (text: string) => findResidual(redactor, text),
    (text: string) => findResidual(redactor, text, { clean }),
  ];
  const slow = looks.flatMap((look) =>
    texts
      .filter((text) => milliseconds(text, look) > MOST_MILLISECONDS && milliseconds(text, look) > MOST_MILLISECONDS)
      .map((text) => text.slice(0, 40)),
  );
  expect(slow).toEqual([]);
});
