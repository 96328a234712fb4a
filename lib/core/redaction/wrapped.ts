import { matchAt } from './match-at.ts';

/** Shorter lines were ended on purpose. */
const NARROWEST = 32;
const LONGEST = 262_144;
/** A line end, also written `\n`, with what shells, languages, editors and patches put around it. */
const BREAK = /(?:\\{1,8}[rn]|[\s"'`,.>|&\\]|\+(?=[\s"'`])|\d{1,6}[\t→|:]){1,40}/y;
const LINE = /[A-Za-z0-9+/_-]{1,512}={0,2}(?![A-Za-z0-9+/=_.:-])/y;

interface Joined {
  readonly whole: string;
  readonly end: number;
}

/** The run from `start` to `first` with the lines of its width that follow, and a shorter one at the end. */
export function joinLines(text: string, start: number, first: number, shape = LINE): Joined {
  let whole = text.slice(start, first);
  let end = first;
  const width = whole.length;
  let goesOn = width >= NARROWEST;
  while (
    goesOn &&
    whole.length < LONGEST &&
    !whole.endsWith('=') &&
    /n|\n/.test(matchAt(BREAK, text, end)?.[0] ?? '')
  ) {
    const line = matchAt(shape, text, BREAK.lastIndex)?.[0] ?? '';
    goesOn = line.length === width;
    if (!goesOn && (line.length > width || (whole.length + line.length) % 2 !== 0 || !/[=\d]|[a-z][A-Z]/.test(line)))
      break;
    whole += line;
    end = BREAK.lastIndex + line.length;
  }
  return { whole, end };
}
