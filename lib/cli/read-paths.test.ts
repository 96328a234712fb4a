import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsageError } from './exit.ts';
import { readPaths } from './read-paths.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'paths-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, text = path) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
const names = async (...paths: string[]) =>
  (await readPaths(paths.map((path) => join(root, path)))).files.map(({ path }) => path);

test('a folder gives its files under its own name, in the order of names', async () => {
  for (const path of ['drop/b.jsonl', 'drop/a/z.json', 'drop/a/B.json', 'drop/.hidden']) put(path);
  expect(await names('drop')).toEqual(['drop/.hidden', 'drop/a/B.json', 'drop/a/z.json', 'drop/b.jsonl']);
  expect(await names('drop/')).toEqual(await names('drop'));
  expect(await names('drop/a/..')).toEqual(await names('drop'));
});

test('a file gives itself under its own name', async () => {
  put('drop/deep/one.jsonl', 'text');
  const { files } = await readPaths([join(root, 'drop/deep/one.jsonl')]);
  expect(files.map(({ path, size }) => ({ path, size }))).toEqual([{ path: 'one.jsonl', size: 4 }]);
});

test('two folders of one name do not lie one in the other, the same folder twice counts once', async () => {
  put('x/drop/a.json');
  put('y/drop/a.json');
  expect(await names('x/drop', 'y/drop', 'x/../x/drop')).toEqual(['drop/a.json', 'drop (2)/a.json']);
});

test('links inside a folder are told of and not followed, a named link is', async () => {
  put('elsewhere/secret.txt');
  put('drop/a.json');
  symlinkSync(join(root, 'elsewhere'), join(root, 'drop/out'));
  symlinkSync(join(root, 'drop'), join(root, 'drop/round'));
  symlinkSync(join(root, 'drop'), join(root, 'link'));
  const { files, passedOver } = await readPaths([join(root, 'drop')]);
  expect(files.map(({ path }) => path)).toEqual(['drop/a.json']);
  expect(passedOver).toEqual(['drop/out: a link is not followed', 'drop/round: a link is not followed']);
  expect(await names('link')).toEqual(['link/a.json']);
});

test('what is not there is a wrong call', async () => {
  await expect(readPaths([join(root, 'nothing')])).rejects.toThrow(UsageError);
});

test('files read alike as stream and as blob, from any place, and are opened only then', async () => {
  const bytes = Buffer.from(Array.from({ length: 700_000 }, (_, index) => (index * 31) % 251));
  writeFileSync(join(root, 'large.bin'), bytes);
  const { files } = await readPaths([join(root, 'large.bin')]);
  const [file] = files;
  if (!file) throw new Error('the file was not found');
  expect(Buffer.from(await new Response(file.stream()).arrayBuffer()).equals(bytes)).toBe(true);
  const blob = await file.blob();
  for (const [from, to] of [
    [0, 10],
    [262_140, 262_150],
    [699_990, 700_000],
    [300_000, 600_000],
  ] as const)
    expect(Buffer.from(await blob.slice(from, to).arrayBuffer()).equals(bytes.subarray(from, to))).toBe(true);
});

test.skipIf(!existsSync('/proc/self/fd'))(
  'ten thousand files hold no handle',
  async () => {
    for (let index = 0; index < 10_000; index++) put(`drop/${index % 100}/${index}.json`, '{}');
    const handles = () => readdirSync('/proc/self/fd').length;
    const before = handles();
    const { files } = await readPaths([join(root, 'drop')]);
    const opened = await Promise.all(files.map((file) => file.blob()));
    for (const file of files.slice(0, 200)) await file.stream().cancel();
    expect(opened).toHaveLength(10_000);
    expect(handles()).toBeLessThan(before + 20);
  },
  60_000,
);
