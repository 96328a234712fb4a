import { describe, expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { createRedactor } from './index.ts';
import { redactText } from './redact-text.ts';

const redactor = createRedactor(DEFAULT_RECIPE.redaction);
const drawn = ['q8Xw2Lm', 'Z7rTb4Kp9', 'Vn3c'].join('');
const chosen = ['Segel', 'boot!48'].join('');
const hex = ['4f9a8c2b7d1e6035', 'f9a8c2b7d1e60354'].join('');
const google = ['abcd', 'qwer', 'tzui', 'mnbv'].join(' ');

describe('a literal that only a comment explains', () => {
  test.each([
    [`conn = dial("db.x.net", "reporting", "${drawn}")  # prod password`, drawn],
    [`const gate = makeGate('${drawn}'); // api key for staging`, drawn],
    [`// the webhook secret\nconst hook = build("${drawn}", { retries: 3 });`, drawn],
    [`# Passwort vom NAS\nshare = mount("//nas/media", "x", "${chosen}")`, chosen],
    [`run("x", "${chosen}") /* db pass */`, chosen],
    [`open_session(host, "${drawn}")  -- database password`, drawn],
    [`box.enter("x", "${google}")  # app password`, google],
    [`setup(8080, "${hex}") # hmac secret`, hex],
    [`foo("${chosen}", x) # ← this is my password, don't commit`, chosen],
    [`let c = Client::connect("broker", "${drawn}")?; // token from the dashboard`, drawn],
  ])('goes: %s', (text, secret) => {
    const out = redactText(redactor, text).text;
    expect(out).not.toContain(secret);
    expect(redactText(redactor, out).text).toBe(out);
  });

  test.each([
    'log("request-9f8a7b6c2 done")  # no password here, only the request id',
    'check("utf-8", "strict")  # token handling lives elsewhere',
    'setLabel("Enter password")  // password label',
    `const id = lookup("${hex}"); // commit that fixed the token bug`,
    `// sort key\nconst row = find("${drawn}");`,
    'connect("db.example.net", "reader") # password comes from the vault',
  ])('stays: %s', (text) => {
    expect(redactText(redactor, text).text).toBe(text);
  });
});

describe('what calls take', () => {
  test.each([
    [`imap.login("kim", "${google}")`, google],
    [`mq.username_pw_set("x", "${drawn}")`, drawn],
    [`return token.SignedString([]byte("${drawn}"))`, drawn],
    [`client.login('kim', '${chosen}')`, chosen],
    [`const api = new Paywall('${drawn + drawn}');`, drawn + drawn],
  ])('goes: %s', (text, secret) => {
    expect(redactText(redactor, text).text).not.toContain(secret);
  });

  test.each([
    'const pk = new PublicKey("7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU");',
    'const c = new Widget("dashboard-main-2024-container");',
    'imap.login("kim", "take this from file")',
  ])('stays: %s', (text) => {
    expect(redactText(redactor, text).text).toBe(text);
  });
});
