import { addHit, RANK, type Scan } from './scan.ts';

const NEXT_CODE =
  /["'`]?[ \t]{0,4}(?:,?[ \t](?:and|or|und|oder|et|ou|y|e|og|och|en|i|oraz|и)[ \t]|[,;/|\n])[ \t]{0,4}(?:[-*][ \t])?["'`]?([A-Za-z0-9]{3,12}(?:-[A-Za-z0-9]{3,12}|[ ]\d{4}(?!\d)){0,3})(?![\w-])/y;
const formOf = (code: string): string => code.replace(/[A-Za-z\d]/g, 'x');

/** `backup codes: a, b, c`: more of the same form. */
export function readMore(scan: Scan, from: number, first: string): void {
  NEXT_CODE.lastIndex = from;
  for (let count = 0; count < 32; count++) {
    const code = NEXT_CODE.exec(scan.text)?.[1];
    if (code === undefined || formOf(code) !== formOf(first) || !/\d/.test(code)) return;
    addHit(scan, NEXT_CODE.lastIndex - code.length, NEXT_CODE.lastIndex, 'prose', 'CODE', RANK.context);
  }
}

/** `123 456`, `1234 5678`: units of the second group and the sign before it. Three digits alone are no code. */
export function moreOfCode(text: string, end: number, word: string): number | undefined {
  const group = /^\d{3}$/.test(word) ? /^[ -]\d{3}\b/ : /^\d{4}$/.test(word) ? /^[ -]\d{4}\b/ : null;
  const more = group?.exec(text.slice(end, end + 6))?.[0].length;
  return more ?? (word.length === 3 ? undefined : 0);
}
