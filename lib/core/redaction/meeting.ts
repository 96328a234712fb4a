import type { Range } from './placeholder.ts';

/** Says of a range whether it has a unit in common with any of these; they may come in any order and overlap. */
export function createMeeting(ranges: readonly Range[]): (range: Range) => boolean {
  if (ranges.length === 0) return () => false;
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  /** Where those up to here have all ended. */
  const ended: number[] = [];
  for (const { end } of sorted) ended.push(Math.max(end, ended.at(-1) ?? end));
  return ({ start, end }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] as Range).start < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (ended[low - 1] as number) > start;
  };
}
