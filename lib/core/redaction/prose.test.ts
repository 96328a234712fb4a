import { describe, expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { createRedactor } from './index.ts';
import { redactText } from './redact-text.ts';

const redactor = createRedactor(DEFAULT_RECIPE.redaction);
/** What people choose and what machines draw; no two share a beginning. */
const SIGNED = ['Pelikan', '!', '4417'].join('');
const DRAWN = ['q7u2', 'm51k', 'xd94'].join('');
const MIXED = ['vRk83', 'PzqLw', '06tB'].join('');
const NAMED = ['Harvest', '5528'].join('');
const KEY = [MIXED, DRAWN].join('');
const CODE = ['73', '19'].join('');

const out = (text: string): string => redactText(redactor, text).text;

describe.each([SIGNED, DRAWN, MIXED, NAMED])('a password that is told, of the form of %s', (value) => {
  test.each([
    'the pasword is {}',
    'pswd is {}',
    'psswd for ftp = {}',
    'pwrd: {}',
    'p/w: {}',
    "pw's {}",
    'password ➡️ {}',
    'password 👇\n{}',
    "what's the password?\n{}",
    "what's the wifi password?\nAna: {}",
    'the mysql password? {}',
    'you can get in with {}',
    'it should let you in: {}',
    'try logging in with {}',
    'use {} to log in',
    'please use {} when it asks',
    'the new one is {}, the old password no longer works',
    "it's still {}",
    "it's {} now",
    'same one as last time: {}',
    'here u go: {}',
    'the wifi is {}',
    'WLAN: {} (auch für Gäste)',
    'user dana, pw {}',
    'passwordnya {}',
    'باسورد الواي فاي {}',
    '{} <- password',
    "{} ← that's the sudo pw",
  ])('%s', (text) => {
    const done = out(text.replace('{}', value));
    expect(done).not.toContain(value);
    expect(done).toContain('<PASSWORD_1>');
    expect(out(done)).toBe(done);
  });
});

test.each([
  ['the pw is {}1 — typo, meant {}2', 2],
  ['the password is {}8. no wait, {}9', 2],
  ['I updated the admin password from {}1 to {}2.', 2],
  ['passwords: prod {}1, staging {}2, dev {}3', 3],
  ['try the password {}7, if that fails {}8', 2],
  ['密码改成了{}7，旧的是{}8', 2],
  ['Passwords:\n- grafana: {}1\n- kibana: {}2', 2],
])('each password of a message goes: %s', (text, count) => {
  const done = out(text.replaceAll('{}', NAMED));
  expect(done).not.toContain(NAMED);
  expect(new Set(done.match(/<PASSWORD_\d>/g)).size).toBe(count);
});

test.each([
  ['the password for grafana is `{}`', ['copper', 'field'].join('')],
  ['Password for the shared box is "{}"', ['Rose', 'buds'].join('')],
  ['My master password is {}.', ['Grey', 'Otters', 'Dance', '9'].join(' ')],
  ['the password is {}', [...'kitten42'].join(' ')],
  ['um so the pin is {} okay', ['one', 'nine', 'eight', 'four'].join(' ')],
  ['my passcode is {}', ['2204', '88'].join('')],
  ['the pin is {} .', ['2204', '88#'].join('')],
  ['voucher code is {}', ['SAVE', '9X2K', 'LL'].join('-')],
])('words, words in pieces and digits: %s', (text, value) => {
  expect(out(text.replace('{}', value))).not.toContain(value);
});

test.each([
  'the code for the gate is C{}',
  'safe combo is 34-12-27-{}'.replace('{}', '19'),
  'le code de la porte est A{}',
  'el código de la puerta es {}',
  'il codice del cancello è {}',
  'kod do drzwi {}',
  'код от двери {}',
  'код подтверждения: {}',
  'kapı kodu {}',
  '门禁码是{}',
  '暗証番号は{}です',
  'رمز الباب {}',
  'पिन {} है',
  'kode pintu {}',
  'portkoden är {}',
  'my sim pin is 0042, puk {}',
  'votre code : 12{}',
])('what opens a door: %s', (text) => {
  const done = out(text.replace('{}', CODE));
  expect(done).not.toContain(CODE);
  expect(done).toMatch(/<(?:CODE|PASSWORD)_/);
});

test.each([
  "the stripe key's {}",
  'use the key {} you gave me',
  'access tokn: {}',
  'authenticate with {}',
  'smtp creds: mailer, {}',
])('a key that is told: %s', (text) => {
  expect(out(text.replace('{}', KEY))).not.toContain(KEY);
});

test.each([
  'Use pnpm10 to build, try Node22 first',
  'try Chrome120, Firefox115 was fine',
  'use Kotlin19 instead, or use sha256sum when in doubt',
  'get the password from 1Password',
  'kod pocztowy 00950',
  'почтовый код 101000',
  "it's still v2.4.1, same one as last time",
  'here you go: report_2024_Q3.xlsx',
  'here u go, see PR #4471',
  'sign in with Office365 on Windows11',
  'Press Ctrl+Alt+F2 to log in on tty2',
  'Use Shift+F10 to unlock the menu',
  'see commit a1b2c3d for the password hashing change',
  'the pin is on GPIO17, and LED on GPIO27',
  'the wifi is 802.11ax, router firmware 3.0.0.4',
  'wifi is WPA3-Personal here',
  'the door code review happened on 2024-05-12',
  'error code 1045 (28000): Access denied',
  'エラーコードは1045です',
  'kode error 5001',
  'the postal code is 10115',
  'use TLSv1_1_method, or PowerPC64 / PowerPC32',
  'Der Schlüssel zum Erfolg ist Geduld.',
  'the token limit is 4096',
  "The login page says it's Q3-2024",
])('stays: %s', (text) => {
  expect(out(text)).toBe(text);
});
