import { expect, test } from 'vitest';
import { createRandom } from '../../text/random.ts';
import { composeRequest } from './compose.ts';
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
