import { writeFile } from 'node:fs/promises';
import { expect, type Locator, type Page, type TestInfo } from '@playwright/test';

export const MAIL = ['dana.brown', 'meridian-labs.org'].join('@');
export const PHONE = '+1 (415) 555-0137';
export const KEY = [
  ['-----BEGIN', 'RSA PRIVATE', 'KEY-----'].join(' '),
  ...Array.from({ length: 12 }, (_, line) => `MII${line}Qx7vRk2LmT9pWz4Yb8`.repeat(3).slice(0, 64)),
  ['-----END', 'RSA PRIVATE', 'KEY-----'].join(' '),
].join('\n');
const TEXTS = [
  `Write to Dana Brown at ${MAIL} and ${PHONE} today`,
  `And once more to ${MAIL} about Bluefin Harvest`,
  `كلمة المرور هي ${['hunter2', 'Xy9'].join('')} شكرا جزيلا`,
  `Keep this key:\n${KEY}\nThat was all of it.`,
];

const lineOf = (at: number, role: string, text: string) => ({
  type: 'message',
  id: `m${at}`,
  parentId: at === 0 ? null : `m${at - 1}`,
  timestamp: new Date(Date.UTC(2026, 5, 1, 0, 0, at)).toISOString(),
  message: { role, content: [{ type: 'text', text }] },
});

/** A session with findings of several types, open in Redact. */
export async function openSession(page: Page, info: TestInfo) {
  const path = info.outputPath('talk.jsonl');
  const lines = [
    { type: 'session', version: 3, id: 'talk', timestamp: '2026-06-01T00:00:00.000Z' },
    ...TEXTS.flatMap((text, at) => [
      lineOf(at * 2, 'user', text),
      lineOf(at * 2 + 1, 'assistant', 'All of it is done as you asked.'),
    ]),
  ];
  await writeFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await page.goto('/');
  await page.getByLabel('Add files').setInputFiles(path);
  await upToDate(page);
  await page.getByRole('button', { name: 'Redact' }).first().click();
  await expect(sides(page)).toContainText('Write to Dana Brown');
}

export const upToDate = (page: Page) =>
  expect(page.getByText('Everything up to date').first()).toBeAttached({ timeout: 30_000 });
export const sides = (page: Page) => page.getByLabel('Before and after');
export const finding = (page: Page) => page.getByRole('region', { name: 'Finding' });
export const selection = (page: Page) => page.getByRole('region', { name: 'Selection' });
export const reveal = (page: Page) => page.getByRole('button', { name: 'Reveal values' }).click();
export const press = async (control: Locator) => {
  await control.focus();
  await control.press('Enter');
};

/** Drags the mouse from before the first text to behind the second, both of the before side. */
export async function drag(page: Page, from: string, to: string) {
  const edge = (text: string, end: boolean) =>
    sides(page).evaluate(
      (root, [wanted, atEnd]) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.nodeValue?.indexOf(wanted) ?? -1;
          if (at < 0 || !node.parentElement?.closest('[data-side="before"]')) continue;
          const range = document.createRange();
          range.setStart(node, atEnd ? at + wanted.length - 1 : at);
          range.setEnd(node, atEnd ? at + wanted.length : at + 1);
          const box = range.getBoundingClientRect();
          return { x: atEnd ? box.right - 1 : box.left + 1, y: box.top + box.height / 2 };
        }
        throw new Error(`nowhere: ${wanted}`);
      },
      [text, end] as const,
    );
  await page.mouse.click(5, 5);
  const [a, b] = [await edge(from, false), await edge(to, true)];
  await page.mouse.move(a.x, a.y);
  await page.mouse.down();
  await page.mouse.move((a.x + b.x) / 2, (a.y + b.y) / 2, { steps: 4 });
  await page.mouse.move(b.x, b.y, { steps: 4 });
  await page.mouse.up();
}
