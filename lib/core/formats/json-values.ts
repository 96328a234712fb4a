import type { SourceFile } from '../types.ts';
import { readHead, readText } from './file.ts';
import type { Issues } from './issues.ts';
import { readItems } from './json-items.ts';
import { parseJson, parseRow, type Row, readRows } from './json-rows.ts';
import type { ReadContext } from './source.ts';

const PEEK_BYTES = 4096;

/**
 * The values of a data file: lines of JSONL, the items of one JSON array, or one JSON object over several lines. The last is held
 * whole; the place of an item stands for its line.
 */
export async function* readValues(file: SourceFile, ctx: ReadContext, issues: Issues): AsyncGenerator<Row> {
  const layout = await layoutOf(file);
  if (layout === 'lines') yield* readRows(file, ctx, issues);
  else if (layout === 'list') yield* itemRows(file, ctx, issues);
  else {
    const text = (await readText(file, ctx.limits.sessionBytes)).replace(/^\ufeff/, '');
    ctx.progress(file.size);
    const value = parseJson(text, ctx.limits.jsonDepth);
    if (value === undefined) issues.add('line_broken', 1);
    else yield { line: 1, bytes: text.length, value };
  }
}

async function* itemRows(file: SourceFile, ctx: ReadContext, issues: Issues): AsyncGenerator<Row> {
  const { lineBytes: itemBytes } = ctx.limits;
  const options = { itemBytes, signal: ctx.signal, progress: ctx.progress };
  for await (const { text, number, bytes, tooLong, cut } of readItems(file.stream(), options)) {
    const value = tooLong ? undefined : parseRow(text, number, ctx.limits, issues, cut);
    if (tooLong) issues.add('line_too_long', number);
    if (value !== undefined) yield { line: number, bytes, value };
  }
}

const decoder = new TextDecoder();

/** An object is whole when its first line is not complete. */
async function layoutOf(file: SourceFile): Promise<'lines' | 'list' | 'whole'> {
  const start = decoder
    .decode(await readHead(file, PEEK_BYTES))
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start.startsWith('[')) return 'list';
  const line = start.split('\n', 1)[0]?.trim() ?? '';
  const isOpen = line.startsWith('{') && line.length < start.length - 1 && /[{[,]$/.test(line);
  return line === '{' || isOpen ? 'whole' : 'lines';
}
