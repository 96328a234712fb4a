import { InputError } from './input-error.ts';

/** An item of a JSON array. */
export interface Item {
  /** 1-based. */
  readonly number: number;
  /** `''` when it was too long. */
  readonly text: string;
  readonly bytes: number;
  /** Longer than the limit: passed over without being held. */
  readonly tooLong: boolean;
  /** The array ends inside of it. */
  readonly cut: boolean;
}

const [QUOTE, SLASH, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE, COMMA] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d, 0x2c] as const;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Items of one JSON array, however long it is: one item and one chunk are held. A broken item costs that item only. */
export async function* readItems(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  options: { readonly itemBytes: number; readonly signal: AbortSignal; readonly progress?: (bytes: number) => void },
): AsyncGenerator<Item, void, undefined> {
  const reader = stream.getReader();
  let held: Uint8Array[] = [];
  let bytes = 0;
  let number = 0;
  let depth = 0;
  let inString = false;
  let escaped = false;

  const hold = (part: Uint8Array) => {
    bytes += part.length;
    if (bytes > options.itemBytes) held = [];
    else if (part.length > 0) held.push(part);
  };
  const take = (cut: boolean): Item | null => {
    const text = joined(held);
    const item = { text, bytes, tooLong: bytes > options.itemBytes, cut };
    held = [];
    bytes = 0;
    return item.tooLong || text.trim() !== '' ? { number: ++number, ...item } : null;
  };

  try {
    while (true) {
      options.signal.throwIfAborted();
      const { value: chunk, done } = await reader.read().catch((error: unknown) => {
        throw InputError.from(error);
      });
      if (done) break;
      options.progress?.(chunk.length);
      let start = depth === 0 ? -1 : 0;
      for (let at = 0; at < chunk.length; at++) {
        const byte = chunk[at];
        if (inString) {
          if (escaped) escaped = false;
          else if (byte === SLASH) escaped = true;
          else if (byte === QUOTE) inString = false;
        } else if (byte === QUOTE) inString = true;
        else if (byte === OPEN || byte === OPEN_LIST) {
          if (depth++ === 0) start = at + 1;
        } else if (byte === CLOSE || byte === CLOSE_LIST || (byte === COMMA && depth === 1)) {
          if (byte !== COMMA) depth--;
          if (depth > 1 || (depth === 1 && byte !== COMMA)) continue;
          hold(chunk.subarray(start, at));
          const item = take(false);
          if (item) yield item;
          if (depth <= 0) return;
          start = at + 1;
        }
      }
      if (start !== -1) hold(chunk.subarray(start));
    }
    const item = take(true);
    if (item) yield item;
  } finally {
    await reader.cancel().catch(() => undefined); // ended or failed already: nothing left to stop
  }
}

function joined(parts: readonly Uint8Array[]): string {
  if (parts.length === 1) return decoder.decode(parts[0]);
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return decoder.decode(whole);
}
