import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Download, expect, type Frame, type Page } from '@playwright/test';
import { listZip } from '../../lib/core/formats/zip.ts';

/** The page of the builder, in its own tab or in a frame of another. */
export type Builder = Page | Frame;

export const BUNDLES = fileURLToPath(new URL('../fixtures/openclaw/bundles', import.meta.url));
const BIN = fileURLToPath(new URL('../../lib/cli/bin.mjs', import.meta.url));

export const runCli = (...args: string[]) =>
  promisify(execFile)(process.execPath, [BIN, ...args], { maxBuffer: 2 ** 26 });

/** Drops files and folders as a hand would: a trusted event with real entries. */
export async function dropOnto(page: Page, files: readonly string[]): Promise<void> {
  const box = await page.getByRole('region', { name: 'Sources' }).boundingBox();
  if (!box) throw new Error('the page shows no sources');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const cdp = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await cdp.send('Input.dispatchDragEvent', {
      type,
      ...at,
      data: { items: [], files: [...files], dragOperationsMask: 1 },
    });
}

/** Builds what lies in the builder and takes the zip away. */
export async function buildAndDownload(builder: Builder, page: Page): Promise<Download> {
  const build = builder.getByRole('button', { name: 'Build dataset' }).first();
  await expect(build).toBeEnabled({ timeout: 60_000 });
  await build.click();
  const download = builder.getByRole('button', { name: 'Download dataset' }).first();
  await expect(download).toBeEnabled({ timeout: 60_000 });
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
  return file;
}

/** Texts of a zip by path. */
export async function readZip(file: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for await (const entry of listZip(new Blob([readFileSync(file)])))
    texts.set(entry.name, await (await entry.file(entry.name).blob()).text());
  return texts;
}
