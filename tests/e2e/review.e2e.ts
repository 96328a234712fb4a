import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { BUNDLES, readZip } from './builder.ts';

const PHONE = '+1 (415) 555-0137';

async function openRedact(page: Page) {
  await page.goto('/');
  await page.getByLabel('Add folder').setInputFiles(join(BUNDLES, 'secrets'));
  await expect(page.getByText('Up to date', { exact: false }).first()).toBeAttached({ timeout: 30_000 });
  await goToRedact(page);
}

async function goToRedact(page: Page) {
  await page.evaluate(() => {
    location.hash = 'redact';
    window.dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect(
    page.getByRole('region', { name: 'Before and after' }).or(page.getByLabel('Before and after')),
  ).toBeVisible();
}

const sides = (page: Page) => page.getByLabel('Before and after');
const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const reveal = (page: Page) => page.getByRole('button', { name: 'Reveal values' }).click();
const placeholder = (page: Page, text: string) => sides(page).locator('mark').filter({ hasText: text });

/** Everything that the page keeps between visits, as text. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const all: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of db.objectStoreNames) {
        const request = db.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => {
          request.onsuccess = resolve;
        });
        all.push(request.result);
      }
      db.close();
    }
    return JSON.stringify(all);
  });

test('values are covered until asked for, and a finding is left, taken back and agreed with', async ({ page }) => {
  await openRedact(page);
  await expect(sides(page)).not.toContainText(PHONE);
  await reveal(page);
  await sides(page).getByRole('button', { name: PHONE }).first().click();
  const finding = page.getByRole('region', { name: 'Finding' });
  await finding.getByRole('button', { name: 'Leave it as it is: this value everywhere' }).click();
  await expect(placeholder(page, '<PHONE_1>')).toHaveCount(0);
  await expect(
    sides(page)
      .getByRole('button', { name: `${PHONE} (PHONE, left as it is)` })
      .first(),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(placeholder(page, '<PHONE_1>').first()).toBeVisible();

  await sides(page).getByRole('button', { name: PHONE }).first().click();
  await finding.getByRole('button', { name: 'Right, replace it: in this message' }).click();
  await expect(
    sides(page)
      .getByRole('button', { name: `${PHONE} (PHONE, agreed)` })
      .first(),
  ).toBeVisible();
  await tab(page, 'Own rules').click();
  await page.getByRole('button', { name: 'Take back: PHONE agreed' }).click();
  await expect(page.getByText('None yet.')).toBeVisible();
});

test('a decision outlives the visit without its value, and the build says what it left', async ({ page }) => {
  await openRedact(page);
  await reveal(page);
  await sides(page).getByRole('button', { name: PHONE }).first().click();
  await page.getByRole('button', { name: 'Leave it as it is: this value everywhere' }).click();
  await expect(placeholder(page, '<PHONE_1>')).toHaveCount(0);
  await expect.poll(() => kept(page)).toContain('"PHONE"');
  expect(await kept(page)).not.toContain(PHONE);

  await page.reload();
  await page.getByRole('button', { name: 'Sources' }).first().click();
  await page.getByLabel('Add folder').setInputFiles(join(BUNDLES, 'secrets'));
  await expect(page.getByRole('button', { name: 'Build dataset' }).first()).toBeEnabled({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Build dataset' }).first().click();
  const download = page.getByRole('button', { name: 'Download dataset' }).first();
  await expect(download).toBeEnabled({ timeout: 30_000 });
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
  const files = await readZip(await file.path());
  const rows = [...files]
    .filter(([path]) => path.startsWith('data/'))
    .map(([, text]) => text)
    .join('');
  expect(rows).toContain(PHONE);
  expect(files.get('recipe.json')).not.toContain(PHONE);
  expect(JSON.parse(files.get('recipe.json') ?? '').redaction.rejected).toHaveLength(1);
});

test('own words and patterns are counted while they are typed, and wrong patterns are told', async ({ page }) => {
  await openRedact(page);
  await tab(page, 'Own rules').click();
  const pattern = page.getByLabel('Your own patterns');
  await pattern.fill('weather-[a-z');
  await expect(page.getByText('This is no pattern: missing closing ].')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Replace matches' })).toBeDisabled();
  await pattern.fill('weather-[a-z]+');
  await expect(page.getByText(/^Stands \d+ times? in 1 episode/)).toBeVisible();
  await page.getByRole('button', { name: 'Replace matches' }).click();
  await expect(page.getByText(/places? with it replaced already/)).toBeVisible();
  await tab(page, 'Episodes').click();
  await expect(placeholder(page, '<PRIVATE_1>').first()).toBeVisible();
});

test('what was selected is replaced everywhere, and a finding is made wider', async ({ page }) => {
  await openRedact(page);
  await reveal(page);
  await sides(page)
    .getByText('My GitHub token is')
    .first()
    .evaluate((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf('weather-cli') ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 'weather-cli'.length);
        window.getSelection()?.removeAllRanges();
        window.getSelection()?.addRange(range);
        element.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
        return;
      }
    });
  const selection = page.getByRole('region', { name: 'Selection' });
  await expect(selection).toContainText(/Stands \d+ time/);
  await selection.getByRole('button', { name: 'Replace it everywhere' }).click();
  await expect(placeholder(page, '<PRIVATE_1>').first()).toBeVisible();

  await sides(page).getByRole('button', { name: PHONE }).first().click();
  await page.getByLabel('Wider or narrower').fill('555-0137');
  await page.getByRole('button', { name: 'Replace this instead' }).click();
  await expect(sides(page)).toContainText(/\+1 \(415\) <PRIVATE_\d>/);
});

test('a possible name waits for a decision, and the manifest counts it until then', async ({ page }) => {
  await openRedact(page);
  await tab(page, 'Names').click();
  await expect(page.getByText('1 possible name undecided.')).toBeVisible();
  await page.getByRole('button', { name: 'Replace Dana' }).click();
  await expect(page.getByText('0 possible names undecided.')).toBeVisible();
  await tab(page, 'Episodes').click();
  await expect(sides(page)).toContainText('Hi, I am <PERSON_1>');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(sides(page)).toContainText('Hi, I am Dana');
  await page.getByRole('button', { name: 'Export' }).first().click();
  await expect(page.getByText('1 possible name undecided so far', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Look through the names in Redact' }).click();
  await expect(page.getByRole('button', { name: 'Leave Dana' })).toBeVisible();
  await page.getByRole('button', { name: 'Build dataset' }).first().click();
  await expect(page.getByText('1 possible name in these rows undecided', { exact: false })).toBeVisible({
    timeout: 30_000,
  });
});

test('keys walk from finding to finding, and a decision leads on to the next', async ({ page }) => {
  await openRedact(page);
  await expect(sides(page)).toContainText('Hi, I am Dana');
  await page.keyboard.press('n');
  const finding = page.getByRole('region', { name: 'Finding' });
  await expect(finding).toContainText(/PHONE.*1 of \d+/);
  await page.keyboard.press('n');
  await expect(finding).toContainText(/2 of \d+/);
  await page.keyboard.press('p');
  await page.keyboard.press('a');
  await expect(finding).toContainText(/2 of \d+/);
  await expect(
    sides(page)
      .getByRole('button', { name: /PHONE, agreed/ })
      .first(),
  ).toBeVisible();
  await page.keyboard.press('u');
  await expect(sides(page).getByRole('button', { name: /PHONE, agreed/ })).toHaveCount(0);
});

test('the download stays blocked until what the final scan found was looked at and let through', async ({ page }) => {
  await openRedact(page);
  await page.getByRole('button', { name: 'Export' }).first().click();
  const mail = ['dana.brown', 'meridian-labs.org'].join('@');
  await page.getByLabel('Licence').fill(`ask ${mail}`);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Build dataset' }).first().click();
  const scan = page.getByRole('region', { name: 'Final scan' });
  await expect(scan).toContainText('The download is blocked', { timeout: 30_000 });
  const download = page.getByRole('button', { name: 'Download dataset' }).first();
  await expect(download).toBeDisabled();
  await scan
    .getByRole('button', { name: /Look at EMAIL in line \d+ of recipe.json/ })
    .first()
    .click();
  await expect(scan).toContainText('ask ••••••');
  await expect(scan).not.toContainText(mail);
  await scan.getByRole('button', { name: 'Reveal value' }).click();
  await expect(scan).toContainText(mail);
  await scan.getByRole('button', { name: /^Let it through: EMAIL in line \d+ of recipe.json/ }).click();
  await scan.getByRole('button', { name: 'Build again' }).click();
  await expect(download).toBeEnabled({ timeout: 30_000 });
  await expect(scan).toContainText('Let through knowingly');
});

test('the self-test runs in Redact and on its own page', async ({ page }) => {
  await openRedact(page);
  await tab(page, 'Self-test').click();
  for (const open of [async () => undefined, () => page.goto('/about')]) {
    await open();
    await page.getByRole('button', { name: 'Run the self-test' }).click();
    await expect(page.getByRole('table', { name: 'Has to go: found whole' })).toContainText('cookies and sessions');
    await expect(page.getByText('Not checked at all')).toBeVisible();
  }
});

test('on a phone the messages scroll in a frame of their own, so that only those in view are in the page', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openRedact(page);
  await expect(sides(page)).toContainText('Hi, I am Dana');
  const [frame = 0, all = 0] = await sides(page).evaluate((element) => [element.clientHeight, element.scrollHeight]);
  expect(frame).toBeLessThan(844);
  expect(all).toBeGreaterThan(frame);
});

test('every tab of the review can be read by assistive technology', async ({ page }) => {
  await openRedact(page);
  await reveal(page);
  await sides(page).getByRole('button', { name: PHONE }).first().click();
  for (const name of ['Episodes', 'Examples', 'Names', 'Own rules', 'Self-test']) {
    await tab(page, name).click();
    await page.waitForTimeout(300);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
  }
});
