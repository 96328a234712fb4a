import { InputError } from './input-error.ts';
import type { Row } from './json-rows.ts';

/** Rows that a reader keeps until the file ends, bounded. */
export async function* heldRows(rows: AsyncIterable<Row>, sessionBytes: number): AsyncGenerator<Row> {
  let bytes = 0;
  for await (const row of rows) {
    bytes += row.bytes;
    if (bytes > sessionBytes) throw tooLarge(sessionBytes);
    yield row;
  }
}

export const tooLarge = (sessionBytes: number) =>
  new InputError(
    'session_too_large',
    `The session is larger than ${Math.ceil(sessionBytes / 2 ** 20)} MiB and was left out: it must be held in memory to find its branch.`,
  );
