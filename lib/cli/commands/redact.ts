import { Readable } from 'node:stream';
import { DEFAULT_RECIPE } from '../../core/recipe.ts';
import { createRedactor } from '../../core/redaction/index.ts';
import { redactText } from '../../core/redaction/redact-text.ts';
import { isJsonObject, tryParseJson } from '../../core/text/json.ts';
import { readLines } from '../../core/text/lines.ts';
import type { Call } from '../arguments.ts';
import { EXIT, type Exit } from '../exit.ts';
import { createLinePrinter, tell } from '../terminal.ts';

/** One line out for one line in, in order and at once: another program may wait for each answer. */
export async function redact(_: Call, signal: AbortSignal): Promise<Exit> {
  const redactor = createRedactor(DEFAULT_RECIPE.redaction);
  const input = Readable.toWeb(process.stdin) as ReadableStream<Uint8Array<ArrayBuffer>>;
  const printer = createLinePrinter();
  let refused = 0;
  for await (const { number, text } of readLines(input, { lineBytes: Number.POSITIVE_INFINITY, signal })) {
    if (text.trim() === '') continue;
    const value = tryParseJson(text);
    if (!isJsonObject(value) || typeof value.text !== 'string') {
      refused += 1;
      tell(`line ${number} is no JSON object with a string "text"; nothing was written for it`);
      continue;
    }
    await printer.line(JSON.stringify({ id: value.id ?? null, ...redactText(redactor, value.text) }));
  }
  await printer.flush();
  return refused > 0 ? EXIT.refused : EXIT.done;
}
