import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { recordExpert } from '../recorded-expert.ts';
import {
  type Act,
  asOllama,
  inPieces,
  openScriptedModel,
  refuse,
  type ScriptedModel,
  stream,
} from '../scripted-model.ts';
import { buildAndDownload, dropOnto, readZip, runCli } from './builder.ts';

test.setTimeout(120_000);

/** The choices that the page begins with, so that the scripted model knows the tasks. */
const TASKS = { families: [], languages: [], count: 20, seed: 42 };

let server: ScriptedModel | undefined;
test.afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function connect(page: Page, act: Act, manners: Parameters<typeof openScriptedModel>[1] = {}): Promise<void> {
  server = await openScriptedModel(act, manners);
  await page.goto('/local-model');
  await page.getByLabel('Address').fill(server.origin);
  await page.getByRole('button', { name: 'Connect' }).click();
}

const play = async (page: Page) => {
  const button = page.getByRole('button', { name: 'Play', exact: true });
  await expect(button).toBeEnabled({ timeout: 30_000 });
  await button.click();
};

async function setNumber(page: Page, name: string, value: number): Promise<void> {
  const field = page.getByRole('spinbutton', { name });
  await field.fill(String(value));
  await field.press('Enter');
}

test('a model plays every family, and what it does well goes through the builder into the zip', async ({
  page,
  context,
}) => {
  const expert = await recordExpert(TASKS);
  const folder = mkdtempSync(join(tmpdir(), 'played-'));
  let wrong = 0;
  await connect(page, (response, body, nth) => {
    const first = !body.messages.some(({ role }) => role === 'assistant');
    const said = first && wrong++ % 4 === 1 ? { content: 'There are 4711 of them.' } : expert(body);
    stream(response, nth % 2 === 0 ? inPieces(said) : asOllama(said));
  });
  await play(page);
  await expect(page.getByRole('status')).toHaveText('Done: 20 episodes kept', { timeout: 60_000 });
  const rates = page.getByRole('region', { name: 'Pass rates' });
  await expect(rates.getByText('20 of 20 kept')).toBeVisible();
  await expect(rates.getByRole('rowheader')).toHaveCount(21);

  const tries = page.getByRole('region', { name: 'Tries' });
  await tries.getByRole('button', { name: 'Rejected', exact: true }).click();
  await tries.getByRole('button', { name: /4711/ }).first().click();
  await expect(page.getByRole('region', { name: 'Transcript' }).getByText('There are 4711 of them.')).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as JSONL' }).click(),
  ]);
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  const rows = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows).toHaveLength(20);
  expect(new Set(rows.map(({ origin }) => origin))).toEqual(new Set(['synthetic', 'adversarial']));
  expect(JSON.parse(rows[0].provenance)).toMatchObject({ model: 'scripted:1b', seed: 42 });

  const builder = await context.newPage();
  await builder.goto('/');
  await dropOnto(builder, [file]);
  await expect(
    builder
      .getByRole('region', { name: 'Sources' })
      .getByText(/20 episodes|20 rows/)
      .first(),
  ).toBeVisible({
    timeout: 60_000,
  });
  const zip = join(folder, 'dataset.zip');
  await (await buildAndDownload(builder, builder)).saveAs(zip);
  const texts = await readZip(zip);
  const built = [...texts]
    .filter(([path]) => /^data\/.*\.jsonl$/.test(path))
    .flatMap(([, text]) =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
  const marks = (list: { origin: string; tags: string[] }[]) =>
    list.map(({ origin, tags }) => `${origin} ${tags.find((tag) => tag.startsWith('family:'))}`).sort();
  expect(marks(built)).toEqual(marks(rows));
  for (const { tags } of built) expect(tags).toContain('played-by:local-model');
  const { stdout } = await runCli('verify', zip, '--json');
  expect(JSON.parse(stdout)).toMatchObject({ ok: true });
  rmSync(folder, { recursive: true, force: true });
});

test('what is handed over waits in the builder, and is added or discarded with one click', async ({
  page,
  context,
}) => {
  const expert = await recordExpert({ ...TASKS, count: 3 });
  const builder = await context.newPage();
  await builder.goto('/');
  const link = builder.getByRole('link', { name: 'Play them with a model on this machine' });
  expect(await link.getAttribute('href')).toBe('/local-model');

  await connect(page, (response, body) => stream(response, inPieces(expert(body))));
  await setNumber(page, 'Episodes', 3);
  await play(page);
  await expect(page.getByRole('status')).toHaveText(/^Done/, { timeout: 60_000 });
  // Shows the reasons where it fails.
  await expect(page.getByRole('region', { name: 'Tries' })).toContainText('3 kept, 0 rejected');
  await page.getByRole('button', { name: 'Hand to the builder' }).click();
  await expect(page.getByRole('status')).toContainText('handed to the builder');

  await builder.bringToFront();
  await builder.evaluate(() => window.dispatchEvent(new Event('focus')));
  await builder.getByRole('button', { name: 'Add 3 episodes played by your local model' }).click();
  const sources = builder.getByRole('region', { name: 'Sources' });
  await expect(sources.getByText(/played-by-scripted-1b/).first()).toBeVisible({ timeout: 60_000 });
  await expect(sources.getByRole('button', { name: /played by your local model/ })).toHaveCount(0);
  await builder.reload();
  await sources.getByRole('button', { name: 'Discard them' }).click();
  await expect(sources.getByRole('button', { name: /played by your local model/ })).toHaveCount(0);
  await builder.reload();
  await expect(
    sources.getByRole('button', { name: 'Add files' }).or(sources.getByText('Add files')).first(),
  ).toBeVisible();
  await expect(sources.getByRole('button', { name: /played by your local model/ })).toHaveCount(0);
});

test('a cancel ends a hanging answer at once, and the server sees it', async ({ page }) => {
  await connect(page, (response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(inPieces({ content: 'Let me think' }, 3).slice(0, 3).join(''));
  });
  await play(page);
  await expect(page.getByRole('region', { name: 'Transcript' }).getByText(/^Let me/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('status')).toHaveText('Cancelled: 0 episodes kept', { timeout: 3000 });
  await expect.poll(() => server?.gone()).toBe(1);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled();
});

test('a server that sends nothing is given the time that the person allows', async ({ page }) => {
  await connect(page, () => undefined);
  await page.getByText('Limits of one answer').click();
  await setNumber(page, 'First token within', 1);
  await play(page);
  await expect(page.getByText('The server took the request and then sent nothing in time.').first()).toBeVisible({
    timeout: 30_000,
  });
});

test('a busy server is waited for', async ({ page }) => {
  const expert = await recordExpert({ ...TASKS, count: 1 });
  await connect(page, (response, body, nth) =>
    nth === 0 ? refuse(response, 429, 'busy', { 'Retry-After': '2' }) : stream(response, inPieces(expert(body))),
  );
  await setNumber(page, 'Episodes', 1);
  await play(page);
  await expect(page.getByText('The server is busy. Next attempt in 2 s.')).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('Done: 1 episode kept', { timeout: 30_000 });
});

test.describe('what is wrong with a server is said with what to do', () => {
  test('nothing there', async ({ page }) => {
    await connect(page, () => undefined);
    await server?.close();
    await page.getByRole('button', { name: 'Connect' }).click();
    await expect(page.getByText('Nothing answers at this address.')).toBeVisible();
    await expect(page.getByText(/ollama serve/).first()).toBeVisible();
  });

  test('no leave for pages to read', async ({ page, baseURL }) => {
    await connect(page, () => undefined, { cors: false });
    await expect(page.getByText('A server is there, but it does not let this page read its answers.')).toBeVisible();
    await expect(page.getByText(`OLLAMA_ORIGINS=${baseURL}`).first()).toBeVisible();
    // The message must not slip away under the hand that goes from the field to the button.
    const open = await openScriptedModel(() => undefined);
    await page.getByLabel('Address').fill(open.origin);
    await page.getByRole('button', { name: 'Connect' }).click();
    await expect(page.getByLabel('Model', { exact: true })).toHaveValue('scripted:1b');
    await open.close();
  });

  test('no tools', async ({ page }) => {
    await connect(page, (response) => refuse(response, 400, 'x does not support tools'));
    await play(page);
    await expect(page.getByText('This model, as it is served, cannot call tools.').first()).toBeVisible();
    await expect(page.getByText('x does not support tools')).toBeVisible();
  });

  test('a wrong key, which is shown nowhere and kept nowhere', async ({ page }) => {
    const key = ['sk', 'page', '5e4d3c2b1a'].join('-');
    server = await openScriptedModel(() => undefined, { key: `${key}0` });
    await page.goto('/local-model');
    await page.getByLabel('Address').fill(server.origin);
    await page.getByLabel('Key, if the server wants one').fill(key);
    await page.getByRole('button', { name: 'Connect' }).click();
    await expect(page.getByText('The server refused the key.')).toBeVisible();
    expect(await page.locator('body').innerText()).not.toContain(key);
    const stored = await page.evaluate(async () =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases()]),
    );
    expect(stored).not.toContain(key);
    await page.reload();
    await expect(page.getByLabel('Key, if the server wants one')).toHaveValue('');
  });

  test('an address elsewhere', async ({ page }) => {
    await page.goto('/local-model');
    await page.getByLabel('Address').fill('http://192.168.1.20:11434');
    await page.getByLabel('Address').press('Enter');
    await expect(page.getByText(/This page may reach http:\/\/localhost/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Connect' })).toBeDisabled();
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1440, 390])
    test(`the page is accessible and fits at ${width}, ${colorScheme}`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 900 },
        baseURL: baseURL ?? '',
      });
      const page = await context.newPage();
      const faults = async () =>
        (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      const expert = await recordExpert(TASKS);
      await connect(page, (response, body, nth) =>
        stream(response, inPieces(nth % 5 === 2 ? { content: 'There are 4711.' } : expert(body))),
      );
      await page.goto('/local-model');
      expect(await faults()).toEqual([]);
      await page.getByLabel('Address').fill(server?.origin ?? '');
      await page.getByRole('button', { name: 'Connect' }).click();
      await page.getByText('Limits of one answer').click();
      await page.getByText('All families').click();
      await play(page);
      await expect(page.getByRole('status')).toHaveText(/^Done: \d+ episodes kept$/, { timeout: 60_000 });
      await page.getByRole('region', { name: 'Tries' }).getByRole('listitem').first().getByRole('button').click();
      expect(await faults()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
      await context.close();
    });
