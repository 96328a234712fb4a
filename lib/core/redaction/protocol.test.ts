import { expect, test } from 'vitest';
import { redactByProtocol } from './protocol.ts';

const openAi = (rest: string): string => ['sk', rest].join('-');
const github = (length: number): string => ['ghp', 'A'.repeat(length)].join('_');

test.each([
  ['mail a.b+c@ex-ample.co.uk now', 'mail <REDACTED_EMAIL> now', 1],
  [github(20), '<REDACTED_GH_TOKEN>', 1],
  [github(19), github(19), 0],
  [openAi('a'.repeat(20)), '<REDACTED_API_KEY>', 1],
  [openAi(`proj-${'a'.repeat(30)}`), openAi(`proj-${'a'.repeat(30)}`), 0],
  ['Authorization: Bearer abcdefghij12345', 'Authorization: Bearer abcdefghij12345', 0],
  ['token=abc12345', '<REDACTED_SECRET>', 1],
  ['API-KEY=short1', 'API-KEY=short1', 0],
  ['see https://x.io/a?b=c, ok', 'see <REDACTED_URL> ok', 1],
  ['/home/me/x.txt and /Users/you/p q', '<REDACTED_PATH> and <REDACTED_PATH> q', 2],
  ['/root', '/root', 0],
  ['C:\\Users\\me\\file.txt', '<REDACTED_PATH>', 1],
  ['"C:\\a\\b"', '"<REDACTED_PATH>', 1],
  ['%a@b.io .c.d@e.io', '%<REDACTED_EMAIL> .<REDACTED_EMAIL>', 2],
  ['a@b @c.io x@y.z', 'a@b @c.io x@y.z', 0],
  ['10.0.0.1 password=hunter22', '10.0.0.1 password=hunter22', 0],
])('%s', (text, expected, count) => {
  expect(redactByProtocol(text)).toEqual({ text: expected, count });
});
