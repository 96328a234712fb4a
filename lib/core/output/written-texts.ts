import { readLines } from '../text/lines.ts';

export interface WrittenText {
  /** 1-based; 1 for a file that is looked at as a whole. */
  readonly line: number;
  readonly text: string;
  /** Of the file, that this piece stands for. */
  readonly bytes: number;
}

/** One small text that says nothing line by line. */
const isWhole = (path: string): boolean => /\.(json|md)$/.test(path);

/** A written file as its scans look at it: rows line by line, documents whole. Build and verify must see the same. */
export async function* writtenTexts(path: string, blob: Blob, signal: AbortSignal): AsyncGenerator<WrittenText> {
  if (isWhole(path)) {
    yield { line: 1, text: await blob.text(), bytes: blob.size };
    return;
  }
  for await (const { number, text, bytes } of readLines(blob.stream(), { lineBytes: Number.POSITIVE_INFINITY, signal }))
    yield { line: number, text, bytes: bytes + 1 };
}
