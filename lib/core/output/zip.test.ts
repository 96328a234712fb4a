import { describe, expect, test } from 'vitest';
import { listZip } from '../formats/zip.ts';
import { packZip } from './zip.ts';

const collect = (stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> => new Response(stream).blob();

const files = [
  { path: 'README.md', blob: new Blob(['# Häuser\n']) },
  { path: 'data/train-00000-of-00001.jsonl', blob: new Blob(['{"a":1}\n'.repeat(50_000)]) },
  { path: 'dropped.jsonl', blob: new Blob([]) },
];

describe('zip', () => {
  test('holds every file in order, readable by our own reader', async () => {
    const archive = await collect(packZip(files));
    const read: [string, string][] = [];
    for await (const entry of listZip(archive))
      read.push([entry.name, await (await entry.file(entry.name).blob()).text()]);
    expect(read).toEqual(await Promise.all(files.map(async ({ path, blob }) => [path, await blob.text()])));
    expect(archive.size).toBeLessThan(10_000);
  });

  test('says nothing of clock and time zone', async () => {
    const bytes = async () => new Uint8Array(await (await collect(packZip(files))).arrayBuffer());
    const zone = process.env.TZ;
    const first = await bytes();
    process.env.TZ = 'Pacific/Kiritimati';
    const second = await bytes();
    process.env.TZ = zone;
    expect(second).toEqual(first);
    const time = new DataView(first.buffer).getUint32(10, true);
    expect(time).toBe((1 << 21) | (1 << 16));
  });

  test('tells its reader when a file cannot be read', async () => {
    async function* broken() {
      yield files[0] as (typeof files)[0];
      throw new Error('the file is gone');
    }
    await expect(collect(packZip(broken()))).rejects.toThrow();
  });

  test('stops when its reader does', async () => {
    const reader = packZip(files).getReader();
    await reader.read();
    await expect(reader.cancel()).resolves.toBeUndefined();
  });
});
