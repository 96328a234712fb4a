import { isJsonObject, mapStrings, tryParseJson } from '../text/json.ts';
import { readLines } from '../text/lines.ts';
import type { JsonObject, JsonValue, SourceFile } from '../types.ts';
import type { Issues } from './issues.ts';
import type { Limits, ReadContext } from './source.ts';

export interface Row {
  /** 1-based. */
  readonly line: number;
  readonly bytes: number;
  readonly value: JsonValue;
}

/** The JSON values of a JSONL file. What cannot be read is counted in `issues`; the rest goes on. */
export async function* readRows(file: SourceFile, ctx: ReadContext, issues: Issues): AsyncGenerator<Row> {
  const { lineBytes } = ctx.limits;
  const options = { lineBytes, signal: ctx.signal, progress: ctx.progress };
  for await (const line of readLines(file.stream(), options)) {
    if (line.tooLong) {
      issues.add('line_too_long', line.number);
      continue;
    }
    if (line.text.trim() === '') continue;
    if (line.invalidUtf8) issues.add('invalid_utf8', line.number);
    const value = parseRow(withoutPadding(line.text), line.number, ctx.limits, issues, line.unterminated);
    if (value !== undefined) yield { line: line.number, bytes: line.bytes, value };
  }
}

/** A disk that lost power leaves NULs where a line was being written; what was appended later stands behind them. */
const withoutPadding = (text: string): string => (text.includes('\0') ? text.replace(/^\0+|\0+$/g, '') : text);

/** The value of one line or item; undefined, and told, when it has none. */
export function parseRow(
  text: string,
  line: number,
  { jsonDepth }: Pick<Limits, 'jsonDepth'>,
  issues: Issues,
  cut: boolean,
): JsonValue | undefined {
  if (nestsDeeper(text, jsonDepth)) {
    issues.add('line_too_deep', line);
    return undefined;
  }
  const value = parseWellFormed(text, () => issues.add('lone_surrogate', line));
  if (value === undefined) issues.add(cut ? 'line_cut' : 'line_broken', line);
  return value;
}

/** JSON text to a value whose strings are well-formed Unicode. Undefined when the text is no JSON or nests too deep. */
export function parseJson(text: string, jsonDepth: number): JsonValue | undefined {
  return nestsDeeper(text, jsonDepth) ? undefined : parseWellFormed(text, () => undefined);
}

/** A JSON object from text, or undefined. */
export function parseJsonObject(text: string, jsonDepth: number): JsonObject | undefined {
  const value = parseJson(text, jsonDepth);
  return isJsonObject(value) ? value : undefined;
}

const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/;
const LONE_SURROGATE = /\p{Surrogate}/gu;

function parseWellFormed(text: string, onLone: () => void): JsonValue | undefined {
  const value = tryParseJson(text);
  if (value === undefined || !SURROGATE_ESCAPE.test(text)) return value;
  const clean = mapStrings(value, (part) => part.replace(LONE_SURROGATE, '\ufffd'));
  if (clean !== value) onLone();
  return clean;
}

/** Counts brackets outside strings, so that a deep value is refused before any recursive code sees it. */
function nestsDeeper(text: string, limit: number): boolean {
  if (text.length <= limit) return false;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x22) {
      i = stringEnd(text, i);
      if (i === -1) return false;
    } else if (unit === 0x7b || unit === 0x5b) {
      if (++depth > limit) return true;
    } else if (unit === 0x7d || unit === 0x5d) depth--;
  }
  return false;
}

/** Index of the quote that closes the string opened at `open`; -1 when none does. */
function stringEnd(text: string, open: number): number {
  for (let end = text.indexOf('"', open + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes++;
    if (slashes % 2 === 0) return end;
  }
  return -1;
}
