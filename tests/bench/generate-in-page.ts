/** The built page makes a dataset of generated episodes; the command line makes it from the page's recipe: same bytes or not. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { buildAndDownload, readZip, runCli } from '../e2e/builder.ts';
import { zipFromFirefox } from './firefox.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PORT = process.env.E2E_PORT ?? '17861';
const ADDRESS = `http://127.0.0.1:${PORT}/`;

const BUTTONS = ['Add synthetic episodes', 'Add adversarial episodes'] as const;

/** By browser; null for one that is not installed. */
export async function sameInPages(): Promise<Record<'chromium' | 'firefox', boolean | null>> {
  if (!existsSync(join(ROOT, 'out'))) throw new Error('no built page in out: run npm run build first');
  const env = { ...process.env, PORT, HOST: '127.0.0.1' };
  const server = spawn(process.execPath, ['server.mjs'], { cwd: ROOT, env });
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    await answering(server);
    return {
      chromium: await sameAs(await zipFromChromium(join(folder, 'chromium.zip')), folder),
      firefox: await sameAs(await zipFromFirefox(ADDRESS, BUTTONS, folder), folder),
    };
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function sameAs(zip: string | null, folder: string): Promise<boolean | null> {
  if (!zip) return null;
  const files = await readZip(zip);
  const [recipe, out] = [join(folder, 'recipe.json'), join(folder, 'cli')];
  writeFileSync(recipe, files.get('recipe.json') ?? '');
  await runCli('build', '--recipe', recipe, '--out', out);
  const same = readFileSync(join(out, 'SHA256SUMS'), 'utf8') === files.get('SHA256SUMS');
  rmSync(out, { recursive: true });
  return same;
}

async function zipFromChromium(file: string): Promise<string | null> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) return null;
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage();
    await page.goto(ADDRESS);
    for (const name of BUTTONS) await page.getByRole('button', { name }).first().click();
    await (await buildAndDownload(page, page)).saveAs(file);
    return file;
  } finally {
    await browser.close();
  }
}

async function answering(server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100 && server.exitCode === null; tries++) {
    const answer = await fetch(ADDRESS).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server of the page does not answer');
}
