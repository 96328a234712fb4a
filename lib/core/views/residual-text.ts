import type { Row } from '../output/row.ts';
import { writtenTexts } from '../output/written-texts.ts';
import type { Built } from '../passes/write.ts';
import { findInText } from '../redaction/find-in-json.ts';
import type { ReviewedRedactor } from '../redaction/reviewed.ts';
import { surroundings } from './finding-examples.ts';
import type { ResidualText } from './review-views.ts';

/** What stands in the written bytes at a place of the final scan; `index` as in `BuildSummary.residual`. */
export async function residualText(
  { summary, blob }: Built,
  index: number,
  { written, mark }: Pick<ReviewedRedactor, 'written' | 'mark'>,
  signal: AbortSignal,
): Promise<ResidualText> {
  const place = summary.residual[index];
  if (!place) throw new RangeError(`there is no finding ${index}`);
  for await (const { line, text } of writtenTexts(place.path, await blob(place.path), signal)) {
    if (place.line < line || place.line >= line + text.split('\n').length) continue;
    const span = findInText(written, text).find(({ start, end }) => mark(text.slice(start, end)) === place.mark);
    if (!span) break;
    return {
      ...surroundings(text, span.start, span.end),
      value: text.slice(span.start, span.end),
      message: place.ordinal === null ? null : messageAt(text, span.start),
    };
  }
  throw new Error(`line ${place.line} of ${place.path} does not hold it any more`);
}

const MESSAGES = '"messages":[';

/** Index of the message in whose stretch of a canonical row the unit at `offset` lies; null outside of all of them. */
function messageAt(row: string, offset: number): number | null {
  const { messages } = JSON.parse(row) as Pick<Row, 'messages'>;
  let end = row.indexOf(MESSAGES) + MESSAGES.length;
  if (offset < end) return null;
  // Rows are written as they are serialised here, with a comma between messages.
  const found = messages.findIndex((message) => {
    end += JSON.stringify(message).length + 1;
    return offset < end;
  });
  return found < 0 ? null : found;
}
