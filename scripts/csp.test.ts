import { expect, test } from 'vitest';
import { readPolicies } from '../server.mjs';
import { inlineScriptHashes, policiesOf, policy, withMetaPolicy, writePolicies } from './csp.mjs';

// echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
const ALERT = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";

test('only scripts written into the page are hashed', () => {
  const html =
    '<script src="/a.js" async=""></script><script data-note="a > b">alert(1)</script><script>alert(1)</script>';
  expect(inlineScriptHashes(html)).toEqual([ALERT, ALERT]);
});

test('the policy names each hash once and lets nothing connect', () => {
  const value = policy([ALERT, ALERT]);
  expect(value.split(ALERT)).toHaveLength(2);
  expect(value).toContain("connect-src 'none'");
  expect(value).toContain("default-src 'none'");
  expect(value).not.toContain("script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'");
});

test('the page carries the policy behind its charset, without what a page cannot say', () => {
  const html = withMetaPolicy(
    '<html><head><meta charSet="utf-8"/><script src="/a.js"></script></head></html>',
    policy([]),
  );
  expect(html).toMatch(/^<html><head><meta charSet="utf-8"\/><meta http-equiv="Content-Security-Policy" content="/);
  expect(html).not.toContain('frame-ancestors');
  expect(withMetaPolicy(html, policy([]))).toBe(html);
});

test('only the document of the local model may reach something, and that is this machine', () => {
  const page = (path: string, script: string) => ({ path, html: `<script>${script}</script>` });
  const policies = policiesOf([page('/index', 'a'), page('/local-model', 'alert(1)'), page('/about', 'b')]);
  expect([...policies.keys()]).toEqual(['*', '/local-model']);
  expect(policies.get('*')).toContain("connect-src 'none'");
  expect(policies.get('*')).not.toContain(ALERT);
  const own = policies.get('/local-model');
  expect(own).toContain('connect-src http://127.0.0.1:* http://localhost:*;');
  expect(own).toContain(ALERT);
  expect(own?.replace(/connect-src [^;]*|'sha256-[^']*' ?/g, '')).toBe(
    policies.get('*')?.replace(/connect-src [^;]*|'sha256-[^']*' ?/g, ''),
  );
  expect(readPolicies(writePolicies(policies))).toEqual(policies);
});
