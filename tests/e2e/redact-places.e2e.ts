import { writeFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { finding, MAIL, openSession, press, sides, upToDate } from './redact-session.ts';

const TALK = 'The next step is done as it was asked for. '.repeat(40);

/** Many messages, and only the last call is of a tool that a word of the person's own names. */
async function openLongSession(page: Page, path: string) {
  const line = (at: number, role: string, content: object[], more = {}) => ({
    type: 'message',
    id: `m${at}`,
    parentId: at === 0 ? null : `m${at - 1}`,
    timestamp: new Date(Date.UTC(2026, 5, 1, 0, 0, at)).toISOString(),
    message: { role, content, ...more },
  });
  const text = (said: string) => [{ type: 'text', text: said }];
  const talk = Array.from({ length: 120 }, (_, at) => line(at, at % 2 === 0 ? 'user' : 'assistant', text(TALK)));
  const call = { type: 'toolCall', id: 'c1', name: 'lookup_bluefin', arguments: { of: 'harvest' } };
  const lines = [
    { type: 'session', version: 3, id: 'long', timestamp: '2026-06-01T00:00:00.000Z' },
    ...talk,
    line(120, 'user', text(`Ask ${MAIL} about it`)),
    line(121, 'assistant', [call], { stopReason: 'toolUse' }),
    line(122, 'toolResult', text('Nothing there.'), { toolCallId: 'c1', toolName: 'lookup_bluefin' }),
    line(123, 'assistant', text('There is nothing.')),
  ];
  await writeFile(path, lines.map((one) => `${JSON.stringify(one)}\n`).join(''));
  await page.goto('/');
  await page.getByLabel('Add files').setInputFiles(path);
  await upToDate(page);
}

test('from the final scan one comes to the message that holds what was found', async ({ page }, info) => {
  await openLongSession(page, info.outputPath('long.jsonl'));
  await page.getByRole('button', { name: 'Redact' }).first().click();
  await page.getByRole('tab', { name: 'Own rules' }).click();
  await page.getByLabel('Your own words').fill('lookup_bluefin');
  await page.getByLabel('Your own words').press('Enter');
  await upToDate(page);
  await page.getByRole('button', { name: 'Build dataset' }).first().click();
  await page.getByRole('button', { name: 'Export' }).first().click();
  const scan = page.getByRole('region', { name: 'Final scan' });
  await scan
    .getByRole('button', { name: /^Look at PRIVATE in line 1 of data\// })
    .first()
    .click();
  await scan.getByRole('button', { name: 'Open its episode' }).click();
  const message = sides(page).locator('[aria-current=true]');
  await expect(message).toContainText('calls lookup_bluefin');
  await expect(message).toBeInViewport();
  await page.keyboard.press('p');
  await expect(finding(page)).toContainText('EMAIL');
  await expect(message).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(message).toHaveCount(0);
});

test('undo goes back to the finding whose decision it takes back, and redo to it again', async ({ page }, info) => {
  await openSession(page, info);
  await page.keyboard.press('n');
  await expect(finding(page)).toContainText(/EMAIL.*1 of 5/);
  await page.keyboard.press('l');
  await expect(finding(page)).toContainText(/PHONE.*2 of 5/);
  await page.keyboard.press('a');
  await expect(finding(page)).toContainText(/PASSWORD.*4 of 5/);
  await page.keyboard.press('Control+z');
  await expect(finding(page)).toContainText(/PHONE.*2 of 5/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(finding(page)).toContainText(/EMAIL.*1 of 5/);
  await expect(finding(page).getByRole('button', { name: 'Take back' })).toHaveCount(0);
  await upToDate(page);
  await expect(finding(page)).toContainText(/EMAIL.*1 of 5/);
  await page.keyboard.press('Control+Shift+z');
  await expect(finding(page)).toContainText(/EMAIL.*left as it is.*1 of 5/);
  await page.getByRole('tab', { name: 'Own rules' }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('tab', { name: 'Own rules' })).toHaveAttribute('aria-selected', 'true');
});

test('a name that is left stays where it stands until the list is opened again', async ({ page }, info) => {
  const path = info.outputPath('names.jsonl');
  const say = (name: string, times: number) => `My name is ${name}. ${`Ask ${name} again. `.repeat(times)}`;
  const texts = [say('Odile Perrin', 5), say('Marta Keller', 3), say('Jonas Weber', 1)];
  const lines = [
    { type: 'session', version: 3, id: 'names', timestamp: '2026-06-01T00:00:00.000Z' },
    ...texts.flatMap((text, at) =>
      (['user', 'assistant'] as const).map((role, side) => ({
        type: 'message',
        id: `m${at * 2 + side}`,
        parentId: at + side === 0 ? null : `m${at * 2 + side - 1}`,
        timestamp: '2026-06-01T00:00:00.000Z',
        message: { role, content: [{ type: 'text', text: side === 0 ? text : 'Done.' }] },
      })),
    ),
  ];
  await writeFile(path, lines.map((one) => `${JSON.stringify(one)}\n`).join(''));
  await page.goto('/');
  await page.getByLabel('Add files').setInputFiles(path);
  await upToDate(page);
  await page.getByRole('button', { name: 'Redact' }).first().click();
  await page.getByRole('tab', { name: 'Names' }).click();
  const names = page.getByRole('tabpanel').locator('li b');
  const asFound = ['Odile Perrin', 'Marta Keller', 'Jonas Weber'];
  await expect(names).toHaveText(asFound);
  await press(page.getByRole('button', { name: 'Leave Odile Perrin' }));
  await expect(page.getByText('2 possible names undecided.')).toBeVisible();
  await upToDate(page);
  await expect(names).toHaveText(asFound);
  await expect(page.getByRole('button', { name: 'Left, undo: Odile Perrin' })).toBeFocused();
  await page.getByRole('tab', { name: 'Own rules' }).click();
  await page.getByRole('tab', { name: 'Names' }).click();
  await expect(names).toHaveText(['Marta Keller', 'Jonas Weber', 'Odile Perrin']);
  await page.getByRole('button', { name: 'Open an episode with Jonas Weber' }).click();
  const message = sides(page).locator('[aria-current=true]');
  await expect(message).toContainText('Ask Jonas Weber again.');
  await expect(message).toBeInViewport();
});

test('an example shows its value where it stands, and covers it when one goes elsewhere', async ({ page }, info) => {
  await openSession(page, info);
  await page.getByRole('tab', { name: 'Examples' }).click();
  const panel = page.getByRole('tabpanel');
  const first = panel.getByRole('listitem').filter({ hasText: 'Write to' });
  await panel.getByRole('button', { name: /^EMAIL/ }).click();
  await expect(first).toContainText('<EMAIL_1>');
  await press(first.getByRole('button', { name: 'Reveal the value of <EMAIL_1>' }));
  await expect(first).toContainText(MAIL);
  await expect(first.getByRole('button', { name: 'Cover the value of <EMAIL_1>' })).toBeFocused();
  await panel.getByRole('button', { name: /^PHONE/ }).click();
  await panel.getByRole('button', { name: /^EMAIL/ }).click();
  await expect(first).toContainText('<EMAIL_1>');
  await expect(panel).not.toContainText(MAIL);
  await first.getByRole('button', { name: /^Reveal/ }).click();
  await expect(first).toContainText(MAIL);
  await page.getByRole('tab', { name: 'Names' }).click();
  await page.getByRole('tab', { name: 'Examples' }).click();
  await expect(first).toContainText('<EMAIL_1>');
  await expect(panel).not.toContainText(MAIL);
});
