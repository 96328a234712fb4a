import { breatheOrStop, type Host } from '../host.ts';
import type { OutputStore } from '../output/output-store.ts';
import { writtenTexts } from '../output/written-texts.ts';
import { createCleanLiterals } from '../redaction/clean-literals.ts';
import { findResidual, type Residual } from '../redaction/residual.ts';
import type { ReviewedRedactor } from '../redaction/reviewed.ts';
import type { Progress } from '../views/views.ts';
import { withoutOwnMarks } from './own-marks.ts';

/** A place in the written bytes that still holds something; never what it is. */
export interface ResidualPlace extends Residual {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** The export as it was written, read back and looked through with everything once more; what stands in several files, once. */
export async function* scanWritten(
  store: OutputStore,
  { written, mark }: Pick<ReviewedRedactor, 'written' | 'mark'>,
  host: Host,
  signal: AbortSignal,
): AsyncGenerator<Progress, readonly ResidualPlace[]> {
  const clean = createCleanLiterals();
  const found: ResidualPlace[] = [];
  const blobs: { path: string; blob: Blob }[] = [];
  for (const path of store.paths()) blobs.push({ path, blob: await store.blob(path) });
  const total = blobs.reduce((sum, { blob }) => sum + blob.size, 0);
  let done = 0;
  for (const { path, blob } of blobs) {
    for await (const { line, text, bytes } of writtenTexts(path, blob, signal)) {
      await breatheOrStop(host, signal);
      done += bytes;
      for (const residual of findResidual(written, withoutOwnMarks(text), { clean, markOf: mark }))
        found.push({ path, line, ...residual });
      yield { stage: 'final scan', done: Math.min(done, total), total, unit: 'bytes' };
    }
  }
  return found;
}
