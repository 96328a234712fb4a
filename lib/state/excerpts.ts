/** A stretch of text that is shown, or one that is left out until asked for. */
export interface Stretch {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly shown: boolean;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Characters kept around a marked place. */
const AROUND = 240;
/** A gap smaller than this is not worth hiding. */
const SMALLEST_GAP = 400;

/** What to show of a long text: its beginning and the surroundings of its marks. */
export function excerptsOf(length: number, marks: readonly Place[]): readonly Stretch[] {
  const wanted: { start: number; end: number }[] = [{ start: 0, end: Math.min(AROUND * 2, length) }];
  for (const mark of marks) {
    const start = Math.max(0, mark.start - AROUND);
    const end = Math.min(length, mark.end + AROUND);
    const last = wanted.at(-1);
    if (last && start - last.end < SMALLEST_GAP) last.end = Math.max(last.end, end);
    else wanted.push({ start, end });
  }
  const last = wanted.at(-1);
  if (last && length - last.end < SMALLEST_GAP) last.end = length;
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end } of wanted) {
    if (start > at) stretches.push({ start: at, end: start, shown: false });
    stretches.push({ start, end, shown: true });
    at = end;
  }
  if (at < length) stretches.push({ start: at, end: length, shown: false });
  return stretches;
}
