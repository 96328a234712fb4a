import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BUNDLES } from './builder.ts';
import { drag, finding, KEY, MAIL, openSession, press, reveal, selection, sides, upToDate } from './redact-session.ts';

test('what is selected across a finding is the text alone, is counted, and goes as one', async ({ page }, info) => {
  await openSession(page, info);
  await drag(page, 'Dana Brown at', 'and ');
  await expect(selection(page)).toContainText('Reveal the values to select across one of them.');
  await reveal(page);
  await drag(page, 'Dana Brown', MAIL);
  await expect(selection(page)).toContainText(`Dana Brown at ${MAIL}`);
  await expect(selection(page)).not.toContainText('EMAIL');
  await expect(selection(page)).toContainText('Stands 1 time in 1 episode');
  await selection(page).getByRole('button', { name: 'Replace it everywhere' }).click();
  await expect(sides(page)).toContainText(/Write to <PRIVATE_1> and <PHONE_1>/);
  await expect(selection(page)).toHaveCount(0);
});

test('text is selected inside a finding, and only that part goes', async ({ page }, info) => {
  await openSession(page, info);
  await reveal(page);
  await drag(page, MAIL, 'dana.brown');
  await selection(page).getByRole('button', { name: 'Only this of EMAIL' }).click();
  await expect(sides(page)).toContainText(/at <PRIVATE_\d>@meridian-labs\.org and/);
});

test('a click on a finding still opens it, and Escape closes it', async ({ page }, info) => {
  await openSession(page, info);
  await sides(page).getByRole('button', { name: /EMAIL/ }).first().click();
  await expect(finding(page)).toContainText('EMAIL');
  await page.keyboard.press('Escape');
  await expect(finding(page)).toHaveCount(0);
  await press(sides(page).getByRole('button', { name: /PHONE/ }).first());
  await expect(finding(page)).toContainText('PHONE');
});

test('a long value of many lines stays in its column, and is made narrower as it stands', async ({ page }, info) => {
  await openSession(page, info);
  await reveal(page);
  const key = sides(page).getByRole('button', { name: /PRIVATE_KEY/ });
  await key.scrollIntoViewIfNeeded();
  const inside = await key.evaluate((element) => {
    const column = element.closest('[data-side="before"]')?.getBoundingClientRect();
    return [...element.getClientRects()].every((line) => column && line.right <= column.right + 1);
  });
  expect(inside).toBe(true);
  await key.press('Enter');
  const field = page.getByLabel('Wider or narrower');
  expect(await field.inputValue()).toBe(KEY);
  await field.fill(KEY.split('\n').slice(1, -1).join('\n'));
  await page.getByRole('button', { name: 'Replace this instead' }).click();
  await expect(sides(page)).toContainText(/KEY-----\s*<PRIVATE_\d>/);
});

test('both sides of a text from right to left run from right to left', async ({ page }, info) => {
  await openSession(page, info);
  const row = sides(page).getByText('كلمة المرور').locator('visible=true');
  await expect(row).toHaveCount(2);
  const directions = await row.evaluateAll((texts) => texts.map((text) => getComputedStyle(text).direction));
  expect(directions).toEqual(['rtl', 'rtl']);
});

test('no decision loses the focus of the keyboard', async ({ page }, info) => {
  await openSession(page, info);
  await page.keyboard.press('n');
  for (const name of [
    'Next finding',
    'Right, replace it: in this message',
    'Leave it as it is: this value everywhere',
  ]) {
    const button = finding(page).getByRole('button', { name });
    await press(button);
    await upToDate(page);
    await expect(button).toBeFocused();
  }
  await press(finding(page).getByRole('button', { name: 'Close the finding' }));
  await expect(sides(page)).toBeFocused();

  await page.getByRole('tab', { name: 'Own rules' }).click();
  const takeBack = page.getByRole('button', { name: /^Take back: / });
  await expect(takeBack).toHaveCount(2);
  await press(takeBack.first());
  await expect(takeBack).toHaveCount(1);
  await expect(takeBack).toBeFocused();
  const words = page.getByLabel('Your own words');
  await words.fill('Bluefin');
  await words.press('Enter');
  await expect(words).toBeFocused();

  await page.getByRole('tab', { name: 'Names' }).click();
  await press(page.getByRole('button', { name: /^Replace Dana/ }));
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
});

test('a decision about one message goes on to the same value in the next one', async ({ page }, info) => {
  await openSession(page, info);
  const here = finding(page).getByRole('button', { name: 'Right, replace it: in this message' });
  await page.keyboard.press('n');
  await expect(finding(page)).toContainText(/EMAIL.*1 of 5/);
  await here.click();
  await expect(finding(page)).toContainText(/PHONE.*2 of 5/);
  await here.click();
  await expect(finding(page)).toContainText(/EMAIL.*3 of 5/);
  await finding(page).getByRole('button', { name: 'Right, replace it: all EMAIL' }).click();
  await expect(finding(page)).toContainText(/PASSWORD.*4 of 5/);
});

test('a decision is seen at once, and taking it back as well, while the drop is still being redone', async ({
  page,
}, info) => {
  await openSession(page, info);
  await page.keyboard.press('n');
  const left = sides(page).getByRole('button', { name: /EMAIL, left as it is/ });
  await page.keyboard.press('l');
  await expect(left).toHaveCount(2);
  await upToDate(page);
  await left.first().click();
  await finding(page).getByRole('button', { name: 'Take back' }).click();
  await expect(left).toHaveCount(0);
  await expect(finding(page).getByRole('button', { name: 'Take back' })).toHaveCount(0);
  await expect(finding(page)).toBeVisible();
});

test('at 390 px nothing of the review is cut off, and every control of a finding is in reach', async ({
  page,
}, info) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSession(page, info);
  await reveal(page);
  await page.keyboard.press('n');
  const controls = finding(page).locator('button, textarea');
  for (const box of await controls.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()))) {
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(390);
    expect(box.height).toBeGreaterThanOrEqual(24);
  }
  const field = await page.getByLabel('Wider or narrower').boundingBox();
  expect(field?.width).toBeGreaterThan(120);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a pattern that takes much of the text is told so before it is added', async ({ page }, info) => {
  await openSession(page, info);
  await page.getByRole('tab', { name: 'Own rules' }).click();
  await page.getByLabel('Your own patterns').fill('.+');
  await expect(page.getByText(/That is \d\d+ % of all text\./)).toBeVisible();
  await page.getByLabel('Your own words').fill('Bluefin');
  await expect(page.getByText('Stands 1 time in 1 episode.')).toBeVisible();
});

test('what was said about the final scan is there when one comes back to it', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Add folder').setInputFiles(join(BUNDLES, 'secrets'));
  await upToDate(page);
  await page.getByRole('button', { name: 'Export' }).first().click();
  await page.getByLabel('Licence').fill(`ask ${MAIL}`);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Build dataset' }).first().click();
  const scan = page.getByRole('region', { name: 'Final scan' });
  await press(scan.getByRole('button', { name: /^Let it through: EMAIL in line \d+ of recipe.json/ }));
  await page.getByRole('button', { name: 'Redact' }).first().click();
  await page.getByRole('button', { name: 'Export' }).first().click();
  await expect(scan).toContainText('1 of 1 value decided');
  await press(scan.getByRole('button', { name: 'Build again' }));
  await expect(page.getByRole('button', { name: 'Download dataset' }).first()).toBeEnabled({ timeout: 30_000 });
  await expect(page.getByRole('region', { name: 'Build', exact: true })).toBeFocused();
});

test('after a reload the review says that the decisions are kept and the files are wanted', async ({ page }, info) => {
  await openSession(page, info);
  await page.keyboard.press('n');
  await page.keyboard.press('a');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
  await page.waitForTimeout(900);
  await page.reload();
  await expect(page.getByText('Your decisions are here, your files are not')).toBeVisible();
  await page.getByRole('button', { name: 'Go to Sources' }).click();
  await expect(page.getByText('1 review decision included', { exact: false })).toBeVisible();
  await page.getByLabel('Add files').setInputFiles(info.outputPath('talk.jsonl'));
  await upToDate(page);
  await page.getByRole('button', { name: 'Redact' }).first().click();
  await expect(sides(page).getByRole('button', { name: /EMAIL, agreed/ })).toHaveCount(2);
});
