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
    counts.set(key, { rule, type, mark, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
