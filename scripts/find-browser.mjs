import { existsSync } from 'node:fs';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A Chromium for the tests, and where it was looked for. */
export async function findBrowser() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) return existsSync(asked) ? { path: asked } : { looked: [`CHROMIUM_PATH=${asked}`] };
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  const path = [...USUAL, own].find((candidate) => candidate && existsSync(candidate));
  return path ? { path } : { looked: [...USUAL, own] };
}

export const explainMissingBrowser = (looked) =>
  [
    'No Chromium was found, so the tests of the built page cannot run. Looked for:',
    ...looked.map((path) => `  ${path}`),
    'Install one (Debian, Ubuntu: apt-get install chromium; elsewhere: npx playwright install chromium)',
    'or say where it is: CHROMIUM_PATH=/path/to/chromium npm test',
  ].join('\n');
