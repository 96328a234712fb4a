import { expect, test } from 'vitest';
import { readAddress } from './address.ts';

test.each([
  ['http://localhost:11434', 'http://localhost:11434/v1'],
  ['http://localhost:11434/', 'http://localhost:11434/v1'],
  ['http://127.0.0.1:1234/v1/', 'http://127.0.0.1:1234/v1'],
  ['http://127.0.0.1:1234/v1/chat/completions', 'http://127.0.0.1:1234/v1'],
  ['http://localhost:11434/api', 'http://localhost:11434/v1'],
  ['localhost:8080', 'http://localhost:8080/v1'],
  ['LOCALHOST:8080', 'http://localhost:8080/v1'],
  ['  8000 ', 'http://localhost:8000/v1'],
  ['http://localhost', 'http://localhost/v1'],
  ['http://localhost:4000/llm/openai/', 'http://localhost:4000/llm/openai'],
  ['http://[::1]:8080', 'http://localhost:8080/v1'],
  // Other spellings of the same address, as the browser reads them.
  ['http://0x7f.1:8080', 'http://127.0.0.1:8080/v1'],
  ['http://localhost:8080/v1?x=1#y', 'http://localhost:8080/v1'],
])('%s is asked at %s', (typed, base) => {
  expect(readAddress(typed)).toMatchObject({ base });
});

test.each([
  'http://example.com:11434',
  'http://localhost.example.com',
  'http://127.0.0.1.example.com',
  'http://192.168.0.5:11434',
  'http://0.0.0.0:11434',
  'http://127.0.0.2:11434',
  'http://foo.localhost:11434',
  'http://[::2]:11434',
  'http://user:word@localhost:11434',
  'http://localhost@example.com',
  'https://localhost:11434',
  'ftp://localhost',
  'javascript://localhost',
  'file:///etc/passwd',
  'http://',
  '',
  '   ',
])('%s is refused with a sentence', (typed) => {
  const read = readAddress(typed);
  expect('problem' in read && read.problem).toMatch(/^[A-Z[].*\.$/);
});

test('an IPv6 address is asked by the name that a policy can allow, and the person is told', () => {
  expect(readAddress('http://[::1]:8080')).toMatchObject({ note: expect.stringContaining('localhost') });
});
