/** The built page makes a dataset of generated episodes; the command line makes it from the page's recipe: same bytes or not. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { buildAndDownload, readZip, runCli } from '../e2e/builder.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PORT = process.env.E2E_PORT ?? '17861';
const COUNT = 300;

export async function sameInChromium(seed: number): Promise<boolean> {
  if (!existsSync(join(ROOT, 'out'))) throw new Error('no built page in out: run npm run build first');
  const server = spawn(process.execPath, ['server.mjs'], {
    cwd: ROOT,
    env: { ...process.env, PORT, HOST: '127.0.0.1' },
  });
  const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
  try {
    await answering(server);
    const files = await builtInPage(seed, join(folder, 'page.zip'));
    const recipe = join(folder, 'recipe.json');
    writeFileSync(recipe, files.get('recipe.json') ?? '');
    await runCli('build', '--recipe', recipe, '--out', join(folder, 'cli'));
    return readFileSync(join(folder, 'cli/SHA256SUMS'), 'utf8') === files.get('SHA256SUMS');
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function builtInPage(seed: number, file: string): Promise<ReadonlyMap<string, string>> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const browser = await chromium.launch(existsSync(executablePath) ? { executablePath } : {});
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${PORT}/`);
    for (const [at, name] of ['Add synthetic episodes', 'Add adversarial episodes'].entries()) {
      await page.getByRole('spinbutton', { name: 'Episodes' }).nth(at).fill(String(COUNT));
      await page.getByRole('spinbutton', { name: 'Seed' }).nth(at).fill(String(seed));
      await page.getByRole('button', { name }).first().click();
    }
    await (await buildAndDownload(page, page)).saveAs(file);
    return await readZip(file);
  } finally {
    await browser.close();
  }
}

async function answering(server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100 && server.exitCode === null; tries++) {
    const answer = await fetch(`http://127.0.0.1:${PORT}/`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server of the page does not answer');
}
