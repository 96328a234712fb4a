import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { BUNDLES } from './builder.ts';

const PHONE = '+1 (415) 555-0137';

async function openBuilder(page: Page, ...bundles: readonly string[]) {
  await page.goto('/');
  for (const bundle of bundles) {
    await page.getByLabel('Add folder').setInputFiles(join(BUNDLES, bundle));
    await expect(page.getByRole('row', { name: bundle })).toBeVisible({ timeout: 30_000 });
  }
  await upToDate(page);
}

/** Quick steps of the person make one run: what is looked at must be of the last one. */
const upToDate = (page: Page) =>
  expect(page.locator('footer').getByText('Everything up to date')).toBeAttached({ timeout: 30_000 });

const look = (page: Page, bundle: string) => page.getByRole('button', { name: `Sessions of ${bundle}` }).click();
const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const entries = (page: Page) => page.getByRole('feed', { name: 'Timeline' }).getByRole('article');
const figure = (page: Page, name: string) =>
  page.getByLabel('Figures').locator('div').filter({ hasText: name }).locator('dd');

test('a session is opened, narrowed to its damage, and a policy changes what is kept until it is undone', async ({
  page,
}) => {
  await openBuilder(page, 'multi-tool', 'errors-retries');
  await look(page, 'multi-tool');
  await expect(page.getByRole('option', { name: 'malformed json' })).toHaveAttribute('aria-selected', 'true');
  await expect(entries(page).filter({ hasText: 'Tool call' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Damaged only 3' }).click();
  await expect(entries(page)).toHaveCount(3);
  await expect(entries(page).first()).toContainText('A text with braces was replaced when the bundle was exported');

  await page.getByRole('button', { name: 'Damage of this source' }).click();
  await expect(page.getByText('Only of multi-tool')).toBeVisible();
  await page.getByRole('button', { name: 'Report on everything' }).click();
  await expect(figure(page, 'episodes read')).toHaveText('2');
  const trained = await figure(page, 'messages trained on').textContent();
  const policy = page.getByLabel('What to do: malformed json');
  await expect(policy).toHaveValue('mask');
  await policy.selectOption('drop_episode');
  await expect(figure(page, 'episodes read')).toHaveText('1−1 by the last change');
  await expect(figure(page, 'left out while reading')).toHaveText('1+1 by the last change');
  await expect(policy).toHaveValue('drop_episode');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(figure(page, 'episodes read')).toHaveText('2+1 by the last change');
  await expect(policy).toHaveValue('mask');
  expect((await figure(page, 'messages trained on').textContent())?.startsWith(trained ?? '?')).toBe(true);

  await page.getByRole('button', { name: 'look at one session with failed turn' }).click();
  await expect(entries(page).filter({ hasText: 'The model call of a turn failed' })).toHaveCount(1);
});

test('faithful reading and policies outlive the visit', async ({ page }) => {
  await openBuilder(page, 'multi-tool');
  await tab(page, 'Damage report').click();
  await page.getByLabel('What to do: malformed json').selectOption('keep');
  await page.getByRole('radio', { name: 'Faithful' }).check();
  await page.getByLabel('Calls that shortened them').selectOption('remove');
  await upToDate(page);
  await page.waitForTimeout(800);
  await page.reload();
  await openBuilder(page, 'multi-tool');
  await tab(page, 'Damage report').click();
  await expect(page.getByRole('radio', { name: 'Faithful' })).toBeChecked();
  await expect(page.getByLabel('What to do: malformed json')).toHaveValue('keep');
  await expect(page.getByLabel('Calls that shortened them')).toHaveValue('remove');
});

test('texts are redacted until one is asked for as it stands, and covered again', async ({ page }) => {
  await openBuilder(page, 'secrets');
  await look(page, 'secrets');
  await entries(page).filter({ hasText: '<PHONE_1>' }).first().click();
  const first = page.locator('article[aria-current=true]');
  await expect(page.locator('main')).not.toContainText(PHONE);
  await first.getByRole('button', { name: 'Show as it stands in the file' }).click();
  await expect(first).toContainText(PHONE);
  await first.getByRole('button', { name: 'Cover what is redacted' }).click();
  await expect(page.locator('main')).not.toContainText(PHONE);
  for (const name of ['Conversation', 'Prompt', 'Tools', 'Runs and usage', 'Provenance']) {
    await tab(page, name).click();
    await expect(page.getByRole('tabpanel', { name })).toBeVisible();
    await expect(page.locator('main')).not.toContainText(PHONE);
  }
});

test('keys go down into a session and up again', async ({ page }) => {
  await openBuilder(page, 'multi-tool', 'unicode');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(page.getByRole('button', { name: 'Sessions of unicode' })).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Sessions' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(entries(page).first()).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(entries(page).nth(2)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox', { name: 'Sessions' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Sessions of multi-tool' })).toBeFocused();
});

test('a call leads to its result and back', async ({ page }) => {
  await openBuilder(page, 'multi-tool');
  await look(page, 'multi-tool');
  await page.getByRole('button', { name: /^Tool call/ }).click();
  const call = entries(page).filter({ hasText: 'Result:' }).first();
  await call.getByRole('button', { name: 'Result:' }).click();
  const chosen = page.locator('article[aria-current=true]');
  await expect(chosen).toContainText('Tool result');
  await chosen.getByRole('button', { name: 'Its call' }).click();
  await expect(chosen).toContainText('Tool call');
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the session and the report pass the accessibility checks, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openBuilder(page, 'multi-tool', 'errors-retries');
    const check = async (name: string) => {
      await page.waitForTimeout(300);
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
      expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
    };
    await check('Files');
    await tab(page, 'Damage report').click();
    await check('Damage report');
    await tab(page, 'Files').click();
    await look(page, 'errors-retries');
    await entries(page).nth(3).click();
    for (const name of ['Timeline', 'Conversation', 'Prompt', 'Tools', 'Runs and usage', 'Provenance']) {
      await tab(page, name).click();
      await check(name);
    }
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the list comes first, then the session with a way back', async ({ page }) => {
    await openBuilder(page, 'multi-tool');
    await look(page, 'multi-tool');
    await expect(entries(page).first()).toBeHidden();
    await page.getByRole('option').first().click();
    await expect(entries(page).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: '← Back to the list' }).click();
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.getByRole('button', { name: '← All sources' }).click();
    await tab(page, 'Damage report').click();
    await expect(page.getByLabel('What to do: malformed json')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
