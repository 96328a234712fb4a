import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type RequestOptions, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAppServer, readPolicies, serve } from '../server.mjs';

const POLICY = "default-src 'none'; connect-src 'none'";
const LOOPBACK = "default-src 'none'; connect-src http://127.0.0.1:* http://localhost:*";
let folder: string;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'server-'));
  const root = join(folder, 'out');
  for (const path of ['_next/static/chunks', 'about', 'local-model', 'sample'])
    mkdirSync(join(root, path), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<p>home</p>');
  writeFileSync(join(root, '404.html'), '<p>lost</p>');
  writeFileSync(join(root, 'about.html'), '<p>about</p>');
  writeFileSync(join(root, 'about', 'part.txt'), 'part');
  writeFileSync(join(root, 'local-model.html'), '<p>model</p>');
  writeFileSync(join(root, 'local-model.txt'), 'data');
  writeFileSync(join(root, 'local-model', 'part.txt'), 'part');
  writeFileSync(join(root, '_next/static/chunks', 'worker.js'), 'x'.repeat(5000));
  writeFileSync(join(root, 'sample', 'große datei.zip'), Buffer.alloc(5 * 2 ** 20, 7));
  writeFileSync(join(root, '.stamp'), 'private');
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  server = createAppServer({ root, policies: readPolicies(`* ${POLICY}\n/local-model ${LOOPBACK}\n`) });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Unlike fetch, sends the address as it stands. */
const ask = (path: string, options: RequestOptions = {}) =>
  new Promise<Answer>((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, agent: false, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });

test('the policy is on every response, worker scripts, refusals and missing pages included', async () => {
  const answers = await Promise.all([
    ask('/'),
    ask('/_next/static/chunks/worker.js'),
    ask('/nowhere'),
    ask('/%E0%A4%A'),
    ask('/', { method: 'POST' }),
    ask('/', { method: 'OPTIONS' }),
    ask('/about', { method: 'HEAD' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 404, 405, 405, 200]);
  for (const { headers } of answers) {
    expect(headers['content-security-policy']).toBe(POLICY);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-frame-options']).toBeUndefined();
  }
});

test.each(['/local-model', '/local-model/', '/local-model.html', '/local-model?from=builder'])(
  '%s, and nothing beside it, comes under the policy of its own',
  async (path) => {
    for (const options of [{}, { method: 'HEAD' }]) {
      const { status, headers } = await ask(path, options);
      expect(status).toBe(200);
      expect(headers['content-security-policy']).toBe(LOOPBACK);
    }
    const { etag } = (await ask(path)).headers;
    const again = await ask(path, { headers: { 'if-none-match': etag } });
    expect([again.status, again.headers['content-security-policy']]).toEqual([304, LOOPBACK]);
  },
);

test.each(['/local-model.txt', '/local-model/part.txt', '/local-model/nowhere', '/local-modelx', '/Local-Model'])(
  '%s stays under the policy of all else',
  async (path) => {
    expect((await ask(path)).headers['content-security-policy']).toBe(POLICY);
    const refused = await ask('/local-model', { method: 'POST' });
    expect(refused.headers['content-security-policy']).toBe(POLICY);
  },
);

test.each([
  ['/', 'home', 200],
  ['/index.html', 'home', 200],
  ['/?session=1', 'home', 200],
  ['/about', 'about', 200],
  ['/about/', 'about', 200],
  ['/about.html', 'about', 200],
  ['/about/part.txt', 'part', 200],
  ['/nowhere', 'lost', 404],
])('%s answers with its page', async (path, text, status) => {
  const answer = await ask(path);
  expect(answer.status).toBe(status);
  expect(answer.body.toString()).toContain(text);
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/about/../../secret.txt',
  '//secret.txt',
  '/..%5csecret.txt',
  '/.stamp',
  '/secret.txt%00.html',
  '/__proto__',
])('%s reaches nothing outside the published files', async (path) => {
  const answer = await ask(path);
  expect(answer.status).toBe(404);
  expect(answer.body.toString()).toContain('lost');
});

test('hashed files may be kept for ever, pages are asked for again', async () => {
  expect((await ask('/_next/static/chunks/worker.js')).headers['cache-control']).toContain('immutable');
  const page = await ask('/');
  expect(page.headers['cache-control']).toBe('no-cache');
  const again = await ask('/', { headers: { 'if-none-match': page.headers.etag } });
  expect(again.status).toBe(304);
  expect(again.body).toHaveLength(0);
});

test('text is compressed as the visitor takes it', async () => {
  const path = '/_next/static/chunks/worker.js';
  const plain = await ask(path);
  const brotli = await ask(path, { headers: { 'accept-encoding': 'gzip, deflate, br' } });
  const gzip = await ask(path, { headers: { 'accept-encoding': 'gzip' } });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
  expect(gunzipSync(gzip.body)).toEqual(plain.body);
  expect(brotli.headers.vary).toBe('Accept-Encoding');
  expect(plain.headers['content-type']).toBe('text/javascript; charset=utf-8');
});

test('a large file comes whole, a HEAD request brings its size alone', async () => {
  const path = `/sample/${encodeURIComponent('große datei.zip')}`;
  const whole = await ask(path, { headers: { 'accept-encoding': 'br' } });
  expect(whole.status).toBe(200);
  expect(whole.headers['content-type']).toBe('application/zip');
  expect(whole.body).toHaveLength(5 * 2 ** 20);
  const head = await ask(path, { method: 'HEAD' });
  expect(head.headers['content-length']).toBe(String(5 * 2 ** 20));
  expect(head.body).toHaveLength(0);
});

test('without a policy for all responses nothing is served', async () => {
  const policyFile = join(folder, 'csp.txt');
  writeFileSync(policyFile, `${POLICY}\n`);
  await expect(serve({ port: 0, root: join(folder, 'out'), policyFile })).rejects.toThrow('run npm run build first');
});
