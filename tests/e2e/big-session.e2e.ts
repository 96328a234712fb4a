import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ADDRESS, writeBigSession } from './big-session.ts';
import { longestTask } from './longest-task.ts';

/** No block waits for its messages. */
const here = (list: Locator) => expect(list.getByText('…', { exact: true })).toHaveCount(0);

const settled = (page: Page) =>
  page.waitForFunction(() => {
    const articles = [...document.querySelectorAll('article')];
    return articles.length > 0 && articles.every((article) => article.textContent?.trim() !== '…');
  });

test('a session of 50 MB opens, scrolls and filters without ever holding the page up', async ({ page }) => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'big-session-'));
  try {
    await writeBigSession(join(folder, 'big.jsonl'), 50_000_000);
    await page.goto('/');
    await page.waitForLoadState('networkidle');
    const cdp = await page.context().newCDPSession(page);
    const feed = page.getByRole('feed', { name: 'Timeline' });
    const steps: Readonly<Record<string, () => Promise<unknown>>> = {
      read: async () => {
        await page.getByLabel('Add files').setInputFiles(join(folder, 'big.jsonl'));
        await expect(page.getByText('Everything up to date')).toBeVisible({ timeout: 120_000 });
      },
      open: async () => {
        await page.getByRole('button', { name: 'Sessions of big.jsonl' }).click();
        await expect(feed.getByRole('article').first()).toBeVisible({ timeout: 60_000 });
        await settled(page);
      },
      scroll: async () => {
        await feed.hover();
        for (let turn = 0; turn < 25; turn++) await page.mouse.wheel(0, 900);
        await settled(page);
      },
      jump: async () => {
        await feed.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
        await settled(page);
      },
      filter: async () => {
        await page.getByRole('button', { name: /^Tool result/ }).click();
        await settled(page);
        await page.getByRole('button', { name: /^Damaged only/ }).click();
        await settled(page);
      },
      converse: async () => {
        await page.getByRole('tab', { name: 'Conversation' }).click();
        await expect(page.getByRole('heading', { name: 'User' }).first()).toBeVisible({ timeout: 60_000 });
      },
    };
    const redact = page.getByLabel('Before and after');
    const looked = redact.locator('mark[aria-current=true]');
    const reader = page.getByRole('group', { name: 'Episode', exact: true });
    Object.assign(steps, {
      review: async () => {
        await page.getByRole('button', { name: 'Redact' }).first().click();
        await expect(page.getByRole('button', { name: 'Go through them' })).toBeVisible({ timeout: 60_000 });
        await here(redact);
      },
      'scroll both sides': async () => {
        await redact.hover();
        for (let turn = 0; turn < 25; turn++) await page.mouse.wheel(0, 900);
        await here(redact);
      },
      walk: async () => {
        for (let turn = 0; turn < 8; turn++) {
          await page.keyboard.press('n');
          await expect(looked).toBeInViewport();
        }
        await expect(page.getByRole('region', { name: 'Finding' })).toContainText(/8 of \d+/);
      },
      'walk to the last': async () => {
        for (let turn = 0; turn < 8; turn++) await page.keyboard.press('p');
        await expect(page.getByRole('region', { name: 'Finding' })).toContainText(/(\d+) of \1/);
        await expect(looked).toBeInViewport();
      },
      reveal: async () => {
        await page.getByRole('button', { name: 'Reveal values' }).click();
        await expect(looked).toContainText(ADDRESS);
      },
      'scroll far': async () => {
        await redact.evaluate((element) => element.scrollTo(0, element.scrollHeight / 3));
        await here(redact);
      },
      curate: async () => {
        await page.getByRole('button', { name: 'Curate' }).first().click();
        await expect(reader.getByRole('heading', { name: 'User' }).first()).toBeVisible({ timeout: 60_000 });
      },
      'read on': async () => {
        await reader.hover();
        for (let turn = 0; turn < 25; turn++) await page.mouse.wheel(0, 900);
        await here(reader);
        await reader.evaluate((element) => element.scrollTo(0, element.scrollHeight));
        await here(reader);
      },
      'read as exported': async () => {
        await page.getByRole('tab', { name: 'As exported' }).click();
        await reader.getByRole('button', { name: /more characters/ }).click();
        await expect.poll(async () => (await reader.textContent())?.length).toBeGreaterThan(70_000);
      },
    });
    const longest: Record<string, number> = {};
    for (const [name, work] of Object.entries(steps)) longest[name] = Math.round(await longestTask(cdp, work));
    test.info().annotations.push({ type: 'longest task, ms', description: JSON.stringify(longest) });
    for (const [name, milliseconds] of Object.entries(longest)) expect(milliseconds, name).toBeLessThan(50);
  } finally {
    await rm(folder, { recursive: true });
  }
});
