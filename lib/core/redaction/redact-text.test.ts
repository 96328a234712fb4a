import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { createRandom } from '../text/random.ts';
import { createRedactor } from './index.ts';
import { redactText } from './redact-text.ts';
import { findResidual } from './residual.ts';
import { createValues } from './testing/values.ts';

const redactor = createRedactor(DEFAULT_RECIPE.redaction);
const values = createValues(createRandom(1, 'redact-text'));
const [password, token, card, mail, phone, ip] = ['P', 'T', 'CARD', 'MAIL', 'PHI', 'IP'].map(values) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

describe('JSON', () => {
  test('a key that upstream masked is counted as masked, its lines included', () => {
    const line = (word: string) => `-----${word} RSA PRIVATE KEY-----`;
    const { text, findings } = redactText(redactor, `key:\n${line('BEGIN')}\n…redacted…\n${line('END')}\nend`);
    expect([text, findings.map(({ rule }) => rule)]).toEqual(['key:\n<MASKED_1>\nend', ['upstream-mask']]);
  });

  test('a number becomes a string, however deep it lies in strings', () => {
    const inner = JSON.stringify({ card: Number(card) });
    const text = JSON.stringify({ card: Number(card), a: JSON.stringify({ card: Number(card), b: inner }) });
    const out = JSON.parse(redactText(redactor, text).text);
    expect(out.card).toBe('<CREDIT_CARD_1>');
    expect(JSON.parse(JSON.parse(out.a).b).card).toBe('<CREDIT_CARD_1>');
  });

  test('keys, escapes and the spelling of what stays are copied as they stand', () => {
    const text = `{ "a\\u00e4" : 1.50e1, "token":"x\\"${token}", "b":[ true,null ] }`;
    expect(redactText(redactor, text).text).toMatch(
      /^\{ "a\\u00e4" : 1\.50e1, "token":".*<TOKEN_1>", "b":\[ true,null \] \}$/,
    );
  });

  test('what only looks like JSON is read as plain text', () => {
    for (const broken of ['\\q', '\\u12', '\\\n', '\n']) {
      const { text } = redactText(redactor, `{"token": "${token}", "a": "${broken}"}`);
      expect(text).toBe(`{"token": "<TOKEN_1>", "a": "${broken}"}`);
    }
  });

  test('a name beside a value says what the value is', () => {
    const text = JSON.stringify([{ name: 'DB_PASSWORD', value: password }]);
    expect(redactText(redactor, text).text).toBe('[{"name":"DB_PASSWORD","value":"<PASSWORD_1>"}]');
  });

  const piece = fc.constantFrom(
    'password',
    `password=${password}`,
    `"${token}"`,
    `token: ${token}`,
    card,
    mail,
    phone,
    ip,
    '\\',
    '"',
    '{',
    '\n',
    '/home/dana/x',
    '%22',
    '\\u0022',
    'x',
    ' ',
  );
  const leaf = fc.oneof(
    fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('')),
    fc.constantFrom(Number(card), 1, null, true),
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('token', 'card', 'name', 'value', 'email', token, mail), tie('tree'), {
        maxKeys: 4,
      }),
      tie('tree').map((value) => JSON.stringify(value)),
    ),
  }));

  test('stays JSON, and what is left is left the second time', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const text = JSON.stringify([value]);
        const once = redactText(redactor, text).text;
        expect(() => JSON.parse(once)).not.toThrow();
        expect(redactText(redactor, once).text).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});

test('spans are sorted, apart from one another and inside the text', () => {
  const word = fc.constantFrom(
    'password is ',
    password,
    token,
    ' ',
    mail,
    ',',
    '"',
    '=',
    'token',
    ':',
    '\n',
    phone,
    ip,
    '😀',
    'ä',
    '…',
    'curl -u a:',
    'https://',
    '@',
    '.',
    '密码',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), (words) => {
      const text = words.join('');
      let last = 0;
      for (const { start, end } of redactor.find(text, [])) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
      }
    }),
    { numRuns: 500 },
  );
});

test('findings say where and what, never the value', () => {
  const { findings } = redactText(redactor, `password=${password}`);
  expect(findings).toEqual([{ rule: 'assigned', start: 9, end: 9 + password.length, placeholder: '<PASSWORD_1>' }]);
  expect(JSON.stringify(findResidual(redactor, `password=${password}`))).not.toContain(password);
});

test('the last scan walks JSON inside of strings', () => {
  const row = JSON.stringify({ arguments: JSON.stringify({ headers: { Authorization: `Bearer ${token}` } }) });
  expect(findResidual(redactor, row)).toMatchObject([{ type: 'TOKEN', count: 1 }]);
  expect(findResidual(redactor, redactText(redactor, row).text)).toEqual([]);
});

test('places are told in units of the text, whatever stands around a value', () => {
  const key = `${'Hq4Zt9'}${'kVw82LmPx'}`;
  for (const around of ['\u{1f511}', '\r\n', '\u200b', '\u200d\u{1f469}', 'ä', '密码', '\ud83d', '\u001b[0m']) {
    const text = `${around} password = "${key}" ${around}\r\n${around}`;
    const { findings, text: out } = redactText(redactor, text);
    expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual([key]);
    expect(out).toBe(text.replace(key, '<PASSWORD_1>'));
    expect(redactText(redactor, out)).toEqual({ text: out, findings: [] });
  }
});

test('a value that was found in one place goes from every other, a name of an account only as a whole word', () => {
  const key = `${'Zk3vQ9'}${'wT7xR2mB5n'}`;
  const { text } = redactText(
    redactor,
    `password: ${key}\nlater ${key} again, ls -l /Users/lukasb/x\nlukasb lukasbook`,
  );
  expect(text).toBe('password: <PASSWORD_1>\nlater <PASSWORD_1> again, ls -l /Users/<USER_1>/x\n<USER_1> lukasbook');
  expect(redactText(redactor, JSON.stringify({ password: key, note: `it is ${key}`, path: '/home/lukasb' })).text).toBe(
    '{"password":"<PASSWORD_1>","note":"it is <PASSWORD_1>","path":"/home/<USER_1>"}',
  );
});

test('the name of a placeholder is no label for what stands behind it', () => {
  for (const text of ['<PHONE_1>\n1713012290417', '<API_KEY_1>: deadline3 moved', 'a,<NATIONAL_ID_1>,b\n1,784512369,2'])
    expect(redactText(redactor, text)).toEqual({ text, findings: [] });
});

test('values in the allow list and types that are off stay', () => {
  const lenient = createRedactor({ ...DEFAULT_RECIPE.redaction, off: ['EMAIL'], allow: [password] });
  expect(redactText(lenient, `${mail} password=${password}`).findings).toEqual([]);
});

test('surrogates are left alone the second time, and credentials never get one', () => {
  const surrogate = createRedactor({ ...DEFAULT_RECIPE.redaction, placeholders: 'surrogate' });
  const once = redactText(surrogate, `${mail} ${ip} password=${password} /home/dana/x call ${phone}`).text;
  expect(once).toMatch(/^user1@example\.com 192\.0\.2\.1 password=<PASSWORD_1> \/home\/user\/x call \+1-555-555-0101$/);
  expect(redactText(surrogate, once).text).toBe(once);
});
