import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test, type Worker } from '@playwright/test';
import { createAppServer } from '../../server.mjs';
import { type Catcher, openCatcher } from './catcher.ts';
import { FROM_ANYWHERE, FROM_PAGES, FROM_WORKERS } from './channels.ts';

const OUT = fileURLToPath(new URL('../../out', import.meta.url));
/** Milliseconds within which a request that gets out has arrived on the same machine. */
const ARRIVES_WITHIN = 1500;

let catcher: Catcher;
test.beforeEach(async () => {
  catcher = await openCatcher();
});
test.afterEach(() => catcher.close());

type Channels = Readonly<Record<string, (target: string) => unknown>>;

/** Tries each; one that throws was refused, which is as good as silence. */
async function tryAll(place: Page | Worker, channels: Channels): Promise<void> {
  for (const [name, channel] of Object.entries(channels)) {
    const work = `(() => { try { (${channel.toString()})(${JSON.stringify(`${catcher.origin}/${name}`)}) } catch { /* refused */ } })()`;
    await (place as Page).evaluate(work);
  }
}

/** A worker of the page's own script, so under the policy of that script's response. */
async function startWorker(page: Page, address: string): Promise<Worker> {
  const [worker] = await Promise.all([
    page.waitForEvent('worker'),
    page.evaluate((url) => {
      Object.assign(globalThis, { probeWorker: new Worker(url) });
    }, address),
  ]);
  return worker;
}

const ownScript = () => {
  const name = readdirSync(join(OUT, '_next/static/chunks')).find((file) => file.startsWith('turbopack-worker'));
  if (!name) throw new Error('the build has no worker script');
  return `/_next/static/chunks/${name}`;
};

test('without a policy each of these channels reaches the other server', async ({ page }) => {
  const open = await openCatcher('<!doctype html><title>open</title>');
  // The icon is left out: a browser without a window asks for none.
  const { icon, webtransport, serviceworker, sharedworker, worker, ...others } = FROM_PAGES;
  await page.goto(`${open.origin}/page`);
  await tryAll(page, { ...FROM_ANYWHERE, ...others });
  await page.waitForTimeout(ARRIVES_WITHIN);
  expect(catcher.hits()).toEqual(Object.keys({ ...FROM_ANYWHERE, ...others }).sort());
  await open.close();
});

test('without a policy a worker’s channels reach the other server', async ({ page }) => {
  const open = await openCatcher();
  await page.goto(`${open.origin}/page`);
  await tryAll(await startWorker(page, '/worker'), { ...FROM_ANYWHERE, ...FROM_WORKERS });
  await page.waitForTimeout(ARRIVES_WITHIN);
  expect(catcher.hits()).toEqual(Object.keys({ ...FROM_ANYWHERE, ...FROM_WORKERS }).sort());
  await open.close();
});

for (const path of ['/', '/about', '/nowhere'])
  test(`nothing that ${path} tries reaches another server`, async ({ page }) => {
    await page.goto(path);
    await tryAll(page, { ...FROM_ANYWHERE, ...FROM_PAGES });
    await page.waitForTimeout(ARRIVES_WITHIN);
    expect(catcher.hits()).toEqual([]);
  });

/** What the policy of that document lets out to this machine: connections, and prefetches, which Chromium counts among them. */
const LET_OUT = ['beacon', 'eventsource', 'fetch', 'ping', 'prefetch', 'xhr'];

test('of what /local-model tries, only connections to this machine get out', async ({ page }) => {
  await page.goto('/local-model');
  await tryAll(page, { ...FROM_ANYWHERE, ...FROM_PAGES });
  await page.waitForTimeout(ARRIVES_WITHIN);
  expect(catcher.hits()).toEqual(LET_OUT);
});

test('by any other name than localhost and 127.0.0.1 nothing gets out of /local-model', async ({
  browser,
  baseURL,
}) => {
  // Names of elsewhere that lead to the catcher all the same: only the policy stands between.
  const elsewhere = await browser.browserType().launch({
    ...test.info().project.use.launchOptions,
    args: ['--host-resolver-rules=MAP *.example 127.0.0.1'],
  });
  const page = await elsewhere.newPage();
  const port = new URL(catcher.origin).port;
  const hosts = ['model.example', 'localhost.example', '127.0.0.2', '0.0.0.0', 'x.localhost'];
  await page.goto(`${baseURL}/local-model`);
  for (const host of hosts)
    for (const [name, channel] of Object.entries({ ...FROM_ANYWHERE, ...FROM_PAGES })) {
      const target = `http://${host}:${port}/${host}-${name}`;
      await page.evaluate(
        `(() => { try { (${channel.toString()})(${JSON.stringify(target)}) } catch { /* refused */ } })()`,
      );
    }
  await page.waitForTimeout(ARRIVES_WITHIN);
  expect(catcher.hits()).toEqual([]);
  await page.evaluate((target) => fetch(target, { mode: 'no-cors' }), `http://localhost:${port}/allowed`);
  expect(catcher.hits()).toEqual(['allowed']);
  await elsewhere.close();
});

test('the worker that /local-model starts reaches nobody, not even this machine', async ({ page }) => {
  const [own] = await Promise.all([page.waitForEvent('worker'), page.goto('/local-model')]);
  for (const worker of [own, await startWorker(page, ownScript())])
    await tryAll(worker, { ...FROM_ANYWHERE, ...FROM_WORKERS });
  await page.waitForTimeout(ARRIVES_WITHIN);
  expect(catcher.hits()).toEqual([]);
});

test('where a host leaves our header out, the policy in the page still holds the page', async ({ page }) => {
  const bare = createAppServer({ root: OUT, policies: new Map() });
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
  await page.goto(`http://127.0.0.1:${(bare.address() as AddressInfo).port}/`);
  await tryAll(page, { ...FROM_ANYWHERE, ...FROM_PAGES });
  await page.waitForTimeout(ARRIVES_WITHIN);
  expect(catcher.hits()).toEqual([]);
  bare.closeAllConnections();
  bare.close();
});

test('nothing that a worker tries reaches another server', async ({ page }) => {
  await page.goto('/');
  await tryAll(await startWorker(page, ownScript()), { ...FROM_ANYWHERE, ...FROM_WORKERS });
  await page.waitForTimeout(ARRIVES_WITHIN);
  expect(catcher.hits()).toEqual([]);
});

test('nothing reaches even the server that the page came from', async ({ page }) => {
  await page.goto('/');
  const refused = await page.evaluate(() =>
    fetch('/index.html').then(
      () => false,
      () => true,
    ),
  );
  expect(refused).toBe(true);
});

test('every published file and every refusal carries the policy', async ({ request }) => {
  const files = readdirSync(OUT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(OUT.length).split('/').map(encodeURIComponent).join('/'));
  expect(files.some((file) => file.endsWith('.js'))).toBe(true);
  for (const file of [...files, '/', '/about', '/local-model', '/nowhere', '/_next/static/chunks/gone.js']) {
    const response = await request.fetch(file, { method: 'HEAD' });
    const policy = response.headers()['content-security-policy'] ?? '';
    const own = /^\/local-model(?:\.html)?$/.test(file);
    expect(policy, file).toContain(own ? 'connect-src http://127.0.0.1:* http://localhost:*;' : "connect-src 'none'");
    expect(policy, file).toContain("default-src 'none'");
    expect(response.headers()['x-frame-options'], file).toBeUndefined();
  }
});

for (const path of ['/', '/about', '/local-model'])
  test(`${path} itself breaks no rule of its policy and logs no error`, async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(path, { waitUntil: 'load' });
    await page.waitForTimeout(500);
    expect(complaints).toEqual([]);
  });

test('the published scripts hold neither of the two ways that no policy blocks', () => {
  const scripts = readdirSync(OUT, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.name.endsWith('.js'),
  );
  expect(scripts.length).toBeGreaterThan(5);
  const offenders = scripts.filter((entry) =>
    /RTCPeerConnection|window\s*\.\s*open\b/.test(readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  );
  expect(offenders.map(({ name }) => name)).toEqual([]);
});

test('the worker’s sources are not published', () => {
  expect(readdirSync(OUT, { recursive: true }).filter((name) => /\.tsx?$/.test(String(name)))).toEqual([]);
});
