import { expect, test } from 'vitest';
import { createRandom } from '../../text/random.ts';
import { composeRequest } from './compose.ts';
import { afterComma, joinWords } from './grammar.ts';
import { LANGUAGES } from './phrases.ts';

test.each(LANGUAGES)('a request in %s keeps its facts whatever is put around it', (language) => {
  const facts = { path: 'data/long-named-file.csv', item: 'lantern' };
  for (let at = 0; at < 200; at++) {
    const text = composeRequest('Something about {item} in {path}.', facts, language, createRandom(at, 'compose'));
    expect(text).toContain(facts.path);
    expect(text).toContain(facts.item);
    expect(text).not.toMatch(/[{}\0]|undefined/);
  }
});

test('the same goal is asked for in many ways', () => {
  const texts = Array.from({ length: 500 }, (_, at) =>
    composeRequest('Count the lines of {path}.', { path: 'a.txt' }, 'en', createRandom(at, 'compose')),
  );
  expect(new Set(texts).size).toBeGreaterThan(400);
});

test.each([
  ['fr', 'La demande vient de Inès.', 'La demande vient d’Inès.'],
  ['de', 'In dem Lager fehlen heute Leute.', 'Im Lager fehlen heute Leute.'],
  ['es', 'Irá en las notas de el traspaso.', 'Irá en las notas del traspaso.'],
  ['en', 'It is in the notes of Emil.', 'It is in the notes of Emil.'],
] as const)('words that meet are joined as %s demands', (language, said, joined) => {
  expect(joinWords(said, language)).toBe(joined);
});

test('a sentence after a comma starts small, but not with a name or I', () => {
  expect(afterComma('Read the file.')).toBe('read the file.');
  expect(afterComma('¿Cuántos hay?')).toBe('¿cuántos hay?');
  expect(afterComma('I need it.')).toBe('I need it.');
  expect(afterComma('README.md is short.')).toBe('README.md is short.');
});
