import { standsAt, textBefore } from './match-at.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

/** Units of a line by the size of the document (ICAO 9303): cards, visas, passports. */
const LENGTHS: ReadonlySet<number> = new Set([30, 36, 44]);
const LONGEST = 44;
const KIND = /^[PIACV][A-Z<]/;

const isUnit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 60;
};

interface Line {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

function lineAround(text: string, at: number): Line | null {
  let start = at;
  let end = at;
  while (at - start <= LONGEST && isUnit(text, start - 1)) start--;
  while (end - at <= LONGEST && isUnit(text, end)) end++;
  return LENGTHS.has(end - start) ? { start, end } : null;
}

const BREAK = /(?:\r?\n|(?:\\r)?\\n)[ \t>|]{0,8}/y;
/** A line break of a text, or one that is escaped. */
const BREAKS_BEFORE = /(?:\r?\n|(?:\\r)?\\n)[ \t>|]{0,8}$/;

/** `P<D<<MUSTERMANN<<…`: the two or three lines at the foot of a passport, the name of its owner among them. */
function readZone(scan: Scan, start: number): void {
  const { text } = scan;
  if (start < (scan.done.get(readZone) ?? 0)) return;
  const found = lineAround(text, start);
  if (!found) return;
  const lines = [found];
  for (let line = found; lines.length < 3; ) {
    const next =
      standsAt(BREAK, text, line.end) && isUnit(text, BREAK.lastIndex) ? lineAround(text, BREAK.lastIndex) : null;
    if (!next || next.end - next.start !== found.end - found.start) break;
    lines.push(next);
    line = next;
  }
  const before = BREAKS_BEFORE.exec(textBefore(text, found.start, 12));
  const above = before ? lineAround(text, found.start - before[0].length) : null;
  if (above && above.end - above.start === found.end - found.start) lines.unshift(above);
  if (lines.length < 2 || !KIND.test(text.slice((lines[0] as Line).start, (lines[0] as Line).start + 2))) return;
  for (const line of lines) addHit(scan, line.start, line.end, 'mrz', 'NATIONAL_ID', RANK.structure);
  scan.done.set(readZone, (lines.at(-1) as Line).end);
}

export const MRZ_DETECTOR: Detector = detector('none', '<<<<<', readZone);
