import { InputError } from '../formats/input-error.ts';

export interface Line {
  /** 1-based; blank lines count. */
  readonly number: number;
  /** Without line end, `\r` and byte order mark; `''` when the line was too long. */
  readonly text: string;
  /** Bytes of the line without its `\n`. */
  readonly bytes: number;
  /** Longer than the limit: passed over without being held. */
  readonly tooLong: boolean;
  /** Held bytes that are no UTF-8; they became U+FFFD. */
  readonly invalidUtf8: boolean;
  /** The last line of a stream that does not end in `\n`. */
  readonly unterminated: boolean;
}

export interface LineOptions {
  readonly lineBytes: number;
  readonly signal: AbortSignal;
  readonly progress?: (bytes: number) => void;
}

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/** Lines of a byte stream. Holds one line and one chunk, whatever the size of the stream. */
export async function* readLines(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  options: LineOptions,
): AsyncGenerator<Line, void, undefined> {
  const reader = stream.getReader();
  const held: Uint8Array[] = [];
  let heldBytes = 0;
  let number = 0;
  let ended = false;

  const hold = (part: Uint8Array) => {
    heldBytes += part.length;
    if (heldBytes > options.lineBytes) held.length = 0;
    else if (part.length > 0) held.push(part);
  };
  const take = (unterminated: boolean): Line => {
    number++;
    const bytes = heldBytes;
    const tooLong = bytes > options.lineBytes;
    const line = tooLong ? { text: '', invalidUtf8: false } : decode(joined(held, bytes), number === 1);
    held.length = 0;
    heldBytes = 0;
    return { number, bytes, tooLong, unterminated, ...line };
  };

  try {
    while (true) {
      options.signal.throwIfAborted();
      const { value: chunk, done } = await read(reader);
      if (done) break;
      options.progress?.(chunk.length);
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
        hold(chunk.subarray(start, end));
        yield take(false);
        start = end + 1;
      }
      hold(chunk.subarray(start));
    }
    ended = true;
    if (heldBytes > 0) yield take(true);
  } finally {
    if (!ended) await reader.cancel().catch(() => undefined); // a stream that failed cannot be cancelled: nothing to do
    reader.releaseLock();
  }
}

async function read(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>) {
  try {
    return await reader.read();
  } catch (error) {
    throw InputError.from(error);
  }
}

function joined(parts: readonly Uint8Array[], bytes: number): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array;
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

function decode(bytes: Uint8Array, first: boolean): { text: string; invalidUtf8: boolean } {
  const end = bytes.length > 0 && bytes[bytes.length - 1] === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
  const part = bytes.subarray(0, end);
  const text = lenient.decode(part);
  const invalidUtf8 = text.includes('\ufffd') && !isUtf8(part);
  return { text: first && text.startsWith('\ufeff') ? text.slice(1) : text, invalidUtf8 };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false; // the fatal decoder has no other way to say no
  }
}
