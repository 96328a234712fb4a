// The whole job in Firefox: drop, generate, build, download; every file must be the one that the command line writes.
//
//     npm install --prefix .cache/firefox puppeteer-core@24.43.1
//     npm run build && node scripts/check-firefox.mjs
//
// Exit code 0: equal, or Firefox or its driver is missing (said so); 1: they differ.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import { serve } from '../server.mjs';
import { ROOT } from './run.mjs';

const FIREFOX = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
  (path) => path && existsSync(path),
);
const DRIVER = join(ROOT, '.cache/firefox/node_modules/puppeteer-core/lib/esm/puppeteer/puppeteer-core.js');
const FIXTURES = join(ROOT, 'tests/fixtures/openclaw');

const skip = (reason) => {
  console.log(`skipped: ${reason}`);
  process.exit(0);
};
if (!FIREFOX) skip('no Firefox is installed; FIREFOX_PATH says where one is');
if (!existsSync(DRIVER)) skip('no driver; npm install --prefix .cache/firefox puppeteer-core@24.43.1');
if (!existsSync(join(ROOT, 'out'))) skip('the app is not built; npm run build');

const folder = mkdtempSync(join(tmpdir(), 'firefox-'));
const database = join(folder, 'openclaw-agent.sqlite');
writeFileSync(database, gunzipSync(readFileSync(join(FIXTURES, 'db/openclaw-agent.sqlite.gz'))));
const zips = readdirSync(join(FIXTURES, 'zips')).map((name) => join(FIXTURES, 'zips', name));
const drop = [database, ...zips, join(FIXTURES, 'episodes/episodes.jsonl')];

async function readZip(file) {
  const entries = await new ZipReader(new BlobReader(new Blob([readFileSync(file)]))).getEntries();
  const textOf = (name) => entries.find(({ filename }) => filename === name).getData(new TextWriter());
  return { recipe: await textOf('recipe.json'), sums: await textOf('SHA256SUMS') };
}

async function downloadFrom(address) {
  const { default: puppeteer } = await import(pathToFileURL(DRIVER));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    extraPrefsFirefox: { 'browser.download.dir': folder, 'browser.download.folderList': 2 },
  });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1440, height: 900 });
    await page.goto(address);
    const files = await page.$$('input[type="file"][multiple]:not([webkitdirectory])');
    await files.at(-1).uploadFile(...drop);
    const press = async (name, patience = 60_000) => {
      await page.waitForFunction(
        (wanted) => [...document.querySelectorAll('button')].find((b) => b.textContent === wanted)?.disabled === false,
        { timeout: patience },
        name,
      );
      const button = await page.evaluateHandle(
        (wanted) => [...document.querySelectorAll('button')].find((b) => b.textContent === wanted),
        name,
      );
      await button.click();
    };
    for (const name of ['Add synthetic episodes', 'Add adversarial episodes', 'Build dataset']) await press(name);
    await press('Download dataset', 180_000);
    const zip = join(folder, 'openclaw-episodes.zip');
    for (let waited = 0; !existsSync(zip) || existsSync(`${zip}.part`); waited++) {
      if (waited > 100) throw new Error('the download did not come');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return zip;
  } finally {
    await browser.close();
  }
}

const { port } = await serve({ port: 0, host: '127.0.0.1' });
const made = await readZip(await downloadFrom(`http://127.0.0.1:${port}/`));
const recipe = join(folder, 'recipe.json');
writeFileSync(recipe, made.recipe);
const fromCli = join(folder, 'cli');
execFileSync(
  process.execPath,
  [join(ROOT, 'lib/cli/bin.mjs'), 'build', ...drop, '--recipe', recipe, '--out', fromCli],
  { stdio: 'ignore' },
);
const [page, cli] = [made.sums, readFileSync(join(fromCli, 'SHA256SUMS'), 'utf8')].map((text) =>
  text.trim().split('\n'),
);
const differ = page.filter((line) => !cli.includes(line));
rmSync(folder, { recursive: true, force: true });
console.log(
  differ.length === 0 && page.length === cli.length
    ? `${page.length} files of Firefox are those of the command line`
    : `differ:\n${differ.join('\n')}`,
);
process.exit(differ.length === 0 && page.length === cli.length ? 0 : 1);
