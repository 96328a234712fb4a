import { describe, expect, test } from 'vitest';
import { fileFromBlob } from './file.ts';
import { dropsOf, episodesOf, file, readDrop } from './testing/drops.ts';

const MIB = 2 ** 20;
const entry = (id: string, parentId: string | null, role: string, content: string) =>
  `${JSON.stringify({ type: 'message', id, parentId, timestamp: '2026-05-01T00:00:00Z', message: { role, content } })}\n`;
const session = (id: string, ...parts: BlobPart[]) =>
  fileFromBlob(`${id}.jsonl`, new Blob([`{"type":"session","version":3,"id":"${id}"}\n`, ...parts]));
const small = session('small', entry('a', null, 'user', 'q'), entry('b', 'a', 'assistant', 'a'));

/** Bytes beyond those at the start, garbage included. */
async function peakOf(work: () => Promise<void>): Promise<number> {
  const used = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const before = used();
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, used() - before);
  }, 10);
  await work();
  clearInterval(timer);
  return Math.max(peak, used() - before);
}

describe('huge input', { timeout: 120_000 }, () => {
  test('a line of 60 MiB is read, one of 70 MiB is skipped, told and never held', async () => {
    const line = (bytes: number) => [
      entry('a', null, 'user', 'q'),
      entry('b', 'a', 'assistant', 'x'.repeat(bytes)),
      entry('c', 'a', 'assistant', 'a'),
    ];
    expect(episodesOf((await readDrop([session('long', ...line(60 * MIB))])).parsed)).toHaveLength(1);
    const files = [session('longer', ...line(70 * MIB)), small];
    const peak = await peakOf(async () => {
      const { parsed, findings } = await readDrop(files);
      expect(episodesOf(parsed).map(({ sessionId }) => sessionId)).toEqual(['longer', 'small']);
      expect(findings.map(({ code, message }) => [code, message.includes('64 MiB')])).toEqual([
        ['line_too_long', true],
      ]);
    });
    expect(peak).toBeLessThan(200 * MIB);
  });

  test('a file of one endless line is told with the limit, and the rest goes on', async () => {
    const endless = fileFromBlob('endless.json', new Blob(['{"messages":["', 'x'.repeat(66 * MIB), '"]}']));
    const { parsed, findings } = await readDrop([endless, small]);
    expect(episodesOf(parsed)).toHaveLength(1);
    expect(findings.map(({ code, message }) => [code, message.includes('64 MiB')])).toEqual([['line_too_long', true]]);
  });

  test('a session beyond what is held is told with the limit, and costs no more than that', async () => {
    const megabyte = entry('m', null, 'user', 'x'.repeat(MIB));
    const files = [session('endless', ...Array.from({ length: 300 }, () => megabyte)), small];
    const { parsed, findings } = await readDrop(files);
    expect(episodesOf(parsed).map(({ sessionId }) => sessionId)).toEqual(['small']);
    expect(dropsOf(parsed)).toEqual(['unreadable_session endless.jsonl']);
    expect(findings.map(({ code, message }) => [code, message.includes('256 MiB')])).toEqual([
      ['session_too_large', true],
    ]);
  });

  test('a list of tens of thousands of rows is read item by item', async () => {
    const row = JSON.stringify({
      messages: [
        { role: 'user', content: 'x'.repeat(1500) },
        { role: 'assistant', content: 'a' },
      ],
    });
    const list = ['[', ...Array.from({ length: 20_000 }, (_, at) => (at === 0 ? row : `,\n${row}`)), ']'];
    const { parsed, findings } = await readDrop([file('list.json', list)]);
    expect([episodesOf(parsed).length, findings]).toEqual([20_000, []]);
  });
});
