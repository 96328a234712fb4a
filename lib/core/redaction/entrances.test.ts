import { describe, expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { createRedactor } from './index.ts';
import { redactText } from './redact-text.ts';

const redactor = createRedactor(DEFAULT_RECIPE.redaction);
const signed = ['Wolken', '!', '2023'].join('');
const joined = ['Owl', '*', 'River', '9090'].join('');
const dotted = ['Wiggly', '.', 'Chair', '3'].join('');
const lined = ['silver', '-', 'Spoon', '-', '12'].join('');
const scored = ['Samovar', '_', 'Kazan', '42'].join('');

describe('a sentence that has no word for a password', () => {
  test.each([
    `Log into grafana as olga, ${signed}.`,
    `ssh into the pi as pi@raspi, it's ${signed} and then sudo works`,
    `try kim / ${signed} on the staging page`,
    `user is deploy and ${joined} gets you in`,
    `wifi at the cabin: Hytta_5G, ${signed}`,
    `the NAS wants ${joined} these days`,
    `to unlock the vault, type ${signed}`,
    `you can get into the admin panel with ${joined}`,
    `my account opens with ${signed}`,
    `use ${signed} when the login box pops up, ok?`,
    `Der Router will ${signed} sehen`,
    `mein Konto macht ${joined} auf`,
    `Accede con usuario carlos y ${joined} al panel`,
    `connecte-toi avec l'utilisateur paul et ${signed}`,
  ])('%s', (text) => {
    const out = redactText(redactor, text).text;
    expect(out).toMatch(/<PASSWORD_1>/);
    expect(out).not.toContain(signed);
    expect(out).not.toContain(joined);
    expect(redactText(redactor, out).text).toBe(out);
  });

  test.each([
    'Fixed the login in openclaw#1234 and router#2345',
    'The router uses vue-router@4 and C#11 nullable',
    'account for user openclaw-bot22 on the router',
    'User#find22 logs in the account',
    'the ratio is 3 / Width2024 here',
    'WARN router: Foo!Bar22 dropped (x=1); account=3',
    'Login works with Chrome/120 now',
  ])('stays: %s', (text) => {
    expect(redactText(redactor, text).text).toBe(text);
  });
});

describe('words with a number that somebody chose', () => {
  test.each([
    [`the router admin login is still admin / ${dotted}, go check`, dotted],
    [`When it asks for the sudo password type ${lined} and carry on.`, lined],
    [`la contraseña del correo info@x-luna.es es ${dotted} , el servidor`, dotted],
    [`Пароль от админки ${scored}, логин editor.`, scored],
    [`passphrase is ${scored}:`, scored],
    [`와이파이 비번은 ${signed} 이고`, signed],
  ])('go: %s', (text, secret) => {
    expect(redactText(redactor, text).text).not.toContain(secret);
  });

  test('go where the sentence closes behind one', () => {
    expect(redactText(redactor, 'the password you want is lantern9 (all lowercase)').text).toContain('<PASSWORD_1>');
  });

  test.each(['The password for Build-Agent-01 has expired', 'the password for Web_Server2 is stored in the vault'])(
    'stay where they name something: %s',
    (text) => {
      expect(redactText(redactor, text).text).toBe(text);
    },
  );
});

test('the last of several backup codes goes behind its conjunction', () => {
  const codes = ['ab123-cd456', '1a2b3-c4d5e', 'ff1f0-2ca2b'];
  const [first, second, third] = codes;
  for (const and of ['and', 'und', 'et', 'y', 'or', ', and']) {
    const { text } = redactText(redactor, `my backup codes: ${first}, ${second} ${and} ${third}. The rest is here`);
    for (const code of codes) expect(text).not.toContain(code);
  }
});
