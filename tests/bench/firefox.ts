/** Drives Firefox over WebDriver BiDi, which it speaks itself: no driver program and no package is needed. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FIREFOX = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';
const PATIENCE_MS = 240_000;

/** Presses the buttons, builds and downloads. Null without Firefox, or on a Node that has no WebSocket. */
export async function zipFromFirefox(
  address: string,
  buttons: readonly string[],
  folder: string,
): Promise<string | null> {
  if (!existsSync(FIREFOX) || typeof WebSocket === 'undefined') return null;
  const [profile, downloads] = [join(folder, 'profile'), join(folder, 'downloads')];
  mkdirSync(profile);
  mkdirSync(downloads);
  const prefs = {
    'browser.download.dir': downloads,
    'browser.download.folderList': 2,
    'browser.shell.checkDefaultBrowser': false,
  };
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(prefs)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const browser = spawn(FIREFOX, ['--headless', '--remote-debugging-port', '0', '--profile', profile], {
    env: { ...process.env, HOME: folder },
  });
  try {
    const said = await new Promise<string>((resolve, reject) => {
      let text = '';
      browser.on('exit', () => reject(new Error(`firefox ended: ${text}`)));
      browser.stderr.on('data', (data) => {
        text += data;
        const [, url] = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(text) ?? [];
        if (url) resolve(url);
      });
    });
    const { call, close } = await connect(`${said}/session`);
    await call('session.new', { capabilities: {} });
    const { contexts } = await call('browsingContext.getTree', {});
    const context = (contexts as { context: string }[])[0]?.context;
    await call('browsingContext.navigate', { context, url: address, wait: 'complete' });
    for (const name of [...buttons, 'Build dataset', 'Download dataset'])
      await call('script.evaluate', { expression: pressing(name), target: { context }, awaitPromise: true });
    const zip = await downloaded(downloads);
    close();
    return zip;
  } finally {
    browser.kill();
  }
}

/** Presses the first enabled button of that name, as soon as there is one. */
const pressing = (name: string): string => `new Promise((resolve) => {
  const find = () => [...document.querySelectorAll('button')].find((one) => one.textContent.startsWith(${JSON.stringify(name)}) && !one.disabled);
  const look = () => { const button = find(); if (!button) return setTimeout(look, 100); button.click(); setTimeout(resolve, 1500); };
  look();
})`;

async function connect(url: string) {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  const waiting = new Map<number, { resolve(result: Record<string, unknown>): void; reject(error: Error): void }>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error, message } = JSON.parse(String(data));
    const one = waiting.get(id);
    if (error) one?.reject(new Error(`${error}: ${message}`));
    else one?.resolve(result);
  });
  let last = 0;
  return {
    close: () => socket.close(),
    call: (method: string, params: Record<string, unknown>) =>
      new Promise<Record<string, unknown>>((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
  };
}

async function downloaded(folder: string): Promise<string> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const names = readdirSync(folder);
    const zip = names.find((name) => name.endsWith('.zip'));
    if (zip && !names.some((name) => name.endsWith('.part'))) return join(folder, zip);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('firefox downloaded nothing');
}
