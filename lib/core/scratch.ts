/**
 * Append-only space for what does not fit in memory: redacted episodes between the passes, output files before they are zipped.
 * The host decides where it lies: a private file of the browser, a temporary file, or memory.
 */
export interface Scratch {
  /** Resolves to the offset (bytes) at which the data begins. */
  append(data: Uint8Array<ArrayBuffer>): Promise<number>;
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** All that was appended, readable as often as wanted until `close`. */
  blob(): Promise<Blob>;
  size(): number;
  close(): Promise<void>;
}

export type OpenScratch = () => Promise<Scratch>;

/** Where the host gives nothing better: tests, and a page inside a foreign frame, where stores throw. */
export async function openMemoryScratch(): Promise<Scratch> {
  const BLOCK = 4 * 2 ** 20;
  let blocks: Blob[] = [];
  let ends: number[] = [];
  let pending: Uint8Array<ArrayBuffer>[] = [];
  let pendingBytes = 0;
  let size = 0;

  // Blobs live outside the JavaScript heap, so what is sealed here costs the heap nothing.
  const seal = () => {
    if (pendingBytes === 0) return;
    blocks.push(new Blob(pending));
    ends.push(size);
    pending = [];
    pendingBytes = 0;
  };

  const blockAt = (offset: number): number => {
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] as number) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  return {
    append: async (data) => {
      const offset = size;
      pending.push(data.slice());
      pendingBytes += data.length;
      size += data.length;
      if (pendingBytes >= BLOCK) seal();
      return offset;
    },
    read: async (offset, length) => {
      if (offset < 0 || length < 0 || offset + length > size)
        throw new RangeError(`read of ${length} bytes at ${offset} beyond ${size}`);
      seal();
      const out = new Uint8Array(length);
      let done = 0;
      for (let index = blockAt(offset); done < length; index++) {
        const start = index === 0 ? 0 : (ends[index - 1] as number);
        const from = offset + done - start;
        const part = (blocks[index] as Blob).slice(from, from + length - done);
        out.set(new Uint8Array(await part.arrayBuffer()), done);
        done += part.size;
      }
      return out;
    },
    blob: async () => {
      seal();
      return new Blob(blocks);
    },
    size: () => size,
    close: async () => {
      blocks = [];
      ends = [];
      pending = [];
      size = 0;
    },
  };
}
