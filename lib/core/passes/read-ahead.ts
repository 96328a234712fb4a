import type { Parsed, Source } from '../formats/source.ts';

/** Bytes; larger sources are streamed alone, so what is held ahead stays small. */
const SMALL = 256 * 1024;
/** Small files are read this many at a time: opening one takes a browser longer than reading it (performance.md section 2.5). */
const AT_A_TIME = 8;

export interface ParsedOf {
  readonly source: number;
  readonly parsed: Parsed;
}

type Read = (source: Source) => AsyncIterable<Parsed>;

/** Everything the sources yield, in their order, with the next few small ones being read already. */
export async function* readAhead(sources: readonly Source[], read: Read): AsyncGenerator<ParsedOf> {
  const ahead = new Map<number, Promise<readonly Parsed[]>>();
  let next = 0;
  for (const [at, source] of sources.entries()) {
    for (next = Math.max(next, at); next < sources.length && ahead.size < AT_A_TIME; next++) {
      const upcoming = sources[next] as Source;
      if (upcoming.size > SMALL) break;
      const parsed = collect(read(upcoming));
      parsed.catch(() => undefined); // told when its turn comes
      ahead.set(next, parsed);
    }
    const held = ahead.get(at);
    ahead.delete(at);
    for await (const parsed of held ? await held : read(source)) yield { source: source.index, parsed };
  }
}

async function collect(items: AsyncIterable<Parsed>): Promise<readonly Parsed[]> {
  const all: Parsed[] = [];
  for await (const item of items) all.push(item);
  return all;
}
