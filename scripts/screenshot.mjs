// Takes the README's picture of the built app: node scripts/screenshot.mjs (after npm run build; needs a Chromium).
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { serve } from '../server.mjs';
import { findBrowser } from './find-browser.mjs';

const { port } = await serve({ port: 0, host: '127.0.0.1' });
const { path } = await findBrowser();
const browser = await chromium.launch({ executablePath: path });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
await page.goto(`http://127.0.0.1:${port}/`);
await page.getByRole('button', { name: 'Try the sample data' }).click();
await page.getByRole('button', { name: /^\d* ?Curate/ }).click();
await page.getByText('Hi, I am Dana').first().click();
await page.getByText('Redacted').first().waitFor();
await page.waitForTimeout(500); // the reader's text follows the click
mkdirSync('docs', { recursive: true });
await page.screenshot({ path: 'docs/builder-light.png' });
await browser.close();
process.exit(0);
