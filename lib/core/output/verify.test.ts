import { beforeAll, describe, expect, test } from 'vitest';
import { listZip } from '../formats/zip.ts';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { type Dataset, linesOf, makeDataset, textOf } from '../testing/datasets.ts';
import { episode, listEpisode } from '../testing/episodes.ts';
import { conversation } from '../testing/fingerprints.ts';
import { createHashes } from '../text/hash.ts';
import type { Episode } from '../types.ts';
import { PRESETS } from './presets/presets.ts';
import { type DatasetReader, type ScanLine, type VerifyReport, verifyDataset } from './verify.ts';
import { packZip } from './zip.ts';

const episodes: readonly Episode[] = [
  ...Array.from({ length: 30 }, (_, index) =>
    episode({ id: `e${index}`, groupKey: `family-${index % 20}`, messages: conversation(index + 50, index % 7) }),
  ),
  episode({ id: 'copy', messages: conversation(50) }),
  { ...listEpisode, id: 'list' },
];
const nothing: ScanLine = () => [];

async function verify(reader: DatasetReader, scan = nothing): Promise<VerifyReport> {
  const run = verifyDataset(reader, scan);
  for (;;) {
    const { value, done } = await run.next();
    if (done) return value;
  }
}

const failed = (report: VerifyReport) => report.checks.filter(({ ok }) => !ok).map(({ name }) => name);

let dataset: Dataset;
beforeAll(async () => {
  const presets = PRESETS.map(({ id }) => id);
  dataset = await makeDataset(episodes, { output: { ...DEFAULT_RECIPE.output, presets, shardRows: 10 } });
});

/** The dataset with one file changed, and SHA256SUMS and manifest as they were unless they are changed too. */
async function tampered(path: string, change: (text: string) => string): Promise<DatasetReader> {
  const text = change(await textOf(dataset, path));
  return { list: dataset.list, file: async (asked) => (asked === path ? new Blob([text]) : dataset.file(asked)) };
}

const editRow = (edit: (row: Record<string, unknown>) => object) => (text: string) => {
  const [first, ...rest] = text.split('\n');
  return [JSON.stringify(edit(JSON.parse(first ?? ''))), ...rest].join('\n');
};

describe('verify', () => {
  test('finds nothing wrong with what was built', async () => {
    const report = await verify(dataset);
    expect(report.checks.flatMap(({ details }) => details)).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.rows.train).toBeGreaterThan(20);
    expect(report.rows.validation).toBeGreaterThan(0);
    expect(report.rows.train + report.rows.validation).toBe(dataset.manifest.build.selected_examples);
  });

  test('verifies the zip as it verifies the files', async () => {
    const archive = await new Response(packZip([...dataset.files].map(([path, blob]) => ({ path, blob })))).blob();
    const files = new Map<string, Blob>();
    for await (const entry of listZip(archive)) files.set(entry.name, await entry.file(entry.name).blob());
    const report = await verify({
      list: async () => [...files.keys()],
      file: async (path) => files.get(path) ?? new Blob(),
    });
    expect(report.ok).toBe(true);
  });

  test.each([
    ['a changed card', 'README.md', (text: string) => `${text} `, ['checksums']],
    [
      'a row edited by hand',
      'data/train-00000-of-00003.jsonl',
      editRow((row) => ({ ...row, outcome: 'failure' })),
      ['checksums', 'counts'],
    ],
    [
      'a row of other content',
      'data/train-00000-of-00003.jsonl',
      editRow((row) => ({ ...row, id: `oc_${'a'.repeat(26)}` })),
      ['checksums', 'schema', 'counts'],
    ],
    [
      'a row with a null',
      'data/train-00000-of-00003.jsonl',
      editRow((row) => ({ ...row, tags: [null] })),
      ['checksums', 'schema', 'counts'],
    ],
    [
      'a trace key set',
      'presets/mlx/train.jsonl',
      editRow((row) => ({ ...row, type: '', message: '' })),
      ['checksums', 'counts', 'trace_keys'],
    ],
    ['a lost line', 'dropped.jsonl', () => '', ['checksums', 'counts']],
    ['a broken manifest', 'dataset_manifest.json', () => '{', ['manifest', 'checksums', 'counts']],
    [
      'a cooked funnel',
      'dataset_manifest.json',
      (text: string) => text.replace('"in": 32', '"in": 33'),
      ['checksums', 'counts'],
    ],
    ['broken checksums', 'SHA256SUMS', () => 'nothing', ['checksums']],
  ] as const)('notices %s', async (_, path, change, names) => {
    const report = await verify(await tampered(path, change));
    expect(report.ok).toBe(false);
    expect(failed(report)).toEqual(names);
  });

  test('notices a file that is missing and one that is not listed', async () => {
    const missing = { ...dataset, list: async () => (await dataset.list()).filter((path) => path !== 'recipe.json') };
    expect(failed(await verify(missing))).toEqual(['checksums', 'counts']);
    const extra = {
      list: async () => [...(await dataset.list()), 'notes.txt'],
      file: async (path: string) => (path === 'notes.txt' ? new Blob(['x']) : dataset.file(path)),
    };
    const report = await verify(extra);
    expect(report.checks.find(({ name }) => name === 'checksums')?.details).toEqual(['notes.txt is not listed']);
  });

  test('notices a group in both splits and copies across them', async () => {
    const [train] = await linesOf(dataset, 'data/train-00000-of-00003.jsonl');
    const report = await verify(await tampered('data/validation-00000-of-00001.jsonl', (text) => `${train}\n${text}`));
    const { details } = report.checks.find(({ name }) => name === 'leakage') ?? { details: [] };
    expect(details).toEqual([
      '1 groups stand in both splits',
      expect.stringMatching(/^\d+ pairs of rows across the splits are near-duplicates$/),
    ]);
  });

  test('counts findings by type and lets through what the manifest says was accepted', async () => {
    const scan: ScanLine = (line) => (line.startsWith('{"schema"') ? [{ type: 'EMAIL', count: 2 }] : []);
    const rows = dataset.manifest.build.selected_examples;
    const report = await verify(dataset, scan);
    expect(report.checks.find(({ name }) => name === 'residual')?.details).toEqual([
      `${rows * 2} findings of type EMAIL that nobody accepted`,
    ]);
    const accepting = await tampered('dataset_manifest.json', (text) => {
      const manifest = JSON.parse(text);
      manifest.qc.residual_findings = { accepted: true, count: rows * 2, by_type: { EMAIL: rows * 2 } };
      return JSON.stringify(manifest);
    });
    expect(failed(await verify(accepting, scan))).toEqual(['checksums']);
  });

  test('tells nothing of the rows', async () => {
    const report = await verify(
      await tampered('data/train-00000-of-00003.jsonl', (text) => text.replaceAll('"weight":0', '"weight":7')),
    );
    expect(JSON.stringify(report)).not.toMatch(/Topic|open|Answer/);
  });

  test('finds nothing wrong with a dataset without rows', async () => {
    expect(await verify(await makeDataset([]))).toMatchObject({ ok: true, rows: { train: 0, validation: 0 } });
  });

  test('stops when told to', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(verifyDataset(dataset, nothing, stop.signal).next()).rejects.toThrow();
  });
});

describe('dataset files', () => {
  test('are the same bytes in whatever order episodes come', async () => {
    const again = await makeDataset([...episodes].reverse(), {
      output: { ...DEFAULT_RECIPE.output, presets: PRESETS.map(({ id }) => id), shardRows: 10 },
    });
    for (const path of await dataset.list())
      expect([path, await textOf(again, path)]).toEqual([path, await textOf(dataset, path)]);
  });

  test('begin each shard with a call and a tag where the split has one, then follow the ids', async () => {
    const tagged = episodes.map((of, index) => (index % 5 === 0 ? { ...of, tags: ['files'] } : of));
    const built = await makeDataset(tagged, { output: { ...DEFAULT_RECIPE.output, shardRows: 4 } });
    const shards = (await built.list()).filter((path) => path.startsWith('data/train-'));
    expect(shards.length).toBeGreaterThan(3);
    for (const path of shards.slice(0, 4)) {
      const rows = (await linesOf(built, path)).map((line) => JSON.parse(line));
      expect(rows[0].n_tool_calls).toBeGreaterThan(0);
      const ids = rows.slice(1).map(({ id }) => id);
      expect(ids).toEqual([...ids].sort());
    }
    const first = JSON.parse((await linesOf(built, shards[0] ?? ''))[0] ?? '');
    expect(first.tags).not.toEqual([]);
  });

  test('name shards by split, place and number', async () => {
    expect((await dataset.list()).filter((path) => path.startsWith('data/')).sort()).toEqual([
      'data/train-00000-of-00003.jsonl',
      'data/train-00001-of-00003.jsonl',
      'data/train-00002-of-00003.jsonl',
      'data/validation-00000-of-00001.jsonl',
    ]);
  });

  test('have checksums that sha256sum can read', async () => {
    const hashes = await createHashes();
    const lines = await linesOf(dataset, 'SHA256SUMS');
    expect(lines).toEqual([...lines].sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)));
    for (const line of lines) {
      const [sum, path] = [line.slice(0, 64), line.slice(66)];
      expect(hashes.sha256(new Uint8Array(await (await dataset.file(path)).arrayBuffer()))).toBe(sum);
    }
    expect(lines).toHaveLength(dataset.files.size - 1);
  });
});
