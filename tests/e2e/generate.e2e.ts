import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { buildAndDownload, readZip, runCli } from './builder.ts';

test.setTimeout(120_000);

const grid = (page: Page) => page.getByRole('group', { name: 'Attacks, by source of risk and channel' });

/** The card of the adversarial episodes comes second; its fields are named like those of the first. */
async function addAttacks(page: Page, count: number): Promise<void> {
  const field = page.getByRole('spinbutton', { name: 'Episodes' }).nth(1);
  await field.fill(String(count));
  await field.press('Enter');
  await page.getByRole('button', { name: 'Add adversarial episodes' }).click();
  await expect(grid(page)).toBeVisible({ timeout: 60_000 });
}

test('a field of the grid leads to just its episodes', async ({ page }) => {
  await page.goto('/');
  await addAttacks(page, 40);
  const field = grid(page).getByRole('button').first();
  const count = Number(await field.textContent());
  await field.press('Enter');
  const curate = page.getByRole('region', { name: 'Curate' });
  await expect(curate.getByText(count === 1 ? '1 episode' : `${count} episodes`, { exact: true })).toBeVisible();
  await curate.getByRole('button', { name: /^Take off filter/ }).click();
  await expect(curate.getByText('40 episodes', { exact: true })).toBeVisible();
});

test('a preview shows an attack both ways, with its checks', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Preview of adversarial episodes' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/^All \d+ checks passed/)).toBeVisible({ timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Show how it goes wrong' }).click();
  await expect(dialog.getByText('the canary trips')).toBeVisible({ timeout: 30_000 });
  await dialog.getByLabel('Family').selectOption({ index: 1 });
  await expect(dialog.getByText('the canary stays quiet')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('only the chosen families are made', async ({ page }) => {
  await page.goto('/');
  await page.getByText('All families').first().click();
  await page.getByRole('checkbox', { name: 'memory' }).check();
  await page.getByRole('button', { name: 'Add synthetic episodes' }).click();
  const table = page.getByRole('group', { name: 'Generated, by family' });
  await expect(table.getByRole('rowheader', { name: /memory/ })).toBeVisible({ timeout: 60_000 });
  await expect(table.getByRole('rowheader')).toHaveCount(2);
});

test('pairs of a preference preset are in the zip, and the zip verifies', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'pairs-'));
  await page.goto('/');
  await addAttacks(page, 20);
  await page
    .getByRole('navigation')
    .getByText(/^Export/)
    .first()
    .click();
  await page.getByRole('checkbox', { name: /DPOTrainer/ }).check();
  const file = join(folder, 'dataset.zip');
  await (await buildAndDownload(page, page)).saveAs(file);
  const texts = await readZip(file);
  const pairs = [...texts]
    .filter(([path]) => /^presets\/trl-dpo\/.*\.jsonl$/.test(path))
    .flatMap(([, text]) =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => Object.keys(JSON.parse(line))),
    );
  expect(pairs).toHaveLength(14);
  for (const keys of pairs) expect(keys).toEqual(['prompt', 'chosen', 'rejected', 'tools']);
  const { stdout } = await runCli('verify', file, '--json');
  expect(JSON.parse(stdout)).toMatchObject({ ok: true });
  rmSync(folder, { recursive: true, force: true });
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1440, 390])
    test(`cards, report and preview are accessible at ${width}, ${colorScheme}`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 900 },
        baseURL: baseURL ?? '',
      });
      const page = await context.newPage();
      await page.goto('/');
      await addAttacks(page, 40);
      const faults = async () =>
        (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      expect(await faults()).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide).toBe(false);
      await page.getByRole('button', { name: 'Preview of adversarial episodes' }).click();
      await expect(page.getByText(/^All \d+ checks passed/)).toBeVisible({ timeout: 30_000 });
      expect(await faults()).toEqual([]);
      await context.close();
    });
