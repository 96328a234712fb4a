import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BAD_DROP, writeBadDrop } from '../bad-drop.ts';

test('a drop full of bad files says what is wrong with each and still builds the rest', async ({ page }, info) => {
  test.setTimeout(120_000);
  const folder = writeBadDrop(join(info.outputDir, 'drop'));
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto('/');
  await page.getByLabel('Add folder').setInputFiles(folder);
  const sources = page.getByRole('region', { name: 'Sources' });
  const sessions = BAD_DROP.reduce((sum, each) => sum + each.sessions, 0);
  await expect(sources.getByText(`${sessions} episodes`)).toBeVisible({ timeout: 60_000 });

  await sources.getByText(/files? skipped/).click();
  for (const { says } of BAD_DROP.filter((each) => each.sessions === 0))
    await expect(sources.getByText(says).first()).toBeVisible();

  await page.getByRole('button', { name: 'Build dataset' }).first().click();
  await expect(page.getByRole('button', { name: 'Download dataset' })).toBeEnabled({ timeout: 60_000 });
  expect(faults).toEqual([]);
});
