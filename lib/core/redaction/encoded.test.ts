import { describe, expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { createRandom } from '../text/random.ts';
import { createRedactor } from './index.ts';
import { redactText } from './redact-text.ts';
import { createValues } from './testing/values.ts';

const redactor = createRedactor(DEFAULT_RECIPE.redaction);
const out = (text: string) => redactText(redactor, text).text;
const values = createValues(createRandom(3, 'encoded'));
/** A password, a token, and halves of it. */
const word = ['Granit', '!', 'Falke27'].join('');
const token = `ghp_${values('A36')}`;
const [head, tail] = [token.slice(0, 20), token.slice(20)];
const turned = [...token].reverse().join('');
const codes = [...token].map((letter) => letter.charCodeAt(0));
const hex = codes.map((code) => code.toString(16));
const lines = (text: string, width: number) => text.match(new RegExp(`.{1,${width}}`, 'g')) as string[];

const settings = btoa(`DB_HOST=10.2.3.4\nDB_PASSWORD=${word}\nAPI_KEY=${values('A40')}\nNAME=app\n`);

describe('base64 in lines goes to its last one', () => {
  test.each([
    ['a terminal', (all: string[]) => `$ base64 .env\n${all.join('\n')}\n$ ls\nREADME.md`],
    ['mail', (all: string[]) => `Content-Transfer-Encoding: base64\r\n\r\n${all.join('\r\n')}\r\n\r\n--b1--`],
    ['a JSON string', (all: string[]) => JSON.stringify({ output: `${all.join('\n')}\n`, code: 0 })],
    [
      'a block of YAML',
      (all: string[]) => `content: |\n${all.map((line) => `    ${line}`).join('\n')}\npath: /opt/.env`,
    ],
    ['an editor', (all: string[]) => all.map((line, at) => `${at + 1}\t${line}`).join('\n')],
    ['literals', (all: string[]) => `x = ${all.map((line) => `"${line}"`).join(' +\n  ')};`],
    ['a shell', (all: string[]) => `echo ${all.join('\\\n')} | base64 -d > .env`],
    ['text of quoted lines', (all: string[]) => all.map((line) => `"${line}\\n"`).join('\n  ')],
  ])('%s', (_, write) => {
    for (const width of [60, 64, 76]) {
      const text = out(write(lines(settings, width)));
      for (const line of lines(settings, width)) expect(text).not.toContain(line);
      expect(out(text)).toBe(text);
    }
  });

  test('what stands below stays', () => {
    expect(out(`$ base64 .env\n${lines(settings, 76).join('\n')}\n$ ls\nREADME.md`)).toMatch(
      /^\$ base64 \.env\n<SECRET_1>\n\$ ls\nREADME\.md$/,
    );
  });
});

test.each([
  ['a login without any word', `value ${btoa(`deploy:${word}`)} works`],
  ['a password beside a decoder', `$ echo ${btoa(word)} | base64 --decode\n${word}\n`],
  ['a here-string', `$ base64 -d <<< ${btoa(word)}\n${word}`],
  ['a console', `> atob("${btoa(word)}")\n'${word}'`],
  ['an encoder', `>>> base64.b64encode(b"${word}")\nb'${btoa(word)}'`],
  ['hex of a word', `$ printf ${word} | xxd -p\n${[...word].map((sign) => sign.charCodeAt(0).toString(16)).join('')}`],
  ['a mail server that asks', `S: 334 UGFzc3dvcmQ6\nC: ${btoa(word)}\nS: 235 ok`],
  ['hex behind 0x', `value: 0x${hex.join('')}`],
  ['what an identity provider says', `SAMLResponse=${btoa(`<samlp:Response ID="_1"><saml:Assertion>`)}&a=1`],
])('%s', (_, text) => {
  const redacted = out(text);
  for (const piece of [word, btoa(word), btoa(`deploy:${word}`), hex.join('').slice(0, 40), btoa('<samlp:Response ID')])
    expect(redacted).not.toContain(piece.replace(/=+$/, ''));
});

test.each([
  ['pairs', hex.join(' ')],
  ['pairs with colons', hex.join(':')],
  ['bytes', `{ ${hex.map((pair) => `0x${pair}`).join(', ')} }`],
  ['a buffer', `<Buffer ${hex.join(' ')}>`],
  ['codes', `String.fromCharCode(${codes.join(', ')})`],
  ['codes without blanks', `bytes([${codes.join(',')}]).decode()`],
  ['codes in a line', `ascii: ${codes.join(' ')}`],
  ['calls', codes.map((code) => `chr(${code})`).join(' + ')],
  ['octal escapes', `'${codes.map((code) => `\\${code.toString(8).padStart(3, '0')}`).join('')}'`],
  ['code points', hex.map((pair) => `U+00${pair.toUpperCase()}`).join(' ')],
])('a token unit by unit: %s', (_, text) => {
  expect(out(text)).toContain('<SECRET_1>');
  expect(out(text).length).toBeLessThan(60);
});

test.each([
  `['${head}', '${tail}'].join('')`,
  `"".join(["${head}", "${tail}"])`,
  `implode('', ['${head}', '${tail}'])`,
  `strings.Join([]string{"${head}", "${tail}"}, "")`,
  `SELECT '${head}' || '${tail}'`,
  `CONCAT('${head}', '${tail}')`,
  `local k = "${head}" .. "${tail}"`,
  `TOKEN="${head}"'${tail}'`,
  `"${head}"s + "${tail}"s`,
  `k = "${head}" & _\n    "${tail}"`,
  `new StringBuilder("${head}")\n  .append("${tail}")`,
  `"{}{}".format("${head}", "${tail}")`,
  `key = ("${head}"\n       f"${tail}")`,
])('a token in literals that a program joins: %#', (text) => {
  expect(out(text)).not.toContain(tail);
  expect(out(text)).not.toContain(head.slice(4));
});

test.each([
  `echo ${turned} | rev`,
  `token = "${turned}"[::-1]`,
  `const k = "${turned}".split("").reverse().join("");`,
  `the key, reversed: ${turned}`,
])('a token turned round: %#', (text) => {
  expect(out(text)).not.toContain(turned);
});

test.each([
  ['braces', `"${head}\\u{${token.charCodeAt(20).toString(16)}}${tail.slice(1)}"`],
  ['entities of entities', `&amp;lt;apiKey&amp;gt;${tail}&amp;lt;/apiKey&amp;gt;`],
  [
    'wide letters',
    [...`key: ${token}`]
      .map((sign) => (sign === ' ' ? sign : String.fromCharCode(sign.charCodeAt(0) + 0xfee0)))
      .join(''),
  ],
])('%s', (_, text) => {
  const wide = [...tail].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('');
  for (const piece of [tail.slice(1), wide]) expect(out(text)).not.toContain(piece);
});

test('packets', () => {
  const text = `Authorization: Bearer ${tail}${tail}`;
  const rows = lines(text, 16).map((row, at) => {
    const pairs = [...row].map((sign) => sign.charCodeAt(0).toString(16)).join(' ');
    return `${(at * 16).toString(16).padStart(4, '0')}  ${pairs.padEnd(47)}   ${row}`;
  });
  expect(out(rows.join('\n'))).not.toContain(rows[2]?.slice(6, 40));
});

test.each([
  `String.fromCharCode(72, 101, 108, 108, 111, 44, 32, 119, 111, 114, 108, 100)`,
  'palette = [12, 45, 67, 89, 100, 101, 102, 103, 104, 105, 110, 120, 121, 122, 98, 97]',
  '7f 45 4c 46 02 01 01 00 00 00 00 00 00 00 00 00',
  `echo ${btoa('hello world')} | base64 -d\nhello world`,
  `{"cursor":"${btoa('{"offset":20,"limit":10}')}"}`,
  `//# sourceMappingURL=data:application/json;base64,${btoa('{"version":3,"sources":["a1.ts"],"names":["token"]}')}`,
  `id: ${btoa('PullRequest:4211873')}`,
  'my @map = reverse sort keys %staticlib21;',
  '["alpha1", "beta2", "gamma3"].join("")',
  `a = "sk-" + "foo";\nx.startsWith("ghp_") || x.startsWith("gho_")`,
])('innocent: %s', (text) => {
  expect(out(text)).toBe(text);
});
