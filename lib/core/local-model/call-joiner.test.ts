import { expect, test } from 'vitest';
import type { JsonObject } from '../types.ts';
import { createCallJoiner } from './call-joiner.ts';

const join = (pieces: readonly JsonObject[]) => {
  const joiner = createCallJoiner();
  for (const piece of pieces) joiner.add(piece);
  return joiner.all().map(({ name, arguments: text }) => `${name} ${text}`);
};
const fn = (name: string, text: string) => ({ function: { name, arguments: text } });

test.each<[string, readonly JsonObject[]]>([
  [
    'woven into each other by index',
    [
      { index: 0, id: 'a', ...fn('read', '') },
      { index: 1, id: 'b', ...fn('exec', '') },
      { index: 0, ...fn('', '{"p"') },
      { index: 1, function: { arguments: '{"c":2}' } },
      { index: 0, function: { arguments: ':1}' } },
    ],
  ],
  [
    'all with the index 0 and ids of their own',
    [
      { index: 0, id: 'a', ...fn('read', '{"p":1}') },
      { index: 0, id: 'b', ...fn('exec', '{"c":2}') },
    ],
  ],
  [
    'all with the index 0 and no id',
    [
      { index: 0, ...fn('read', '{"p":1}') },
      { index: 0, ...fn('exec', '{"c":2}') },
    ],
  ],
  [
    'without index, told apart by ids',
    [
      { id: 'a', ...fn('read', '{"p"') },
      { id: 'a', function: { arguments: ':1}' } },
      { id: 'b', ...fn('exec', '{"c":2}') },
    ],
  ],
  [
    'without index or id, a name beginning each',
    [fn('read', '{"p"'), { function: { arguments: ':1}' } }, fn('exec', '{"c":2}')],
  ],
  [
    'with the name in every piece',
    [
      { index: 0, id: 'a', ...fn('read', '') },
      { index: 0, ...fn('read', '{"p"') },
      { index: 0, ...fn('read', ':1}') },
      { index: 1, id: 'b', ...fn('exec', '{"c":2}') },
    ],
  ],
  [
    'with the id inside the function',
    [
      { index: 0, function: { id: 'a', name: 'read', arguments: '{"p":1}' } },
      { index: 0, function: { id: 'b', name: 'exec', arguments: '{"c":2}' } },
    ],
  ],
  [
    'with arguments that are no text',
    [
      { index: 0, function: { name: 'read', arguments: { p: 1 } } },
      { index: 1, function: { name: 'exec', arguments: { c: 2 } } },
    ],
  ],
  [
    'with the name in pieces',
    [
      { index: 0, id: 'a', function: { name: 're' } },
      { index: 0, function: { name: 'ad' } },
      { index: 0, function: { arguments: '{"p":1}' } },
      { index: 1, id: 'b', ...fn('exec', '{"c":2}') },
    ],
  ],
])('two calls %s', (_, pieces) => {
  expect(join(pieces)).toEqual(['read {"p":1}', 'exec {"c":2}']);
});

test('two calls of one tool, whole and without ids, stay two', () => {
  expect(join([fn('read', '{"p":1}'), fn('read', '{"p":2}')])).toEqual(['read {"p":1}', 'read {"p":2}']);
});
