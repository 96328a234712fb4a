/**
 * What lanes bring in the built page: `npx tsx tests/bench/lanes-in-page.ts [--megabytes 100] [--lanes 0,3] [--rounds 2]` (0 or 3 lanes),
 * after `npm run build`. Wall and processor seconds of reading and of
 * building, the longest task of the page's main thread (processor
 * time), and the resident peak of the renderer; in turns, each with a browser of its own, every zip compared with the first.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { buildAndDownload, readZip } from '../e2e/builder.ts';
import { longestTask } from '../e2e/longest-task.ts';
import { servePageForCores } from '../e2e/page-for-cores.ts';
import { writeCorpus } from './corpus.ts';

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '100' },
    lanes: { type: 'string', default: '0,3' },
    rounds: { type: 'string', default: '2' },
  },
});
const PATIENCE = { timeout: 600_000 };
const folder = mkdtempSync(join(tmpdir(), 'bench-lanes-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const drop = await writeCorpus(join(folder, 'drop'), 7, Number(values.megabytes) * 1e6);
const counts = values.lanes.split(',').map(Number);
const sums = new Set<string>();
console.log('lanes   read s  build s   CPU s    CPU s longest task ms  peak MiB   load');
for (let round = 0; round < Number(values.rounds); round++)
  for (const count of round % 2 === 0 ? counts : counts.toReversed()) await measure(count);
console.log(sums.size === 1 ? 'the same bytes every time' : `${sums.size} different results`);
process.exitCode = sums.size === 1 ? 0 : 1;

async function measure(lanes: number): Promise<void> {
  const { address, close } = await servePageForCores(lanes + 1, folder);
  const profile = mkdtempSync(join(folder, 'profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(2000);
  if (page.workers().length !== 1 + lanes) throw new Error('the page has other workers than asked for');
  const renderer = watchRenderer(profile);
  const times: number[] = [];
  const idle = renderer.cpu();
  let afterRead = 0;
  const longest = await longestTask(await context.newCDPSession(page), async () => {
    times.push(await timed(() => read(page)));
    afterRead = renderer.cpu();
    times.push(await timed(() => build(page)));
  });
  const cpu = [afterRead - idle, renderer.cpu() - afterRead];
  renderer.stop();
  const file = join(folder, 'dataset.zip');
  await (await buildAndDownload(page, page)).saveAs(file);
  sums.add((await readZip(file)).get('SHA256SUMS') ?? '');
  console.log(
    String(lanes).padStart(5),
    ...[...times, ...cpu].map((seconds) => seconds.toFixed(1).padStart(8)),
    longest.toFixed(0).padStart(16),
    (renderer.most() / 2 ** 20).toFixed(0).padStart(9),
    (loadavg()[0] as number).toFixed(1).padStart(6),
  );
  await context.close();
  close();
}

async function read(page: Page): Promise<void> {
  await page.getByLabel('Add files').setInputFiles([...drop]);
  await page.getByText('Everything up to date').waitFor(PATIENCE);
}

async function build(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Build dataset' }).first().click();
  await page.getByRole('button', { name: 'Download dataset' }).first().waitFor(PATIENCE);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** Processor seconds and the most resident bytes of the page's renderer, the largest of this profile. */
function watchRenderer(profile: string) {
  let most = 0;
  let cpu = 0;
  const look = () => {
    const all = execFileSync('ps', ['-eo', 'rss=,pid=,args=', '-ww'], { encoding: 'utf8' }).split('\n');
    const renderers = all.filter((line) => line.includes('--type=renderer') && line.includes(profile));
    const [rss = 0, pid = 0] =
      renderers.map((line) => line.trim().split(/\s+/, 2).map(Number)).sort(([a = 0], [b = 0]) => b - a)[0] ?? [];
    most = Math.max(most, rss * 1024);
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    cpu = (Number(fields[11]) + Number(fields[12])) / 100;
    return cpu;
  };
  const timer = setInterval(look, 500);
  return { cpu: look, most: () => most, stop: () => clearInterval(timer) };
}
