import type { CleanLiterals } from './clean-literals.ts';
import { findInText } from './find-in-json.ts';
import type { Redactor } from './redactor.ts';

/** What the last look at written bytes still finds; never a value. */
export interface Residual {
  readonly rule: string;
  readonly type: string;
  readonly count: number;
}

/** Scans a written line or file: JSON leaf by leaf, also inside strings that hold JSON; anything else as it stands. */
export function findResidual(redactor: Redactor, written: string, clean?: CleanLiterals): readonly Residual[] {
  const counts = new Map<string, Residual>();
  for (const { rule, type } of findInText(redactor, written, [], clean)) {
    const key = `${rule}\n${type}`;
    counts.set(key, { rule, type, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
