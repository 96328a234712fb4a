import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Line, type LineOptions, readLines } from './lines.ts';

const options: LineOptions = { lineBytes: 1000, signal: new AbortController().signal };

/** A stream that hands out the bytes in pieces of `size`. */
function inPieces(bytes: Uint8Array<ArrayBuffer>, size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

async function collect(found: AsyncIterable<Line>): Promise<Line[]> {
  const all: Line[] = [];
  for await (const line of found) all.push(line);
  return all;
}

async function lines(
  text: string | Uint8Array<ArrayBuffer>,
  size = 7,
  over: Partial<LineOptions> = {},
): Promise<Line[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return collect(readLines(inPieces(bytes, size), { ...options, ...over }));
}

test('lines do not depend on how the bytes come in', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' })),
      fc.integer({ min: 1, max: 40 }),
      async (parts, size) => {
        const text = parts
          .map((part) => part.replaceAll('\n', ' ').replaceAll('\r', ' ').replaceAll('\ufeff', ' '))
          .join('\n');
        const expected = text.split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect((await lines(text, size)).map((line) => line.text)).toEqual(expected);
      },
    ),
  ));

test('a byte order mark and carriage returns are no text', async () => {
  const found = await lines('\ufeff{"a":1}\r\n{"b":2}\r\n');
  expect(found.map(({ text }) => text)).toEqual(['{"a":1}', '{"b":2}']);
});

test('a last line without an end is told apart', async () => {
  expect((await lines('a\nb')).map(({ unterminated }) => unterminated)).toEqual([false, true]);
});

test('bytes that are no UTF-8 are replaced and told; a written replacement character is not', async () => {
  const found = await lines(new Uint8Array([0x61, 0xff, 10, 0xef, 0xbf, 0xbd, 10]));
  expect(found.map(({ text, invalidUtf8 }) => [text, invalidUtf8])).toEqual([
    ['a\ufffd', true],
    ['\ufffd', false],
  ]);
});

test('a line of 200 MB is passed over without being held', async () => {
  const piece = new Uint8Array(2 ** 20).fill(0x61);
  let sent = 0;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (sent++ < 200) controller.enqueue(piece);
      else {
        controller.enqueue(new TextEncoder().encode('\nnext\n'));
        controller.close();
      }
    },
  });
  const before = process.memoryUsage().arrayBuffers;
  const found = await collect(readLines(stream, { ...options, lineBytes: 2 ** 20 }));
  expect(found.map(({ text, tooLong, bytes }) => [text, tooLong, bytes])).toEqual([
    ['', true, 200 * 2 ** 20],
    ['next', false, 4],
  ]);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 2 ** 20);
});

test('stops on abort', async () => {
  const controller = new AbortController();
  controller.abort();
  await expect(lines('a\nb', 1, { signal: controller.signal })).rejects.toThrow(/abort/i);
});

test('a stream that breaks is the fault of the input', async () => {
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull() {
      throw new TypeError('disk gone');
    },
  });
  await expect(collect(readLines(stream, options))).rejects.toMatchObject({ name: 'InputError', code: 'unreadable' });
});
