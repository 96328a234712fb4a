import type { Host } from '../host.ts';
import { inLanes, type Piece } from '../lanes/in-lanes.ts';
import type { RedactorChoice } from '../lanes/redact.ts';
import type { OutputStore } from '../output/output-store.ts';
import { type WrittenText, writtenTexts } from '../output/written-texts.ts';
import type { Residual } from '../redaction/residual.ts';
import type { Progress } from '../types.ts';

/** A place in the written bytes that still holds something; never what it is. */
export interface ResidualPlace extends Residual {
  readonly path: string;
  /** 1-based, of the first of them. */
  readonly line: number;
}

/** Where a text stands, without the text. */
interface Place extends Omit<WrittenText, 'text'> {
  readonly path: string;
}

/** Bytes of rows that go to the same lane, wherever they stand. */
const NEAR = 256 * 1024;

/**
 * Rows stand in several files in the same order, so the same stretch of each goes to the same lane, which knows by then what
 * is clean. Where a file leaves rows out, the stretches drift apart: that costs time and nothing else.
 */
function createStretches(rowBytes: number): (path: string) => number {
  const rows = Math.max(1, Math.round(NEAR / Math.max(1, rowBytes)));
  const seen = new Map<string, number>();
  return (path) => {
    const family = path.replace(/\d+/g, '');
    const row = seen.get(family) ?? 0;
    seen.set(family, row + 1);
    return Math.floor(row / rows);
  };
}

/** The export as it was written, read back and looked through with everything once more. */
export async function* scanWritten(
  store: OutputStore,
  choice: RedactorChoice,
  rowBytes: number,
  host: Host,
  signal: AbortSignal,
): AsyncGenerator<Progress, readonly ResidualPlace[]> {
  const found: ResidualPlace[] = [];
  const blobs: { path: string; blob: Blob }[] = [];
  for (const path of store.paths()) blobs.push({ path, blob: await store.blob(path) });
  const total = blobs.reduce((sum, { blob }) => sum + blob.size, 0);
  const stretchOf = createStretches(rowBytes);
  async function* pieces(): AsyncGenerator<Piece<'residual', Place>> {
    for (const { path, blob } of blobs)
      for await (const { line, text, bytes } of writtenTexts(path, blob, signal))
        yield { of: { path, line, bytes }, item: text, weight: bytes, near: stretchOf(path) };
  }
  let done = 0;
  const looked = inLanes({ work: 'residual', setup: choice, pieces: pieces() }, host, signal);
  for await (const [{ path, line, bytes }, residuals] of looked) {
    done += bytes;
    for (const residual of residuals ?? []) found.push({ path, line: line + residual.below, ...residual });
    yield { stage: 'final scan', done: Math.min(done, total), total, unit: 'bytes' };
  }
  return found;
}
