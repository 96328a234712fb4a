import type { JsonValue, SourceFile } from '../types.ts';
import { readHead, readText } from './file.ts';
import type { Issues } from './issues.ts';
import { parseJson, type Row, readRows } from './json-rows.ts';
import type { ReadContext } from './source.ts';

const PEEK_BYTES = 4096;

/**
 * The values of a data file: lines of JSONL, or the items of one JSON array, or one JSON object over several lines.
 * The latter two are held whole; the place of an item then stands for its line.
 */
export async function* readValues(file: SourceFile, ctx: ReadContext, issues: Issues): AsyncGenerator<Row> {
  if (!(await isWhole(file))) {
    yield* readRows(file, ctx, issues);
    return;
  }
  const text = (await readText(file, ctx.limits.sessionBytes)).replace(/^\ufeff/, '');
  ctx.progress(file.size);
  const value = parseJson(text, ctx.limits.jsonDepth + 1);
  if (value === undefined) issues.add('line_broken', 1);
  const items: readonly JsonValue[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  for (const [at, item] of items.entries()) yield { line: at + 1, bytes: 0, value: item };
}

const decoder = new TextDecoder();

/** An array, or an object whose first line is not complete. */
async function isWhole(file: SourceFile): Promise<boolean> {
  const start = decoder
    .decode(await readHead(file, PEEK_BYTES))
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start.startsWith('[')) return true;
  const line = start.split('\n', 1)[0]?.trim() ?? '';
  return line === '{' || (line.startsWith('{') && line.length < start.length - 1 && /^[{[,]?$|[{[,]$/.test(line));
}
