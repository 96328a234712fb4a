import { describe, expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { createRedactor } from './index.ts';
import { redactText } from './redact-text.ts';

const redactor = createRedactor(DEFAULT_RECIPE.redaction);
const marked = ['Sommer', '2024!'].join('');
const plain = ['fjord', '99', 'Lax'].join('');

describe('what is kept of many people', () => {
  test.each([
    `USERS = {"anna": "${marked}", "lars": "${plain}"}`,
    `const users = { anna: '${marked}', lars: '${plain}' };`,
    `logins = dict(anna="${marked}", lars="${plain}")`,
    `users = [("anna", "${marked}"), ("lars", "${plain}")]`,
    `$users = array('anna' => '${marked}', 'lars' => '${plain}');`,
    `users := map[string]string{\n  "anna": "${marked}",\n  "lars": "${plain}",\n}`,
    `let logins = new Map([["anna", "${marked}"], ["lars", "${plain}"]]);`,
    `val users = mapOf("anna" to "${marked}", "lars" to "${plain}")`,
    `USERS: Dict[str, str] = {\n    "anna": "${marked}",\n    "lars": "${plain}",\n}`,
    `users:\n  anna: ${marked}\n  lars: ${plain}\nport: 80`,
    `[users]\nanna = ${marked}\nlars = ${plain}\n`,
    JSON.stringify({ passwords: { anna: marked, lars: plain } }),
    JSON.stringify({ users: { anna: marked } }),
  ])('are their passwords: %s', (text) => {
    const { text: out } = redactText(redactor, text);
    expect(out).not.toContain(marked);
    expect(out).not.toContain(plain);
    expect(out).toContain('anna');
    expect(redactText(redactor, out).text).toBe(out);
  });

  test.each([
    'users = {"anna": "admin", "lars": "editor"}',
    '{"users": {"anna": "2024-01-02", "marek": "v1.2.3"}}',
    'users: {anna: "us-east-1", lars: "room-12B"}',
    'users = {"anna": "usr_9f8a7b6c", "lars": "usr_1a2b3c4d"}',
    '{"users": {"theme": "Dark!Blue22"}}',
  ])('may be something else: %s', (text) => {
    expect(redactText(redactor, text).text).toBe(text);
  });
});

describe('arguments that only their place explains', () => {
  const call = (method: string, ...args: unknown[]) => JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: args });
  test.each([
    call('login', 'admin', marked),
    call('session.login', 'kim', plain),
    call('authenticate', 'kim', plain, true),
    call('personal_unlockAccount', '0x407d73d8a49eeb85d32cf465507dd71d507100c1', plain, 300),
    JSON.stringify({ method: 'call', params: { service: 'common', method: 'login', args: ['prod', 'kim', plain] } }),
    `curl -d '${call('login', 'admin', marked)}' http://x/rpc`,
    JSON.stringify(JSON.stringify({ body: call('login', 'admin', marked) })),
    `call("common", "login", "prod", "kim", "${plain}")`,
  ])('log in: %s', (text) => {
    const { text: out } = redactText(redactor, text);
    expect(out).not.toContain(marked);
    expect(out).not.toContain(plain);
    expect(redactText(redactor, out).text).toBe(out);
  });

  test.each([
    call('subscribe', 'kim', 'room-12B'),
    call('login', 'kim'),
    call('eth_getBalance', '0x407d73d8a49eeb85d32cf465507dd71d507100c1', 'latest'),
    JSON.stringify({ type: 'random_pet', instances: [{ attributes: { result: 'sweet-lion7' } }] }),
  ])('do not: %s', (text) => {
    expect(redactText(redactor, text).text).toBe(text);
  });

  test('are what Terraform drew', () => {
    const result = ['nS])Z_AOFU', '#H$hUW8n=1%U6n'].join('');
    const text = JSON.stringify({ type: 'random_password', instances: [{ attributes: { length: 24, result } }] });
    expect(redactText(redactor, text).text).not.toContain(result);
  });
});
