import { describe, expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { createRedactor } from './index.ts';
import { redactText } from './redact-text.ts';

const redactor = createRedactor(DEFAULT_RECIPE.redaction);
const out = (text: string) => redactText(redactor, text).text;
const word = ['Fern', '&', 'Moos7'].join('');

test('a word goes that is piped into an encoder, and what comes out of it', () => {
  for (const command of [`echo -n '${word}' | base64`, `printf '%s' "${word}" |base64 -w0`, `echo ${word} | base64`]) {
    const text = out(`$ ${command}\n${btoa(word)}\n$ exit`);
    expect(text).not.toContain(word);
    expect(text).not.toContain(btoa(word));
    expect(text).toMatch(/\$ exit$/);
  }
  for (const text of ['echo "hello world 1" | base64', 'echo aGVsbG8gd29ybGQ= | base64 -d', 'echo -n v1.2.3 | base64'])
    expect(out(text)).toBe(text);
});

describe('a mail in quoted-printable', () => {
  const head = 'Content-Transfer-Encoding: quoted-printable\n\n';
  const token = ['sk', 'ant', 'api03', 'oBbxB5MWHq51O8We7qcpj2yOEZQ8BxTsPJZnD77oAsArHYIpeLBghiNBCYlK8N4'].join('-');
  const broken = (text: string, at: number, end = '\n') => `${text.slice(0, at)}=${end}${text.slice(at)}`;

  test.each([
    ['a token', `${head}Hi, the key is ${broken(token, 40)} bye`],
    ['a token, with line ends of mail', `${head.replaceAll('\n', '\r\n')}the key is ${broken(token, 40, '\r\n')} bye`],
    [
      'a password',
      `Your new password for the account is ${broken('Wolken!Bruch42', 9)} (=C3=A4h), see https://x.io/?a=3D1`,
    ],
    ['a value behind its name', `${head}Hello, the password for the portal is =\nWolken!Bruch42 bye`],
    ['a setting', `${head}Here you go: token=3D${broken(token.slice(13), 20)} bye`],
  ])('hides %s', (_, text) => {
    const redacted = out(text);
    for (const piece of [token.slice(14, 30), token.slice(-20), 'Wolken', 'Bruch42', 'uch42'])
      expect(redacted).not.toContain(piece);
    expect(out(redacted)).toBe(redacted);
  });

  test.each([
    'ANTHROPIC_API_KEY=\nPORT=8080\nTOKEN=\nNAME=x',
    'const x =\n  foo\nconst y=\n  3',
    'DB_PASSWORD=\nDB_HOST=localhost\nMODE=3D\n',
  ])('is no file of settings: %s', (text) => {
    expect(out(text)).toBe(text);
  });
});

test('a key of base64 that fills half a line ends with it', () => {
  const key = `${'2m9Zk3vQ9wT7xR2mB5nKq81'}${'xR2mB5nKq81Zk3vQ9wT7'}=`;
  expect(out(`PrivateKey = ${key}\nMTU = 1420\nPresharedKey = ${key}\nEndpoint = vpn.x.io:51820`)).toMatch(
    /^PrivateKey = <[A-Z_]+_1>\nMTU = 1420\nPresharedKey = <[A-Z_]+_\d>\nEndpoint = vpn\.x\.io:51820$/,
  );
});

test('private parts of keys in XML and below the comment of a signer go, public ones stay', () => {
  const half = ['2m9Zk3vQ9wT7xR2', 'mB5nKq81Zk3vQ9wT7xR2mB5nKq81'].join('');
  const xml = out(
    `<RSAKeyValue><Modulus>xR2${half}</Modulus><Exponent>AQAB</Exponent><P>${half}</P><D>\n  ${half}9\n</D></RSAKeyValue>`,
  );
  expect(xml).toContain('<Exponent>AQAB</Exponent>');
  expect(xml).toMatch(/<P><PRIVATE_KEY_\d><\/P><D>\s*<PRIVATE_KEY_\d>\s*<\/D>/);
  expect(out(`untrusted comment: minisign encrypted secret key\nRW${half}${half}`)).not.toContain(half);
  const open = `untrusted comment: minisign public key 7A\nRW${half}${half.slice(0, 12)}`;
  expect(out(open)).toBe(open);
});

test('a key that was cut off ends with its last whole line', () => {
  const line = ['b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAE', 'bm9uZQAAAAAAAAABAAAAMwAAAAtzc2gt'].join('');
  const begin = ['-----BEGIN OPENSSH', 'PRIVATE KEY-----'].join(' ');
  expect(out(`${begin}\n${line}\n${line}\n(cut off here)\nthe host is gone`)).toBe(
    '<PRIVATE_KEY_1>\n(cut off here)\nthe host is gone',
  );
  expect(out(`${begin}\n${line}\n... 24 more lines ...`)).toBe('<PRIVATE_KEY_1>\n... 24 more lines ...');
  expect(out(`${begin}\n${line}\nzc2gtZW==\nthe end`)).toBe('<PRIVATE_KEY_1>\nthe end');
});

test('cookies that a proxy sets', () => {
  const value = ['q8Xw2LmZ7', 'rTb4Kp9Vn3c'].join('');
  expect(out(`proxy_set_header Cookie "session=${value}";`)).toBe('proxy_set_header Cookie "session=<COOKIE_1>";');
  expect(out(`proxy_set_header Authorization "Basic ${btoa(`kim:${word}`)}";`)).toBe(
    'proxy_set_header Authorization "Basic <PASSWORD_1>";',
  );
  for (const text of ['proxy_set_header Authorization $http_authorization;', 'proxy_set_header Authorization "";'])
    expect(out(text)).toBe(text);
});
