import { expect, test } from 'vitest';
import { readDrop, readFileList, readPastedText } from './drop.ts';

interface FakeEntry {
  readonly name: string;
  readonly isDirectory: boolean;
}

const fileEntry = (path: string): FakeEntry =>
  ({
    name: path.split('/').at(-1) ?? '',
    fullPath: `/${path}`,
    isFile: true,
    isDirectory: false,
    file: (done: (file: File) => void) => done(new File(['x'], path)),
  }) as FakeEntry;

/** Hands its children out in portions of a hundred, as browsers do. */
const folderEntry = (name: string, children: readonly FakeEntry[]): FakeEntry =>
  ({
    name,
    isFile: false,
    isDirectory: true,
    fullPath: `/${name}`,
    createReader: () => {
      let at = 0;
      return {
        readEntries: (done: (entries: readonly FakeEntry[]) => void) => {
          done(children.slice(at, at + 100));
          at += 100;
        },
      };
    },
  }) as FakeEntry;

const transfer = (entries: readonly (FakeEntry | null)[], files: readonly File[] = []) =>
  ({
    items: entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry })),
    files,
  }) as unknown as DataTransfer;

const never = () => expect.unreachable();

const all = async (batches: AsyncIterable<readonly { readonly path: string }[]>) => {
  const sizes: number[] = [];
  const paths: string[] = [];
  for await (const batch of batches) {
    sizes.push(batch.length);
    paths.push(...batch.map(({ path }) => path));
  }
  return { sizes, paths };
};

test('folders are read to their end and in batches of 200', async () => {
  const names = Array.from({ length: 450 }, (_, index) => `d/${String(index).padStart(3, '0')}.jsonl`);
  const { sizes, paths } = await all(readDrop(transfer([folderEntry('d', names.map(fileEntry))]), never));
  expect(sizes).toEqual([200, 200, 50]);
  expect(paths).toEqual(names);
});

test('the order of entries does not depend on the browser', async () => {
  const { paths } = await all(
    readDrop(transfer([fileEntry('b'), folderEntry('a', [fileEntry('a/2'), fileEntry('a/1')])]), never),
  );
  expect(paths).toEqual(['b', 'a/1', 'a/2']);
});

test('what cannot be opened is named and the rest is read', async () => {
  const broken = { ...fileEntry('locked'), file: (_: unknown, fail: (error: Error) => void) => fail(new Error('no')) };
  const said: (readonly string[])[] = [];
  const drop = transfer([folderEntry('d', [fileEntry('d/a'), broken, fileEntry('d/b')])]);
  const { paths } = await all(readDrop(drop, (all) => said.push(all)));
  expect(paths).toEqual(['d/a', 'd/b']);
  expect(said).toEqual([['locked']]);
});

test('a drop without entries falls back to its files', async () => {
  const { paths } = await all(readDrop(transfer([null], [new File(['x'], 'one.jsonl')]), never));
  expect(paths).toEqual(['one.jsonl']);
});

test('pasted text and plain lists come as files', async () => {
  expect((await all(readPastedText('{}'))).paths).toEqual(['pasted.jsonl']);
  expect((await all(readFileList([]))).sizes).toEqual([]);
});
