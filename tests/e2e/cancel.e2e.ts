import { expect, test } from '@playwright/test';

test('cancel stops the work at once, and the next change takes it up again', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Episodes', { exact: true }).first().fill('5000');
  await page.getByRole('button', { name: 'Add synthetic episodes' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  const pressed = Date.now();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('progressbar')).toBeHidden();
  expect(Date.now() - pressed).toBeLessThan(5000);
  await expect(page.getByRole('status').filter({ hasText: 'Cancelled' })).toHaveCount(1);

  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Try the sample data' }).click();
  await expect(page.getByRole('region', { name: 'Sources' }).getByText('9 episodes')).toBeVisible({ timeout: 30_000 });
});
