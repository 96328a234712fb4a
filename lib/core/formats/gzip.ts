import type { SourceFile } from '../types.ts';
import { bounded, gunzipped } from './bounded-stream.ts';
import { InputError } from './input-error.ts';
import type { Limits } from './source.ts';

const MEMBER_START = [0x1f, 0x8b, 8] as const;
const SMALLEST_MEMBER = 18;
const RATIO_FROM_BYTES = 2 ** 20;

/** A `.gz` as the file inside it. Its members are read one by one: browsers refuse more than one (performance.md section 2.5). */
export async function gunzip(file: SourceFile, limits: Limits): Promise<SourceFile> {
  const archive = await file.blob();
  const path = file.path.replace(/\.gz$/i, '');
  const size = await declaredSize(archive);
  const limit = Math.min(limits.archiveBytes, Math.max(RATIO_FROM_BYTES, archive.size * limits.archiveRatio));
  const stream = () => bounded(members(archive), limit, tooLarge);
  return { path, size, stream, blob: () => new Response(stream()).blob() };
}

const tooLarge = () =>
  new InputError(
    'archive_bomb',
    'The archive unpacks to far more than it should; unpack it yourself and drop the files.',
  );

/** ISIZE of the last member: right for one member below 4 GiB, a lower bound else. */
async function declaredSize(archive: Blob): Promise<number> {
  if (archive.size < SMALLEST_MEMBER) return 0;
  return new DataView(await archive.slice(-4).arrayBuffer()).getUint32(0, true);
}

/** The bytes of all members in turn. */
function members(archive: Blob): ReadableStream<Uint8Array<ArrayBuffer>> {
  let parts: Blob[] | undefined;
  let reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        parts ??= await split(archive);
        while (true) {
          if (!reader) {
            const part = parts.shift();
            if (!part) return controller.close();
            reader = gunzipped(part.stream() as ReadableStream<Uint8Array<ArrayBuffer>>).getReader();
          }
          const { value, done } = await reader.read();
          if (!done) return controller.enqueue(value);
          reader = undefined;
        }
      },
      cancel: (reason) => reader?.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

/** Members of the archive. A start mark can also occur inside compressed data, so each cut is proven by inflating up to it. */
async function split(archive: Blob): Promise<Blob[]> {
  const marks = await startMarks(archive);
  const parts: Blob[] = [];
  let start = 0;
  for (const mark of marks) {
    if (mark - start < SMALLEST_MEMBER || !(await inflates(archive.slice(start, mark)))) continue;
    parts.push(archive.slice(start, mark));
    start = mark;
  }
  return [...parts, archive.slice(start)];
}

async function inflates(part: Blob): Promise<boolean> {
  const reader = gunzipped(part.stream() as ReadableStream<Uint8Array<ArrayBuffer>>).getReader();
  try {
    while (!(await reader.read()).done);
    return true;
  } catch {
    return false; // the mark was part of the data
  }
}

async function startMarks(archive: Blob): Promise<number[]> {
  const marks: number[] = [];
  let tail = new Uint8Array(0);
  let offset = 0;
  const reader = (archive.stream() as ReadableStream<Uint8Array<ArrayBuffer>>).getReader();
  while (true) {
    const { value, done } = await reader.read();
    if (done) return marks;
    const bytes = new Uint8Array(tail.length + value.length);
    bytes.set(tail);
    bytes.set(value, tail.length);
    for (let at = bytes.indexOf(MEMBER_START[0]); at !== -1; at = bytes.indexOf(MEMBER_START[0], at + 1)) {
      const isMark =
        bytes[at + 1] === MEMBER_START[1] && bytes[at + 2] === MEMBER_START[2] && (bytes[at + 3] ?? 255) < 32;
      if (isMark && offset + at > 0) marks.push(offset + at);
    }
    tail = bytes.slice(Math.max(0, bytes.length - 3));
    offset += bytes.length - tail.length;
  }
}
