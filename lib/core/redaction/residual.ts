import type { CleanLiterals } from './clean-literals.ts';
import { findInText } from './find-in-json.ts';
import type { Redactor } from './redactor.ts';

/** What the last look at written bytes still finds; never a value. */
export interface Residual {
  readonly rule: string;
  readonly type: string;
  /** Names the value without naming it, so that a person can accept it and it alone; '' where nobody asked for marks. */
  readonly mark: string;
  readonly count: number;
  /** Line ends before the first of them. */
  readonly below: number;
}

/** Scans a written line or file: JSON leaf by leaf, also inside strings that hold JSON; anything else as it stands. */
export function findResidual(
  redactor: Redactor,
  written: string,
  { clean, markOf = () => '' }: { readonly clean?: CleanLiterals; readonly markOf?: (value: string) => string } = {},
): readonly Residual[] {
  const counts = new Map<string, Residual>();
  for (const { rule, type, start, end } of findInText(redactor, written, [], clean)) {
    const mark = markOf(written.slice(start, end));
    const key = `${rule}\n${type}\n${mark}`;
    const known = counts.get(key);
    counts.set(
      key,
      known ? { ...known, count: known.count + 1 } : { rule, type, mark, count: 1, below: linesIn(written, start) },
    );
  }
  return [...counts.values()];
}

function linesIn(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
