import { InputError } from './input-error.ts';

/** Passes bytes on and fails with `error` as soon as more than `limit` have come, whatever an archive declared. */
export function bounded(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  limit: number,
  error: () => InputError,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  let total = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const { value, done } = await next(reader);
        if (done) {
          controller.close();
          return;
        }
        total += value.length;
        if (total <= limit) {
          controller.enqueue(value);
          return;
        }
        await reader.cancel().catch(() => undefined); // the source may have failed by itself already
        throw error();
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>) {
  try {
    return await reader.read();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError('archive_broken', 'The compressed data is damaged; pack it again or drop the unpacked files.');
  }
}

/** A gzip stream undone. The header and trailer of a zip entry can be put around it, so this serves zip as well. */
export function gunzipped(stream: ReadableStream<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const inflater = new DecompressionStream('gzip') as unknown as ReadableWritablePair<
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>
  >;
  return stream.pipeThrough(inflater);
}
