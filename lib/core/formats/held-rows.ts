import { InputError } from './input-error.ts';
import type { Row } from './json-rows.ts';

/** Rows that a reader keeps until the file ends, bounded. */
export async function* heldRows(rows: AsyncIterable<Row>, sessionBytes: number): AsyncGenerator<Row> {
  let bytes = 0;
  for await (const row of rows) {
    bytes += row.bytes;
    if (bytes > sessionBytes) throw tooLarge();
    yield row;
  }
}

export const tooLarge = () =>
  new InputError(
    'session_too_large',
    'The session is larger than the limit and was left out; drop it by itself or raise the limit.',
  );
