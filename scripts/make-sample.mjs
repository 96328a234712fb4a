// Makes the sample data from the fixtures: public/sample/openclaw-sample.zip for people to take, and the same bytes
// as a module for `Try the sample data`, because the page's own policy forbids it to fetch anything.
// usage: node scripts/make-sample.mjs [FIXTURES]     (default: tests/fixtures/openclaw)
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js';

const FIXTURES = process.argv[2] ?? 'tests/fixtures/openclaw';
const ZIP = 'public/sample/openclaw-sample.zip';
const MODULE = 'lib/state/sample-bytes.ts';
/** Fixed, so that the same fixtures give the same bytes. */
const DATE = new Date(Date.UTC(2026, 0, 1));

const TAKEN = [
  'bundles/errors-retries',
  'bundles/legacy-branched',
  'bundles/legacy-secrets',
  'bundles/long-session',
  'bundles/multi-tool',
  'bundles/secrets',
  'bundles/unicode',
  'sessions/v4-2026.9.6/long-session.jsonl',
  'sessions/v4-2026.9.6/multi-tool.jsonl',
  'episodes/episodes.jsonl',
];

const NOTE = `Sample sessions for the OpenClaw Dataset Builder.
OpenClaw wrote the files; people, hosts, keys, mails and phone numbers in them are invented.
This note is not a format the builder reads: it shows what a skipped file looks like.
`;

const listFiles = async (path) => {
  if ((await stat(join(FIXTURES, path))).isFile()) return [path];
  const names = (await readdir(join(FIXTURES, path))).sort();
  return (await Promise.all(names.map((name) => listFiles(`${path}/${name}`)))).flat();
};

const writer = new ZipWriter(new BlobWriter('application/zip'), {
  level: 9,
  lastModDate: DATE,
  extendedTimestamp: false,
  useWebWorkers: false,
});
const add = async (path, bytes) => writer.add(`openclaw-sample/${path}`, new BlobReader(new Blob([bytes])));
await add('about-this-sample.txt', NOTE);
for (const path of (await Promise.all(TAKEN.map(listFiles))).flat())
  await add(path, await readFile(join(FIXTURES, path)));
const bytes = Buffer.from(await (await writer.close()).arrayBuffer());

await mkdir('public/sample', { recursive: true });
await writeFile(ZIP, bytes);
await writeFile(
  MODULE,
  `/** public/sample/openclaw-sample.zip as base64; written by scripts/make-sample.mjs. */\nexport const SAMPLE_ZIP =\n  '${bytes.toString('base64')}';\n`,
);
console.log(`${ZIP}: ${bytes.length} bytes`);
