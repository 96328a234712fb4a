import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Frame, type Page, test } from '@playwright/test';
import { writeCorpus } from '../bench/corpus.ts';
import { BUNDLES, buildAndDownload, dropOnto, readZip, runCli } from './builder.ts';
import { servePageForCores } from './page-for-cores.ts';

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'job-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));
test.setTimeout(120_000);

/** Everything that the page asks a network for from now on; what it makes itself is no request. */
function watchRequests(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url())) asked.push(request.url());
  });
  return asked;
}

/** Milliseconds without a request after which the page has all that it loads ahead. */
const QUIET = 1500;

/** The load state alone can come before a page on a busy machine has woken up and started its worker. */
async function openSettled(page: Page, address = '/'): Promise<void> {
  let last = Date.now();
  page.on('request', () => {
    last = Date.now();
  });
  await page.goto(address);
  await expect.poll(() => page.workers().length, { timeout: 30_000 }).toBeGreaterThan(0);
  await expect.poll(() => Date.now() - last, { timeout: 30_000 }).toBeGreaterThan(QUIET);
}

const saved = async (page: Page) => {
  const file = join(folder, 'dataset.zip');
  await (await buildAndDownload(page, page)).saveAs(file);
  return file;
};

test('a dropped folder becomes a dataset that verifies, and nothing is asked of anybody after the page has loaded', async ({
  page,
}) => {
  await openSettled(page);
  const asked = watchRequests(page);
  await dropOnto(page, [BUNDLES]);
  const file = await saved(page);
  expect(asked).toEqual([]);
  const { stdout } = await runCli('verify', file, '--json');
  expect(JSON.parse(stdout)).toMatchObject({ ok: true });
});

test('page and command line write the same bytes of the same folder and recipe', async ({ page }) => {
  await page.goto('/');
  await dropOnto(page, [BUNDLES]);
  await expect(page.getByRole('button', { name: 'Build dataset' }).first()).toBeEnabled({ timeout: 60_000 });
  for (const name of ['Add synthetic episodes', 'Add adversarial episodes'])
    await page.getByRole('button', { name }).first().click();
  const files = await readZip(await saved(page));
  const recipe = join(folder, 'recipe.json');
  writeFileSync(recipe, files.get('recipe.json') ?? '');
  await runCli('build', BUNDLES, '--recipe', recipe, '--out', join(folder, 'cli'));
  expect(JSON.parse(files.get('recipe.json') ?? '').generators).toHaveLength(2);
  expect(readFileSync(join(folder, 'cli/SHA256SUMS'), 'utf8')).toBe(files.get('SHA256SUMS'));
});

test('the sample becomes a dataset with the network cable pulled', async ({ page, context }) => {
  await openSettled(page);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Try the sample data' }).first().click();
  const files = await readZip(await saved(page));
  expect(files.has('SHA256SUMS')).toBe(true);
  expect([...files.keys()].some((path) => path.startsWith('data/train-'))).toBe(true);
});

/** Enough that the work goes to lanes. */
const LARGE = 6_000_000;

test('on four cores a large drop goes through lanes, with the network cable pulled, and gives the bytes of the command line', async ({
  page,
  context,
}) => {
  const drop = join(folder, 'drop');
  await writeCorpus(drop, 7, LARGE);
  const { address, close } = await servePageForCores(4, folder);
  await openSettled(page, address);
  await expect.poll(() => page.workers().length, { timeout: 20_000 }).toBe(4);
  await context.setOffline(true);
  await dropOnto(page, [drop]);
  const files = await readZip(await saved(page));
  close();
  const recipe = join(folder, 'recipe.json');
  writeFileSync(recipe, files.get('recipe.json') ?? '');
  await runCli('build', drop, '--recipe', recipe, '--out', join(folder, 'cli'));
  expect(readFileSync(join(folder, 'cli/SHA256SUMS'), 'utf8')).toBe(files.get('SHA256SUMS'));
});

test('inside a page of another site, where storage is refused, the whole job works from memory', async ({
  playwright,
  launchOptions,
  baseURL,
}) => {
  // A profile that gives sites no storage, as some people's settings do for foreign frames.
  mkdirSync(join(folder, 'profile/Default'), { recursive: true });
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(folder, 'profile/Default/Preferences'), JSON.stringify(settings));
  const context = await playwright.chromium.launchPersistentContext(join(folder, 'profile'), {
    ...launchOptions,
    // A public page may not frame an address of this machine otherwise.
    args: [...(launchOptions.args ?? []), '--disable-features=LocalNetworkAccessChecks'],
  });
  const page = await context.newPage();
  const address = 'https://huggingface.co/spaces/example/builder';
  const body = `<!doctype html><title>Space</title><iframe src="${baseURL}/" width="1200" height="700"></iframe>`;
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(address);
  const find = () => page.frames().find((frame) => frame.url().startsWith(`${baseURL}/`));
  await expect.poll(() => find() !== undefined).toBe(true);
  const builder = find() as Frame;
  const refused = () => navigator.storage.getDirectory().then(String, (error: DOMException) => error.name);
  expect(await builder.evaluate(refused)).toBe('SecurityError');

  await builder.getByLabel('Add folder').setInputFiles(BUNDLES);
  const file = join(folder, 'framed.zip');
  await (await buildAndDownload(builder, page)).saveAs(file);
  const { stdout } = await runCli('verify', file, '--json');
  expect(JSON.parse(stdout)).toMatchObject({ ok: true });
  await context.close();
});
