import { expect, test } from 'vitest';
import { readCall } from './faulty-calls.ts';

const read = (name: string, text: string) => readCall({ name, arguments: text }, ['read', 'exec', 'edit']);

test('a good call has neither error nor fault', () => {
  expect(read('read', '{"path":"a.txt"}')).toEqual({ name: 'read', arguments: { path: 'a.txt' } });
});

test.each([['"{\\"path\\":\\"a.txt\\"}"'], ['```json\n{"path":"a.txt"}\n```']])(
  'arguments wrapped as %s are meant all the same',
  (text) => {
    expect(read('read', text)).toEqual({ name: 'read', arguments: { path: 'a.txt' } });
  },
);

test('a number or flag written as text is taken for one', () => {
  expect(read('read', '{"path":"a.txt","offset":"5"}').arguments).toEqual({ path: 'a.txt', offset: 5 });
  expect(read('exec', '{"command":"ls","pty":"true"}').arguments).toEqual({ command: 'ls', pty: true });
});

test.each([
  ['bash', '{"command":"ls"}', 'Tool bash not found', 'bash is not offered'],
  ['write', '{"path":"a","content":""}', 'Tool write not found', 'write is not offered'],
  ['__proto__', '{}', 'Tool __proto__ not found', '__proto__ is not offered'],
  ['', '{}', 'Tool unknown not found', 'unknown is not offered'],
])('a call of %s, which nobody offered, gets the agent’s error', (name, text, error, fault) => {
  expect(read(name, text)).toMatchObject({ error, fault });
});

test('arguments that are no JSON are answered like missing ones', () => {
  expect(read('read', '{"path": "a')).toEqual({
    name: 'read',
    arguments: {},
    error:
      'Validation failed for tool "read":\n  - path: must have required properties path\n\nReceived arguments:\n{}',
    fault: 'read: its arguments are no JSON',
  });
});

test('arguments of the wrong kind are told by their place', () => {
  const { error } = read('edit', '{"path":"a","edits":[{"oldText":{},"newText":"b"}]}');
  expect(error).toContain('Validation failed for tool "edit":\n  - edits.0.oldText: must be string');
});
