import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const DATABASES = fileURLToPath(new URL('../fixtures/openclaw/db/', import.meta.url));

const DROPS = [
  { name: 'an agent database', files: ['openclaw-agent.sqlite.gz'], shown: 'openclaw-agent.sqlite', episodes: '9' },
  {
    name: 'one in use, with its log',
    files: ['small-agent.sqlite.gz', 'small-agent.sqlite-wal.gz'],
    shown: 'small-agent.sqlite',
    episodes: '5',
  },
];

/** Wide enough for a column of episodes. */
test.use({ viewport: { width: 1400, height: 900 } });

for (const { name, files, shown, episodes } of DROPS)
  test(`${name} is read with the network cable pulled, and nothing complains`, async ({ page, context }) => {
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    await page.goto('/');
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await page.getByLabel('Add files').setInputFiles(files.map((file) => DATABASES + file));
    const row = page.getByRole('row', { name: shown });
    await expect(row).toContainText('Agent database');
    await expect(row.getByRole('cell').nth(2)).toContainText(episodes);
    expect(complaints).toEqual([]);
  });
