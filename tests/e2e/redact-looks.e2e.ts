import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { drag, finding, MAIL, openSession, press, reveal, selection, sides, upToDate } from './redact-session.ts';

const LOOKS = (['light', 'dark'] as const).flatMap((scheme) => [1440, 390].map((width) => ({ scheme, width })));

/** Nothing that a reader or a weak eye stumbles over, and nothing beside the page. */
async function check(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${what}: ${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beside, what).toBe(0);
}

for (const { scheme, width } of LOOKS)
  test(`Redact and Export can be read in ${scheme} mode at ${width} px`, async ({ page }, info) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await openSession(page, info);
    await check(page, 'episodes');
    await reveal(page);
    await page.keyboard.press('n');
    await page.keyboard.press('l');
    await page.keyboard.press('a');
    await page.keyboard.press('n');
    await upToDate(page);
    await expect(finding(page)).toBeVisible();
    await check(page, 'finding');
    await page.keyboard.press('Escape');
    await sides(page).getByText('Bluefin').first().scrollIntoViewIfNeeded();
    await drag(page, 'Bluefin', 'Harvest');
    await expect(selection(page)).toBeVisible();
    await check(page, 'selection');

    await page.getByRole('tab', { name: 'Examples' }).click();
    await press(page.getByRole('button', { name: /^Reveal the value/ }).first());
    await expect(page.getByRole('button', { name: /^Cover the value/ })).toBeVisible();
    await check(page, 'examples');

    await page.getByRole('tab', { name: 'Names' }).click();
    await press(page.getByRole('button', { name: 'Leave Dana Brown' }));
    await upToDate(page);
    await check(page, 'names');
    await press(page.getByRole('button', { name: 'Open an episode with Dana Brown' }));
    await expect(sides(page).locator('[aria-current=true]')).toBeVisible();
    await check(page, 'message');

    await page.getByRole('tab', { name: 'Own rules' }).click();
    await page.getByLabel('Your own words').fill('Harvest');
    await page.getByLabel('Your own words').press('Enter');
    await page.getByLabel('Your own patterns').fill('(');
    await expect(page.getByText(/error|missing|unclosed/i).first()).toBeVisible();
    await check(page, 'own rules');

    await page.getByRole('tab', { name: 'Self-test' }).click();
    await page.getByRole('tabpanel').getByRole('button').first().click();
    await expect(page.getByRole('tabpanel')).toContainText('Not checked at all', { timeout: 30_000 });
    await check(page, 'self-test');

    await upToDate(page);
    await page.getByRole('button', { name: 'Export' }).first().click();
    await page.getByLabel('Licence').fill(`ask other.${MAIL}`);
    await page.keyboard.press('Tab');
    await upToDate(page);
    await check(page, 'export');
    await page.getByRole('button', { name: 'Build dataset' }).first().click();
    const scan = page.getByRole('region', { name: 'Final scan' });
    await press(scan.getByRole('button', { name: /^Look at EMAIL/ }).first());
    await press(scan.getByRole('button', { name: 'Reveal value' }));
    await check(page, 'final scan');
  });
