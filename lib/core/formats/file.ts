import type { SourceFile } from '../types.ts';
import { InputError } from './input-error.ts';

/** Bytes up to which a file is read at once: opening a stream costs a browser more than the read. */
const AT_ONCE = 1024 * 1024;

export function fileFromBlob(path: string, blob: Blob): SourceFile {
  return {
    path: path.replaceAll('\\', '/').replace(/^(\.\/)+/, ''),
    size: blob.size,
    stream: () =>
      blob.size <= AT_ONCE ? inOneChunk(blob) : (blob.stream() as ReadableStream<Uint8Array<ArrayBuffer>>),
    blob: () => Promise.resolve(blob),
  };
}

function inOneChunk(blob: Blob): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    pull: async (controller) => {
      if (blob.size > 0) controller.enqueue(new Uint8Array(await blob.arrayBuffer()));
      controller.close();
    },
  });
}

/** The first bytes of a file, at most `limit`; fewer only when the file is shorter. */
export async function readHead(file: SourceFile, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = file.stream().getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    while (length < limit) {
      const { value, done } = await reader.read();
      if (done) break;
      const part = value.subarray(0, limit - length);
      parts.push(part);
      length += part.length;
    }
  } catch (error) {
    throw InputError.from(error);
  } finally {
    await reader.cancel().catch(() => undefined); // already failed or ended: nothing left to stop
  }
  const head = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    head.set(part, at);
    at += part.length;
  }
  return head;
}

const decoder = new TextDecoder();

/** A whole text file; only for files that are small by nature. */
export async function readText(file: SourceFile, limit: number): Promise<string> {
  const bytes = await readHead(file, limit + 1);
  if (bytes.length > limit)
    throw new InputError('file_too_large', `The file is larger than ${limit} bytes and was not read.`);
  return decoder.decode(bytes);
}
